import type { ResponseHeaders } from '../ports.ts';

/** `Cache-Control: max-age` in seconds (RFC 9111 §5.2.2.1). */
export function maxAgeOf(headers: ResponseHeaders): number | undefined {
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** The lifetime that the headers give: `max-age` before `Expires` (RFC 9111 §5.3); undefined when they are silent. */
export function lifetimeOf(headers: ResponseHeaders, now: Date): number | undefined {
  const maxAge = maxAgeOf(headers);
  if (maxAge !== undefined) return maxAge;
  const expires = timeOf(headers['expires']);
  const date = timeOf(headers['date']) ?? now.getTime();
  return expires === undefined ? undefined : Math.max(0, Math.round((expires - date) / 1000));
}

/** `Retry-After`, seconds or a date, as the moment that it names (RFC 9110 §10.2.3). */
export function retryAtOf(headers: ResponseHeaders, now: Date): Date | undefined {
  const raw = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(raw)) return new Date(now.getTime() + Number(raw) * 1000);
  const time = timeOf(raw);
  return time === undefined ? undefined : new Date(time);
}

/** An HTTP date in milliseconds since 1970; undefined for anything else (RFC 9110 §5.6.7). */
export function timeOf(raw = ''): number | undefined {
  const time = /[a-z]/i.test(raw) ? Date.parse(raw) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
