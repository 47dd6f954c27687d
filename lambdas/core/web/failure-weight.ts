/**
 * How much a failure counts for the back-off. A failure that only the publisher can mend counts 1, one that usually
 * passes ½, and one that our own side may have caused ¼. So a broken feed is left alone soon, and a feed with a bad
 * minute is not.
 */

const QUARTER: ReadonlySet<string> = new Set([
  ...['timeout', 'reset', 'http-408'],
  // No request is made until the operator mends these.
  ...['credentials-missing', 'credentials-unreadable', 'credentials-invalid', 'credentials-origin'],
]);
const HALF: ReadonlySet<string> = new Set(['dns', 'connect', 'tls', 'protocol', 'http-429', 'robots-unreachable']);

/** @param reason a failure's name, for instance `dns`, `http-503` or `broken-feed` */
export function failureWeight(reason: string): 0.25 | 0.5 | 1 {
  if (QUARTER.has(reason)) return 0.25;
  return HALF.has(reason) || /^http-5\d\d$/.test(reason) ? 0.5 : 1;
}

/** Whether the same request may succeed later, though nobody mends anything. */
export const isPassing = (reason: string): boolean => failureWeight(reason) < 1;
