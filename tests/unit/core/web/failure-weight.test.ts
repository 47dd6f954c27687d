import { expect, it } from 'vitest';
import { failureWeight, isPassing } from '../../../../lambdas/core/web/failure-weight.ts';

it.each([
  ['timeout', 0.25],
  ['reset', 0.25],
  ['http-408', 0.25],
  ['dns', 0.5],
  ['connect', 0.5],
  ['tls', 0.5],
  ['protocol', 0.5],
  ['http-429', 0.5],
  ['robots-unreachable', 0.5],
  ['http-500', 0.5],
  ['http-599', 0.5],
  ['http-404', 1],
  ['http-410', 1],
  ['http-5000', 1],
  ['x-http-500', 1],
  ['http-5xx', 1],
  ['robots', 1],
  ['broken-feed', 1],
  ['', 1],
])('a failure by the name of "%s" weighs %s, and passes by itself if that is less than 1', (reason, weight) => {
  expect(failureWeight(reason)).toBe(weight);
  expect(isPassing(reason)).toBe(weight < 1);
});
