/**
 * How much a failure counts for the back-off: what only the publisher can mend counts whole, what usually mends itself half,
 * and what was perhaps our own network a quarter. So a feed that is truly broken is left alone soon, and one that had a bad
 * minute is not.
 */

const QUARTER: ReadonlySet<string> = new Set(['timeout', 'reset', 'http-408']);
const HALF: ReadonlySet<string> = new Set(['dns', 'connect', 'tls', 'protocol', 'http-429', 'robots-unreachable']);

/** @param reason a failure's name, for instance `dns`, `http-503` or `broken-feed` */
export function failureWeight(reason: string): 0.25 | 0.5 | 1 {
  if (QUARTER.has(reason)) return 0.25;
  return HALF.has(reason) || /^http-5\d\d$/.test(reason) ? 0.5 : 1;
}
