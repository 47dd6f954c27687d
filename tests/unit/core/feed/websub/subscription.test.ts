import { describe, expect, it } from 'vitest';
import type { Feed, Subscription } from '../../../../../lambdas/core/feed/record/feed.ts';
import {
  nextPollWithHub,
  pollAfterAnnouncement,
  subscriptionStep,
} from '../../../../../lambdas/core/feed/websub/subscription.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const hours = (count: number): string => new Date(NOW.getTime() + count * 3_600_000).toISOString();
const hub = { url: 'https://hub.example/', topic: 'https://harbour.example/rss' };
const held = (fields: Partial<Subscription> = {}): Subscription => ({
  ...hub,
  token: 'token',
  secret: 'secret',
  requestedAt: hours(-48),
  ...fields,
});
/** Confirmed two days ago, for ten days. */
const live = (fields: Partial<Subscription> = {}): Subscription =>
  held({ confirmedAt: hours(-48), leaseUntil: hours(192), ...fields });

describe('the step after a poll', () => {
  const step = (fields: Partial<Feed>) => subscriptionStep(feed(fields), false, NOW, () => 'random');
  const asked = { ...hub, token: 'random', secret: 'random', requestedAt: NOW.toISOString() };
  const { requestedAt: _, ...agreed } = live();

  it.each<[string, Partial<Feed>, ReturnType<typeof subscriptionStep>]>([
    ['no hub is asked if the feed names none', {}, {}],
    ['a hub is asked when the feed names it first', { hub }, { ask: asked }],
    ['a hub is not asked again within a day', { hub, subscription: held({ requestedAt: hours(-23) }) }, {}],
    [
      'a hub that has not confirmed is asked again after a day',
      { hub, subscription: held({ requestedAt: hours(-24), problem: 'It was down.' }) },
      { ask: held({ requestedAt: NOW.toISOString() }) },
    ],
    ['a hub is not asked in the first half of a lease', { hub, subscription: live() }, {}],
    [
      'a hub is asked to renew the lease in its second half',
      { hub, subscription: live({ leaseUntil: hours(48) }) },
      { ask: { ...agreed, leaseUntil: hours(48), requestedAt: NOW.toISOString() } },
    ],
    [
      'a hub is not asked again within an hour of a renewal',
      { hub, subscription: live({ leaseUntil: hours(47), requestedAt: hours(-0.5) }) },
      {},
    ],
    [
      'a hub that has not confirmed is asked again after a day though an earlier lease has ended',
      { hub, subscription: live({ requestedAt: hours(-24), leaseUntil: hours(0) }) },
      { ask: { ...agreed, leaseUntil: hours(0), requestedAt: NOW.toISOString() } },
    ],
    [
      'a hub that has not confirmed is not asked again within a day after an earlier lease',
      { hub, subscription: live({ requestedAt: hours(-23), leaseUntil: hours(-1) }) },
      {},
    ],
    [
      'a hub is asked again an hour after a renewal without an answer',
      { hub, subscription: live({ leaseUntil: hours(47), requestedAt: hours(-1) }) },
      { ask: { ...agreed, leaseUntil: hours(47), requestedAt: NOW.toISOString() } },
    ],
    [
      'a hub that is asked in the first half of a lease is not asked again before its second half',
      { hub, subscription: live({ requestedAt: hours(-47) }) },
      {},
    ],
    [
      'a hub that confirmed at once for an hour is asked to renew the lease after half an hour',
      { hub, subscription: live({ requestedAt: hours(-0.5), confirmedAt: hours(-0.5), leaseUntil: hours(0.5) }) },
      { ask: { ...agreed, requestedAt: NOW.toISOString(), confirmedAt: hours(-0.5), leaseUntil: hours(0.5) } },
    ],
    [
      'a hub without HTTPS gets no secret',
      { hub: { ...hub, url: 'http://hub.example/' } },
      { ask: { ...hub, url: 'http://hub.example/', token: 'random', requestedAt: NOW.toISOString() } },
    ],
    [
      'a hub without HTTPS gets no secret though it had one',
      { hub: { ...hub, url: 'http://hub.example/' }, subscription: held({ url: 'http://hub.example/' }) },
      { ask: { ...hub, url: 'http://hub.example/', token: 'token', requestedAt: NOW.toISOString() } },
    ],
    [
      'another hub is not asked within a day',
      { hub: { ...hub, url: 'https://other.example/' }, subscription: live({ requestedAt: hours(-23) }) },
      {},
    ],
    ['a hub that was asked within a day is not left', { subscription: live({ requestedAt: hours(-23) }) }, {}],
    ['a hub is left when the feed names none any more', { subscription: live() }, { leave: live() }],
    [
      'a hub is left when the feed names another',
      { hub: { ...hub, url: 'https://other.example/' }, subscription: live() },
      { ask: { ...asked, url: 'https://other.example/' }, leave: live() },
    ],
    [
      'a hub is asked anew, and left, when the feed has another topic',
      { hub: { ...hub, topic: 'https://harbour.example/new' }, subscription: live() },
      { ask: { ...asked, topic: 'https://harbour.example/new' }, leave: live() },
    ],
  ])('%s', (__, fields, expected) => expect(step(fields)).toEqual(expected));
});

describe('the next poll', () => {
  const planned = { at: new Date(hours(1)), reason: 'By its schedule.', intervalMinutes: 60, failures: 0 };
  const nextAt = (fields: Partial<Feed>, outcome: 'changed' | 'unchanged' | 'failed' = 'unchanged'): string =>
    nextPollWithHub(planned, feed({ nextPollAt: NOW.toISOString(), hub, ...fields }), outcome, NOW).at.toISOString();

  it.each<[string, string, Partial<Feed>, number]>([
    ['the next poll is a day away while the subscription is live', 'unchanged', { subscription: live() }, 24],
    [
      'the next poll is after the feed’s longest interval, if that is set',
      'unchanged',
      { subscription: live(), longestMinutes: 180 },
      3,
    ],
    [
      'the next poll is by schedule if the lease is renewed before',
      'unchanged',
      { subscription: live({ leaseUntil: hours(49) }) },
      1,
    ],
    ['the next poll is in time to renew the lease', 'unchanged', { subscription: live({ leaseUntil: hours(68) }) }, 10],
    ['the next poll is by schedule without a hub', 'unchanged', {}, 1],
    [
      'the next poll is by schedule if the feed names another hub',
      'unchanged',
      { hub: { ...hub, url: 'https://other.example/' }, subscription: live() },
      1,
    ],
    ['the next poll is by schedule while the hub hasn’t confirmed', 'unchanged', { subscription: held() }, 1],
    [
      'the next poll is by schedule when the lease is over',
      'unchanged',
      { subscription: live({ leaseUntil: hours(-1) }) },
      1,
    ],
    [
      'the next poll is by schedule after news, because a second announcement may have been ignored',
      'changed',
      { subscription: live() },
      1,
    ],
    ['the next poll is by schedule after a failure', 'failed', { subscription: live() }, 1],
    [
      'the next poll is by schedule when the publisher didn’t show what the hub announced',
      'unchanged',
      { subscription: live({ announcedAt: NOW.toISOString() }) },
      1,
    ],
    [
      'the next poll is by schedule for a week after the hub missed news',
      'unchanged',
      { subscription: live({ missedAt: hours(-167) }) },
      1,
    ],
    [
      'the next poll is a day away again a week after the hub missed news',
      'unchanged',
      { subscription: live({ missedAt: hours(-168) }) },
      24,
    ],
  ])('%s', (_, outcome, fields, expected) => {
    expect(nextAt(fields, outcome as 'changed')).toBe(hours(expected));
  });
});

describe('news that a scheduled poll finds', () => {
  const lastPoll = { at: hours(-24), outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0 } as const;
  it.each<[string, Partial<Feed>, boolean]>([
    ['a hub has missed news that it should have announced', { subscription: live() }, true],
    ['a hub has not missed news twice in a week', { subscription: live({ missedAt: hours(-24) }) }, false],
    ['a hub has not missed news that it announced', { subscription: live({ announcedAt: NOW.toISOString() }) }, false],
    [
      'a hub has not missed news that an announcement may have meant, an hour before the last poll',
      { subscription: live({ announcedAt: hours(-24.5) }) },
      false,
    ],
    [
      'a hub has not missed news if it confirmed after the last poll',
      { subscription: live({ confirmedAt: hours(-23) }) },
      false,
    ],
    [
      'a hub has missed news though an announcement came an hour before the last poll',
      { subscription: live({ announcedAt: hours(-25) }) },
      true,
    ],
    [
      'a hub has not missed news if it confirmed at the last poll',
      { subscription: live({ confirmedAt: hours(-24) }) },
      false,
    ],
    ['a hub has missed news again after a week', { subscription: live({ missedAt: hours(-168) }) }, true],
    ['a hub has not missed news if it never confirmed', { subscription: held({ leaseUntil: hours(192) }) }, false],
    ['a hub has not missed news if the lease is over', { subscription: live({ leaseUntil: hours(0) }) }, false],
    ['a hub has not missed news if none was asked', {}, false],
  ])('%s', (_, fields, expected) => {
    const known = feed({ hub, nextPollAt: NOW.toISOString(), lastPoll, ...fields });
    const { ask } = subscriptionStep(known, true, NOW, () => 'random');
    expect(ask?.missedAt).toBe(expected ? NOW.toISOString() : undefined);
  });
});

it('a hub has not missed news at the first poll', () => {
  const { ask } = subscriptionStep(feed({ hub, subscription: live() }), true, NOW, () => 'random');
  expect(ask).toBeUndefined();
});

describe('an announcement', () => {
  const lastPoll = (at: string, reason?: string) =>
    ({ at, outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0, ...(reason && { reason }) }) as const;
  it.each<[string, Partial<Feed>, string | undefined]>([
    ['an announcement is followed at once', { nextPollAt: hours(24), lastPoll: lastPoll(hours(-1)) }, hours(0)],
    ['an announcement is followed at once if the feed was never polled', { nextPollAt: hours(1) }, hours(0)],
    [
      'an announcement is followed a minute after the last poll',
      { nextPollAt: hours(24), lastPoll: lastPoll(hours(-0.01)) },
      '2026-11-23T12:00:24.000Z',
    ],
    [
      'an announcement is ignored while the poll of an earlier announcement is under way',
      { nextPollAt: hours(-0.01), subscription: live({ announcedAt: hours(-0.01) }) },
      undefined,
    ],
    [
      'an announcement is followed if the poll of an earlier announcement takes long',
      { nextPollAt: hours(-1), subscription: live({ announcedAt: hours(-1) }) },
      hours(0),
    ],
    ['an announcement during a scheduled poll is followed by another poll', { nextPollAt: hours(-0.01) }, hours(0)],
    [
      'an announcement is ignored if a poll is due within a minute after the last poll',
      { nextPollAt: '2026-11-23T12:00:24.000Z', lastPoll: lastPoll(hours(-0.01)) },
      undefined,
    ],
    [
      'an announcement is followed if a poll is due later than a minute after the last poll',
      { nextPollAt: '2026-11-23T12:00:24.001Z', lastPoll: lastPoll(hours(-0.01)) },
      '2026-11-23T12:00:24.000Z',
    ],
    ['an announcement is followed if a poll is due at this very moment', { nextPollAt: hours(0) }, hours(0)],
    [
      'an announcement is followed a minute after the poll of an earlier announcement was due',
      { nextPollAt: '2026-11-23T11:59:00.000Z', subscription: live({ announcedAt: '2026-11-23T11:59:00.000Z' }) },
      hours(0),
    ],
    [
      'an announcement is followed after the time that the publisher asked for',
      { nextPollAt: hours(0), lastPoll: lastPoll(hours(-1), 'http-503') },
      hours(0),
    ],
    [
      'an announcement is followed after another failure',
      { nextPollAt: hours(1), lastPoll: lastPoll(hours(-1), 'http-500') },
      hours(0),
    ],
    [
      'an announcement is ignored while the publisher is unavailable until a time',
      { nextPollAt: hours(1), lastPoll: lastPoll(hours(-1), 'http-503') },
      undefined,
    ],
    [
      'an announcement is ignored while the publisher asks to be left alone',
      { nextPollAt: hours(1), lastPoll: lastPoll(hours(-1), 'http-429') },
      undefined,
    ],
  ])('%s', (_, fields, expected) => {
    expect(pollAfterAnnouncement(feed({ subscription: live(), ...fields }), NOW)?.toISOString()).toBe(expected);
  });
});
