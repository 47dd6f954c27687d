import { expect, it } from 'vitest';
import { rude, wireroom } from './pollers.ts';
import { scoreOf } from './score.ts';

/** Simulated time of the rude poller, in days. */
const MORNING_DAYS = 0.1;
const wellBehaved = await scoreOf(wireroom);

it.each(wellBehaved.map(({ rule, expected, seen, isKept }) => [`${rule}: ${expected}`, seen, isKept] as const))(
  'Wireroom keeps the rule "%s" (seen: %s)',
  (_, __, isKept) => {
    expect(isKept).toBe(true);
  },
);

it('a rude poller loses the points of the rules that it breaks', async () => {
  const scores = await scoreOf(rude, MORNING_DAYS);
  const kept = scores.filter(({ isKept }) => isKept).map(({ rule }) => rule);
  // A Monday morning gives the poller no occasion to break these rules.
  expect(kept).toEqual(['skipDays', 'a temporary redirect', 'addresses as they were given']);
});
