import type { ResponseHeaders } from '../ports.ts';

/** `Cache-Control: max-age` in seconds (RFC 9111 §5.2.2.1). */
export function maxAgeOf(headers: ResponseHeaders): number | undefined {
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** `Retry-After`, seconds or a date, as the moment that it names (RFC 9110 §10.2.3). */
export function retryAtOf(headers: ResponseHeaders, now: Date): Date | undefined {
  const raw = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(raw)) return new Date(now.getTime() + Number(raw) * 1000);
  const time = /[a-z]/i.test(raw) ? Date.parse(raw) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}
