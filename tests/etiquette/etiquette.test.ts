import { describe, expect, it } from 'vitest';
import { rude, wireroom } from './pollers.ts';
import { scoreOf } from './score.ts';

const HALF_A_DAY = 0.5;
const wellBehaved = await scoreOf(wireroom);

describe('publishers find that Wireroom keeps to', () => {
  it.each(wellBehaved.map(({ rule, expected, seen, isKept }) => [`${rule}: ${expected}`, seen, isKept] as const))(
    '%s (%s)',
    (_, __, isKept) => {
      expect(isKept).toBe(true);
    },
  );
});

describe('a poller without manners', () => {
  it('loses the points of all that it does wrong', async () => {
    const scores = await scoreOf(rude, HALF_A_DAY);
    const kept = scores.filter(({ isKept }) => isKept).map(({ rule }) => rule);
    // It sends what it is given, and has no time to see what becomes of the rest.
    expect(kept).toEqual([]);
  });
});
