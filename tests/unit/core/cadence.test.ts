import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CadenceHints, type CadenceState, nextPollAt } from '../../../lambdas/core/feed/cadence.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const DAY = 24 * 60;
const state = (fields: Partial<CadenceState> = {}): CadenceState => ({
  feedId: 'feed-a',
  intervalMinutes: 60,
  failures: 0,
  ...fields,
});
const hints = (fields: Partial<CadenceHints> = {}): CadenceHints => ({ floorMinutes: 5, ...fields });
const minutesUntil = (at: Date): number => (at.getTime() - NOW.getTime()) / 60_000;

type Outcome = Parameters<typeof nextPollAt>[0];
type Case = [string, Outcome, Partial<CadenceState>, Partial<CadenceHints>, minutes: number, reason: string];

describe('the next poll', () => {
  const cases: Case[] = [
    ['comes sooner after news', 'changed', {}, {}, 30, 'The feed had news: the interval is halved, to 30 minutes.'],
    ['comes later without news', 'unchanged', {}, {}, 90, 'Nothing new: the interval grows by half, to 90 minutes.'],
    [
      'comes no sooner than the floor',
      'changed',
      { intervalMinutes: 6 },
      {},
      5,
      'The feed had news: the interval is halved, to 5 minutes.',
    ],
    [
      'comes once a day at least',
      'unchanged',
      { intervalMinutes: DAY },
      {},
      DAY,
      'Nothing new: the interval grows by half, to 1440 minutes.',
    ],
    [
      'waits as long as the publisher asks',
      'changed',
      {},
      { maxAgeSeconds: 7_200 },
      120,
      'The publisher asks for 120 minutes (max-age).',
    ],
    [
      'does not come sooner because the publisher would allow it',
      'unchanged',
      {},
      { maxAgeSeconds: 60 },
      90,
      'Nothing new: the interval grows by half, to 90 minutes.',
    ],
    [
      'comes once a day even if the publisher asks for a year',
      'unchanged',
      {},
      { maxAgeSeconds: 31_536_000 },
      DAY,
      'The publisher asks for 1440 minutes (max-age).',
    ],
    ['comes in half an hour after a failure', 'failed', {}, {}, 30, 'Failure 1 in a row: waiting 30 minutes.'],
    ['comes later after each failure', 'failed', { failures: 3 }, {}, 240, 'Failure 4 in a row: waiting 240 minutes.'],
    [
      'comes once a week however long a feed fails',
      'failed',
      { failures: 5_000 },
      {},
      7 * DAY,
      'Failure 5001 in a row: waiting 10080 minutes.',
    ],
    [
      'comes no sooner than the floor after a failure',
      'failed',
      {},
      { floorMinutes: 120 },
      120,
      'Failure 1 in a row: waiting 120 minutes.',
    ],
  ];
  it.each(cases)('%s', (_, outcome, fields, given, minutes, reason) => {
    const next = nextPollAt(outcome, state(fields), hints(given), NOW);
    expect(next.reason).toBe(reason);
    expect(minutesUntil(next.at)).toBeGreaterThanOrEqual(minutes);
    expect(minutesUntil(next.at)).toBeLessThanOrEqual(minutes * 1.1);
  });

  const asked: [string, Date, number][] = [
    ['comes exactly when Retry-After asks', new Date('2026-11-23T09:30:00Z'), 90],
    ['comes no sooner than the floor when Retry-After is short', new Date('2026-11-23T08:00:01Z'), 5],
    ['comes within a day when Retry-After is long', new Date('2027-11-23T08:00:00Z'), DAY],
  ];
  it.each(asked)('%s', (_, retryAt, minutes) => {
    const next = nextPollAt('failed', state({ failures: 6 }), hints({ retryAt }), NOW);
    expect(minutesUntil(next.at)).toBe(minutes);
    expect(next).toMatchObject({ failures: 7, reason: 'The publisher asks to retry then (Retry-After).' });
  });

  it('is not moved by a Retry-After that has passed', () => {
    const next = nextPollAt('failed', state(), hints({ retryAt: NOW }), NOW);
    expect(next.reason).toBe('Failure 1 in a row: waiting 30 minutes.');
  });
});

describe('what is remembered', () => {
  it.each<[string, Outcome, number, number]>([
    ['a change forgets failures and halves the interval', 'changed', 30, 0],
    ['an unchanged document forgets failures and stretches the interval', 'unchanged', 90, 0],
    ['a failure keeps the interval for better days', 'failed', 60, 4],
  ])('%s', (_, outcome, intervalMinutes, failures) => {
    expect(nextPollAt(outcome, state({ failures: 3 }), hints(), NOW)).toMatchObject({ intervalMinutes, failures });
  });

  it('is not what the publisher asked for once', () => {
    expect(nextPollAt('changed', state(), hints({ maxAgeSeconds: 7_200 }), NOW).intervalMinutes).toBe(30);
  });
});

const outcomes = fc.constantFrom<Outcome>('changed', 'unchanged', 'failed');
const anyState = fc.record({
  feedId: fc.string(),
  intervalMinutes: fc.double({ min: 1, max: DAY, noNaN: true }),
  failures: fc.nat({ max: 10_000 }),
});

describe('whatever happens, the next poll', () => {
  it('is the same for the same feed and the same moment', () => {
    fc.assert(
      fc.property(outcomes, anyState, (outcome, any) => {
        expect(nextPollAt(outcome, any, hints(), NOW)).toEqual(nextPollAt(outcome, any, hints(), NOW));
      }),
    );
  });

  it('is never nearer than the floor, nor further than a week and its jitter', () => {
    const anyHints = fc.record(
      {
        floorMinutes: fc.integer({ min: 1, max: DAY }),
        maxAgeSeconds: fc.nat({ max: 999_999_999 }),
        retryAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      },
      { requiredKeys: ['floorMinutes'] },
    );
    fc.assert(
      fc.property(outcomes, anyState, anyHints, (outcome, any, given) => {
        const minutes = minutesUntil(nextPollAt(outcome, any, given, NOW).at);
        expect(minutes).toBeGreaterThanOrEqual(given.floorMinutes);
        expect(minutes).toBeLessThanOrEqual(7 * DAY * 1.1);
      }),
    );
  });

  it('is spread: a thousand feeds do not come back in one burst', () => {
    const times = Array.from({ length: 1_000 }, (_, index) =>
      nextPollAt('changed', state({ feedId: `feed-${index}` }), hints(), NOW).at.getTime(),
    );
    expect(new Set(times).size).toBeGreaterThan(900);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2.5 * 60_000); // of the 3 minutes that a tenth is
  });
});
