import { describe, expect, it } from 'vitest';
import {
  nextPollAt,
  type ScheduleHints,
  type ScheduleOutcome,
  type ScheduleState,
} from '../../../../../lambdas/core/feed/polling/poll-schedule.ts';
import type { PublisherHints } from '../../../../../lambdas/core/feed/record/feed.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const DAY = 24 * 60;
const state = (fields: Partial<ScheduleState> = {}): ScheduleState => ({
  feedId: 'feed-a',
  intervalMinutes: 60,
  failures: 0,
  ...fields,
});
const hints = (fields: Partial<ScheduleHints> = {}): ScheduleHints => ({ floorMinutes: 5, ...fields });
const minutesUntil = (at: Date): number => (at.getTime() - NOW.getTime()) / 60_000;

const news: ScheduleOutcome = { kind: 'changed', share: 0.1 };
const nothing: ScheduleOutcome = { kind: 'unchanged' };
const failure: ScheduleOutcome = { kind: 'failed', reason: 'http-404' };
type Case = [string, ScheduleOutcome, Partial<ScheduleState>, Partial<ScheduleHints>, minutes: number, reason: string];

describe('the next poll', () => {
  const cases: Case[] = [
    [
      'the next poll comes sooner after news',
      news,
      {},
      {},
      30,
      'The feed had news: the interval is halved, to 30 minutes.',
    ],
    ['the next poll comes later without news', nothing, {}, {}, 90, 'Nothing new: the interval grows, to 90 minutes.'],
    [
      'the next poll comes no sooner than the floor',
      news,
      { intervalMinutes: 6 },
      {},
      5,
      'The feed had news: the interval is halved, to 5 minutes.',
    ],
    [
      'the next poll is away no longer than the longest interval',
      nothing,
      {},
      { ceilingMinutes: 70 },
      70,
      'Nothing new: the interval grows, to 70 minutes.',
    ],
    [
      'the next poll may be more than a day away if the longest interval is',
      nothing,
      { intervalMinutes: DAY },
      { ceilingMinutes: 3 * DAY },
      1.5 * DAY,
      'Nothing new: the interval grows, to 2160 minutes.',
    ],
    [
      'the shortest interval counts if the longest is shorter',
      nothing,
      {},
      { floorMinutes: 120, ceilingMinutes: 60 },
      120,
      'Nothing new: the interval grows, to 120 minutes.',
    ],
    [
      'the shortest interval may be longer than a day',
      news,
      { intervalMinutes: DAY },
      { floorMinutes: 2 * DAY },
      2 * DAY,
      'The feed had news: the interval is halved, to 2880 minutes.',
    ],
    [
      'the publisher is heard beyond the longest interval',
      nothing,
      {},
      { ceilingMinutes: 60, publisher: { maxAgeSeconds: 7_200 } },
      120,
      'The publisher asks for 120 minutes (max-age).',
    ],
    [
      'a failure waits longer than the longest interval',
      failure,
      { failures: 3 },
      { ceilingMinutes: 60 },
      240,
      'Failed again (http-404): waiting 240 minutes, for the failures in a row weigh 4.',
    ],
    [
      'the next poll is a day away at most without news',
      nothing,
      { intervalMinutes: DAY },
      {},
      DAY,
      'Nothing new: the interval grows, to 1440 minutes.',
    ],
    [
      'the next poll waits as long as the publisher asks',
      news,
      {},
      { publisher: { maxAgeSeconds: 7_200 } },
      120,
      'The publisher asks for 120 minutes (max-age).',
    ],
    [
      'the next poll does not come sooner because the publisher would allow it',
      nothing,
      {},
      { publisher: { maxAgeSeconds: 60 } },
      90,
      'Nothing new: the interval grows, to 90 minutes.',
    ],
    [
      'the next poll is a day away if the publisher asks for a year',
      nothing,
      {},
      { publisher: { maxAgeSeconds: 31_536_000 } },
      DAY,
      'The publisher asks for 1440 minutes (max-age).',
    ],
    [
      'the next poll comes in half an hour after a failure',
      failure,
      {},
      {},
      30,
      'Failed (http-404): waiting 30 minutes.',
    ],
    [
      'the next poll comes later after each failure',
      failure,
      { failures: 3 },
      {},
      240,
      'Failed again (http-404): waiting 240 minutes, for the failures in a row weigh 4.',
    ],
    [
      'the next poll is a week away at most however long a feed fails',
      failure,
      { failures: 5_000 },
      {},
      7 * DAY,
      'Failed again (http-404): waiting 10080 minutes, for the failures in a row weigh 5001.',
    ],
    [
      'the next poll comes no sooner than the floor after a failure',
      failure,
      {},
      { floorMinutes: 120 },
      120,
      'Failed (http-404): waiting 120 minutes.',
    ],
  ];
  it.each(cases)('%s', (_, outcome, fields, given, minutes, reason) => {
    const next = nextPollAt(outcome, state(fields), hints(given), NOW);
    expect(next.reason).toBe(reason);
    expect(minutesUntil(next.at)).toBeGreaterThanOrEqual(minutes);
    expect(minutesUntil(next.at)).toBeLessThanOrEqual(minutes * 1.1);
  });

  const asked: [string, Date, number][] = [
    ['a 503 makes the next poll come exactly when Retry-After asks', new Date('2026-11-23T09:30:00Z'), 90],
    [
      'a 503 with a short Retry-After makes the next poll come no sooner than the floor',
      new Date('2026-11-23T08:00:01Z'),
      5,
    ],
    ['a 503 with a long Retry-After makes the next poll come within a day', new Date('2027-11-23T08:00:00Z'), DAY],
  ];
  it.each(asked)('%s', (_, retryAt, minutes) => {
    const sentAway = { kind: 'failed', reason: 'http-503' } as const;
    const next = nextPollAt(sentAway, state({ failures: 6 }), hints({ retryAt }), NOW);
    expect(minutesUntil(next.at)).toBe(minutes);
    expect(next).toMatchObject({ failures: 6.5, reason: 'The publisher asks to retry then (Retry-After).' });
  });

  it('the Retry-After of a 404 does not bring the next poll forward', () => {
    const next = nextPollAt(failure, state({ failures: 6 }), hints({ retryAt: new Date('2026-11-23T08:00:01Z') }), NOW);
    expect(minutesUntil(next.at)).toBeGreaterThan(DAY);
  });

  it('a Retry-After that has passed does not move the next poll', () => {
    const next = nextPollAt(failure, state(), hints({ retryAt: NOW }), NOW);
    expect(next.reason).toBe('Failed (http-404): waiting 30 minutes.');
  });
});

describe('the interval', () => {
  it('the interval starts at half an hour, because all of the first document is new', () => {
    expect(nextPollAt({ kind: 'first' }, state({ intervalMinutes: 30 }), hints(), NOW)).toMatchObject({
      intervalMinutes: 30,
      reason: 'The first document was read: the interval starts at 30 minutes.',
    });
  });

  it('the interval is quartered when half of a document was new', () => {
    const next = nextPollAt({ kind: 'changed', share: 0.5 }, state(), hints(), NOW);
    expect(next).toMatchObject({
      intervalMinutes: 15,
      reason: 'Most items were new: the interval is quartered, to 15 minutes.',
    });
  });

  it.each<[string, Partial<ScheduleState>, number]>([
    ['the interval stays at the mean gap while news is not overdue', { lastChangedAt: '2026-11-23T07:00:00Z' }, 70],
    ['the interval grows to half of the silence', { lastChangedAt: '2026-11-23T05:20:00Z' }, 80],
    ['the interval grows by half if no news was ever found', {}, 90],
    ['the interval grows by half at most', { lastChangedAt: '2026-10-01T00:00:00Z' }, 90],
  ])('%s', (_, fields, minutes) => {
    const next = nextPollAt(nothing, state({ meanGapMinutes: 70, ...fields }), hints(), NOW);
    expect(next.intervalMinutes).toBe(minutes);
  });
});

describe('the publisher’s hints', () => {
  it.each<[string, PublisherHints, number, string]>([
    ['a ttl makes the next poll wait', { ttlMinutes: 180 }, 180, 'ttl'],
    ['an update period makes the next poll wait', { updateEveryMinutes: 720 }, 720, 'sy:updatePeriod'],
    ['the longest of several hints makes the next poll wait', { maxAgeSeconds: 7_200, ttlMinutes: 180 }, 180, 'ttl'],
    ['a max-age as long as a ttl is named', { maxAgeSeconds: 10_800, ttlMinutes: 180 }, 180, 'max-age'],
    ['a ttl of a year makes the next poll wait for a day', { ttlMinutes: 525_600 }, DAY, 'ttl'],
  ])('%s', (_, publisher, minutes, by) => {
    const next = nextPollAt(news, state(), hints({ publisher }), NOW);
    expect(next.reason).toBe(`The publisher asks for ${minutes} minutes (${by}).`);
    expect(minutesUntil(next.at)).toBeGreaterThanOrEqual(minutes);
    expect(minutesUntil(next.at)).toBeLessThanOrEqual(minutes + 30);
  });

  it('Retry-After of a poll that did not fail makes the next poll wait', () => {
    const retryAt = new Date('2026-11-23T11:00:00Z');
    const next = nextPollAt(news, state(), hints({ retryAt, publisher: { ttlMinutes: 120 } }), NOW);
    expect(next.reason).toBe('The publisher asks for 180 minutes (Retry-After).');
    expect(minutesUntil(next.at)).toBeGreaterThanOrEqual(180);
    const shorter = nextPollAt(news, state(), hints({ retryAt, publisher: { ttlMinutes: 180 } }), NOW);
    expect(shorter.reason).toBe('The publisher asks for 180 minutes (ttl).');
  });

  it('skipHours move a poll by whole hours, so that polls stay spread', () => {
    const next = nextPollAt(news, state(), hints({ publisher: { skipHours: [8, 9] } }), NOW);
    expect(next.at.getUTCHours()).toBe(10);
    expect(next.at.getUTCMinutes()).toBeGreaterThanOrEqual(30);
    expect(next.reason).toMatch(/ Moved to an hour that the publisher does not exclude \(skipHours\)\.$/);
  });

  it('skipHours move a poll that is a day away, and a poll after a failure', () => {
    const night = { skipHours: [8, 9, 10] };
    const daily = nextPollAt({ kind: 'unchanged' }, state(), hints({ publisher: { ...night, ttlMinutes: DAY } }), NOW);
    expect(daily.at.getUTCHours()).toBe(11);
    const failed = nextPollAt({ kind: 'failed', reason: 'http-500' }, state(), hints({ publisher: night }), NOW);
    expect(failed.at.getUTCHours()).toBe(11);
  });

  it('skipDays move a poll by a day at most', () => {
    const monday = { publisher: { skipDays: [1] } };
    expect(nextPollAt(news, state(), hints(monday), NOW).at.toISOString()).toMatch(/^2026-11-24T00:3/);
    const nextDays = { publisher: { skipDays: [1, 2, 3] } };
    expect(minutesUntil(nextPollAt(news, state(), hints(nextDays), NOW).at)).toBe(DAY);
  });
});

describe('a failure', () => {
  it.each([
    ['timeout', 0.25, 18],
    ['dns', 0.5, 21],
    ['http-503', 0.5, 21],
    ['http-404', 1, 30],
    ['broken-feed', 1, 30],
  ])('a failure by %s weighs %s and makes the next poll wait for %s minutes', (reason, failures, minutes) => {
    const next = nextPollAt({ kind: 'failed', reason }, state(), hints(), NOW);
    expect(next.failures).toBe(failures);
    expect(next.reason).toContain(`waiting ${minutes} minutes`);
  });
});

describe('the interval and the failures that are remembered', () => {
  it.each<[string, ScheduleOutcome, number, number]>([
    ['a change forgets failures and halves the interval', news, 30, 0],
    ['an unchanged document forgets failures and stretches the interval', nothing, 90, 0],
    ['a failure keeps the interval for better days', failure, 60, 4],
  ])('%s', (_, outcome, intervalMinutes, failures) => {
    expect(nextPollAt(outcome, state({ failures: 3 }), hints(), NOW)).toMatchObject({ intervalMinutes, failures });
  });

  it('a wait that the publisher asks for does not change the interval', () => {
    expect(nextPollAt(news, state(), hints({ publisher: { maxAgeSeconds: 7_200 } }), NOW).intervalMinutes).toBe(30);
  });
});
