import type { ResponseHeaders } from './fetcher.ts';

/** Returns `Cache-Control: max-age` in seconds (RFC 9111 §5.2.2.1). */
export function maxAgeOf(headers: ResponseHeaders): number | undefined {
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/**
 * Returns how long a response stays fresh, in seconds: `max-age` less `Age` (RFC 9111 §4.2.3), else the time until
 * `Expires` (§5.3); 0 if caches must ask again (§5.2.2.4), undefined if the headers say nothing.
 */
export function lifetimeOf(headers: ResponseHeaders, now: Date): number | undefined {
  const maxAge = maxAgeOf(headers);
  if (maxAge !== undefined) return Math.max(0, maxAge - ageOf(headers));
  if (/(?:^|[\s,])no-(?:cache|store)(?:$|[\s,])/i.test(headers['cache-control'] ?? '')) return 0;
  if (headers['expires'] === undefined) return undefined;
  const expires = timeOf(headers['expires']);
  const date = timeOf(headers['date']) ?? now.getTime();
  return expires === undefined ? 0 : Math.max(0, Math.round((expires - date) / 1000)); // an invalid date is in the past (§5.3)
}

const ageOf = (headers: ResponseHeaders): number =>
  /^\s*\d{1,9}\s*$/.test(headers['age'] ?? '') ? Number(headers['age']) : 0;

/**
 * Returns the moment that `Retry-After` names, in seconds or as a date (RFC 9110 §10.2.3). Read for feeds in
 * feed/polling/read-answer.ts, and for pages in ingest-item/page-fetcher.ts.
 */
export function retryAtOf(headers: ResponseHeaders, now: Date): Date | undefined {
  const raw = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(raw)) return new Date(now.getTime() + Number(raw) * 1000);
  const time = timeOf(raw);
  return time === undefined ? undefined : new Date(time);
}

/** Returns an HTTP date (RFC 9110 §5.6.7) in milliseconds since 1970; undefined for any other text. */
export function timeOf(raw = ''): number | undefined {
  const time = /[a-z]/i.test(raw) ? Date.parse(raw) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
