import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPollAt, type ScheduleOutcome } from '../../../../../lambdas/core/feed/polling/poll-schedule.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const DAY = 24 * 60;
const FLOOR = { floorMinutes: 5 };
const outcomes = fc.constantFrom<ScheduleOutcome>(
  { kind: 'changed', share: 0.1 },
  { kind: 'unchanged' },
  { kind: 'failed', reason: 'http-404' },
);
const anyState = fc.record({
  feedId: fc.string(),
  intervalMinutes: fc.double({ min: 1, max: DAY, noNaN: true }),
  failures: fc.nat({ max: 10_000 }),
});

describe('the next poll, whatever happens', () => {
  it('the next poll is the same for the same feed and the same moment', () => {
    fc.assert(
      fc.property(outcomes, anyState, (outcome, any) => {
        expect(nextPollAt(outcome, any, FLOOR, NOW)).toEqual(nextPollAt(outcome, any, FLOOR, NOW));
      }),
    );
  });

  it('the next poll is never nearer than the floor, nor further than a week and its jitter', () => {
    const anyHints = fc.record(
      {
        floorMinutes: fc.integer({ min: 1, max: DAY }),
        publisher: fc.record({
          maxAgeSeconds: fc.nat({ max: 999_999_999 }),
          ttlMinutes: fc.nat(),
          skipHours: fc.subarray([0, 5, 8, 9, 10, 23]),
          skipDays: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
        }),
        retryAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      },
      { requiredKeys: ['floorMinutes'] },
    );
    fc.assert(
      fc.property(outcomes, anyState, anyHints, (outcome, any, given) => {
        const minutes = (nextPollAt(outcome, any, given, NOW).at.getTime() - NOW.getTime()) / 60_000;
        expect(minutes).toBeGreaterThanOrEqual(given.floorMinutes);
        expect(minutes).toBeLessThanOrEqual(7 * DAY * 1.1);
      }),
    );
  });

  it('the next polls of a thousand feeds do not come in one burst', () => {
    const times = Array.from({ length: 1_000 }, (_, index) =>
      nextPollAt(
        { kind: 'changed', share: 0.1 },
        { feedId: `feed-${index}`, intervalMinutes: 60, failures: 0 },
        FLOOR,
        NOW,
      ).at.getTime(),
    );
    expect(new Set(times).size).toBeGreaterThan(900);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2.5 * 60_000); // of the 3 minutes that a tenth is
  });
});
