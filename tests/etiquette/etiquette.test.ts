import { describe, expect, it } from 'vitest';
import { rude, wireroom } from './pollers.ts';
import { scoreOf } from './score.ts';

/** In days. */
const A_MORNING = 0.1;
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
    const scores = await scoreOf(rude, A_MORNING);
    const kept = scores.filter(({ isKept }) => isKept).map(({ rule }) => rule);
    // On a Monday morning that leaves nothing but this to its credit.
    expect(kept).toEqual(['skipDays', 'a temporary redirect', 'addresses as they were given']);
  });
});
