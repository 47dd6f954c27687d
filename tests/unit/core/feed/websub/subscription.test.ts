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

describe('a hub', () => {
  const step = (fields: Partial<Feed>) => subscriptionStep(feed(fields), false, NOW, () => 'random');
  const asked = { ...hub, token: 'random', secret: 'random', requestedAt: NOW.toISOString() };
  const { requestedAt: _, ...agreed } = live();

  it.each<[string, Partial<Feed>, ReturnType<typeof subscriptionStep>]>([
    ['is not there', {}, {}],
    ['is asked when the feed names one', { hub }, { ask: asked }],
    ['is left alone while it may still call', { hub, subscription: held({ requestedAt: hours(-23) }) }, {}],
    [
      'is asked again after a day, for the same',
      { hub, subscription: held({ requestedAt: hours(-24), problem: 'It was down.' }) },
      { ask: held({ requestedAt: NOW.toISOString() }) },
    ],
    ['is left alone in the first half of a lease', { hub, subscription: live() }, {}],
    [
      'is asked to renew it in the second',
      { hub, subscription: live({ leaseUntil: hours(48) }) },
      { ask: { ...agreed, leaseUntil: hours(48), requestedAt: NOW.toISOString() } },
    ],
    [
      'has an hour to answer that',
      { hub, subscription: live({ leaseUntil: hours(47), requestedAt: hours(-0.5) }) },
      {},
    ],
    ['is left when the feed names none any more', { subscription: live() }, { leave: live() }],
    [
      'is left for another',
      { hub: { ...hub, url: 'https://other.example/' }, subscription: live() },
      { ask: { ...asked, url: 'https://other.example/' }, leave: live() },
    ],
    [
      'is told of the feed’s other name',
      { hub: { ...hub, topic: 'https://harbour.example/new' }, subscription: live() },
      { ask: { ...asked, topic: 'https://harbour.example/new' }, leave: live() },
    ],
  ])('%s', (__, fields, expected) => expect(step(fields)).toEqual(expected));
});

describe('the next poll', () => {
  const planned = { at: new Date(hours(1)), reason: 'By its rhythm.', intervalMinutes: 60, failures: 0 };
  const nextAt = (fields: Partial<Feed>, outcome: 'changed' | 'unchanged' | 'failed' = 'unchanged'): string =>
    nextPollWithHub(planned, feed({ nextPollAt: NOW.toISOString(), ...fields }), outcome, NOW).at.toISOString();

  it.each<[string, string, Partial<Feed>, number]>([
    ['is a day away when the hub will speak', 'unchanged', { subscription: live() }, 24],
    ['is in time to renew the lease', 'unchanged', { subscription: live({ leaseUntil: hours(68) }) }, 10],
    ['is by rhythm without a hub', 'unchanged', {}, 1],
    ['is by rhythm while the hub hasn’t confirmed', 'unchanged', { subscription: held() }, 1],
    ['is by rhythm when the lease is over', 'unchanged', { subscription: live({ leaseUntil: hours(-1) }) }, 1],
    [
      'is by rhythm after news, for a second announcement may have been passed over',
      'changed',
      { subscription: live() },
      1,
    ],
    ['is by rhythm after a failure', 'failed', { subscription: live() }, 1],
    [
      'is by rhythm when the hub has announced what the publisher didn’t show',
      'unchanged',
      { subscription: live({ announcedAt: NOW.toISOString() }) },
      1,
    ],
    [
      'is by rhythm for a week when the hub has missed news',
      'unchanged',
      { subscription: live({ missedAt: hours(-167) }) },
      1,
    ],
    ['and a day away again afterwards', 'unchanged', { subscription: live({ missedAt: hours(-168) }) }, 24],
  ])('%s', (_, outcome, fields, expected) => {
    expect(nextAt(fields, outcome as 'changed')).toBe(hours(expected));
  });
});

describe('a hub has missed what a poll of ours finds', () => {
  const lastPoll = { at: hours(-24), outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0 } as const;
  it.each<[string, Partial<Feed>, boolean]>([
    ['when it was to announce it, and is asked again', { subscription: live() }, true],
    ['but not twice in a week', { subscription: live({ missedAt: hours(-24) }) }, false],
    ['but not when it did', { subscription: live({ announcedAt: NOW.toISOString() }) }, false],
    [
      'but not when it may have, shortly before the poll before',
      { subscription: live({ announcedAt: hours(-24.5) }) },
      false,
    ],
    ['but not when it was agreed after the poll before', { subscription: live({ confirmedAt: hours(-23) }) }, false],
    ['but not when the lease is over', { subscription: live({ leaseUntil: hours(0) }) }, false],
    ['but not without one', {}, false],
  ])('%s', (_, fields, expected) => {
    const known = feed({ hub, nextPollAt: NOW.toISOString(), lastPoll, ...fields });
    const { ask } = subscriptionStep(known, true, NOW, () => 'random');
    expect(ask?.missedAt).toBe(expected ? NOW.toISOString() : undefined);
  });
});

describe('an announcement', () => {
  const lastPoll = (at: string, reason?: string) =>
    ({ at, outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0, ...(reason && { reason }) }) as const;
  it.each<[string, Partial<Feed>, string | undefined]>([
    ['is followed at once', { nextPollAt: hours(24), lastPoll: lastPoll(hours(-1)) }, hours(0)],
    ['is followed at once by a feed that was never polled', { nextPollAt: hours(1) }, hours(0)],
    [
      'is followed a minute after the last poll',
      { nextPollAt: hours(24), lastPoll: lastPoll(hours(-0.01)) },
      '2026-11-23T12:00:24.000Z',
    ],
    [
      'is passed over while the last one is being followed',
      { nextPollAt: hours(-0.01), subscription: live({ announcedAt: hours(-0.01) }) },
      undefined,
    ],
    [
      'is not passed over when that has taken long',
      { nextPollAt: hours(-1), subscription: live({ announcedAt: hours(-1) }) },
      hours(0),
    ],
    ['during a poll that may have been too early is followed by another', { nextPollAt: hours(-0.01) }, hours(0)],
    [
      'waits while the publisher asks to be left alone',
      { nextPollAt: hours(1), lastPoll: lastPoll(hours(-1), 'http-429') },
      undefined,
    ],
  ])('%s', (_, fields, expected) => {
    expect(pollAfterAnnouncement(feed({ subscription: live(), ...fields }), NOW)?.toISOString()).toBe(expected);
  });
});
