import type { ResponseHeaders } from './fetcher.ts';

/** `Cache-Control: max-age` in seconds (RFC 9111 §5.2.2.1). */
export function maxAgeOf(headers: ResponseHeaders): number | undefined {
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/**
 * How long the response stays fresh, in seconds: `max-age` before `Expires` (RFC 9111 §5.3), less the `Age` that it has already
 * (§4.2.3). 0 where it may not be kept without asking (§5.2.2.4); undefined when the headers are silent.
 */
export function lifetimeOf(headers: ResponseHeaders, now: Date): number | undefined {
  const maxAge = maxAgeOf(headers);
  if (maxAge !== undefined) return Math.max(0, maxAge - ageOf(headers));
  if (/(?:^|[\s,])no-(?:cache|store)(?:$|[\s,])/i.test(headers['cache-control'] ?? '')) return 0;
  if (headers['expires'] === undefined) return undefined;
  const expires = timeOf(headers['expires']);
  const date = timeOf(headers['date']) ?? now.getTime();
  return expires === undefined ? 0 : Math.max(0, Math.round((expires - date) / 1000)); // no date at all: long past (§5.3)
}

const ageOf = (headers: ResponseHeaders): number =>
  /^\s*\d{1,9}\s*$/.test(headers['age'] ?? '') ? Number(headers['age']) : 0;

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
