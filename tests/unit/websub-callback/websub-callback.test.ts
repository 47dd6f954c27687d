import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Feed, Subscription } from '../../../lambdas/core/feed/record/feed.ts';
import { callbackPath } from '../../../lambdas/core/feed/websub/callback-path.ts';
import type { PollMessage } from '../../../lambdas/core/queues/messages.ts';
import { websubCallback } from '../../../lambdas/websub-callback/websub-callback.ts';
import { feed } from '../../fakes/feed.ts';
import { fakeFeedStore } from '../../fakes/feed-store.ts';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const TOPIC = 'https://harbour.example/rss';
const asked: Subscription = {
  url: 'https://hub.example/',
  topic: TOPIC,
  token: 'token',
  secret: 'secret',
  requestedAt: '2026-11-23T11:59:00.000Z',
};
const live: Subscription = {
  ...asked,
  confirmedAt: '2026-11-23T11:59:00.000Z',
  leaseUntil: '2026-12-03T00:00:00.000Z',
};
const KEY = 'key';
/** A path that poll-feed made. */
const pathOf = (feedId: string, token: string): string => `/${callbackPath({ feedId, token }, KEY)}`;
const PATH = pathOf('feed-a', 'token');
const BODY = Buffer.from('<rss/>');
const signed = (secret = 'secret'): string => `sha256=${createHmac('sha256', secret).update(BODY).digest('hex')}`;

function world(fields: Partial<Feed> = { subscription: asked }) {
  const store = fakeFeedStore([feed({ nextPollAt: '2026-11-24T10:00:00.000Z', ...fields })]);
  const sent: PollMessage[] = [];
  let reads = 0;
  let isDown = false;
  const answer = websubCallback({
    feeds: {
      ...store,
      get: (feedId) => {
        reads++;
        return store.get(feedId);
      },
    },
    polls: {
      send: async (messages) => {
        if (isDown) throw new Error('SQS is down.');
        sent.push(...messages.map(({ message }) => message));
      },
    },
    key: KEY,
    now: () => NOW,
  });
  return {
    sent,
    reads: () => reads,
    state: () => store.feeds.get('feed-a'),
    breakQueue: () => {
      isDown = true;
    },
    verify: (query: Record<string, string>, path = PATH) =>
      answer({ method: 'GET', path, query: new URLSearchParams(query), body: Buffer.alloc(0) }),
    announce: (signature: string | undefined, path = PATH) =>
      answer({ method: 'POST', path, query: new URLSearchParams(), body: BODY, ...(signature && { signature }) }),
  };
}

describe('a hub that verifies', () => {
  const subscribe = { 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'c', 'hub.lease_seconds': '3600' };

  it('a hub that verifies gets its challenge back, and its lease is remembered', async () => {
    const { verify, state } = world({ subscription: { ...asked, problem: 'It was down.' } });
    expect(await verify(subscribe)).toMatchObject({ statusCode: 200, body: 'c' });
    expect(state()?.subscription).toEqual({
      ...asked,
      confirmedAt: NOW.toISOString(),
      leaseUntil: '2026-11-23T13:00:00.000Z',
    });
  });

  it.each<[string, Partial<Feed>, Record<string, string>, string]>([
    ['a hub with another topic gets a 404', { subscription: asked }, { 'hub.topic': 'https://valley.example/' }, PATH],
    ['a hub with a lease that is no number gets a 404', { subscription: asked }, { 'hub.lease_seconds': 'ever' }, PATH],
    ['a hub with a lease of 0 seconds gets a 404', { subscription: asked }, { 'hub.lease_seconds': '0' }, PATH],
    ['a hub with another mode gets a 404', { subscription: asked }, { 'hub.mode': 'publish' }, PATH],
    [
      'a hub with a challenge of over 2,000 characters gets a 404',
      { subscription: asked },
      { 'hub.challenge': 'c'.repeat(2_001) },
      PATH,
    ],
    ['a hub with another token gets a 404', { subscription: asked }, {}, pathOf('feed-a', 'guess')],
    ['a hub with a longer path gets a 404', { subscription: asked }, {}, `${PATH}/x`],
    ['a hub of a feed that asked nobody gets a 404', {}, {}, pathOf('feed-a', 'undefined')],
    ['a hub of a feed that is paused gets a 404', { subscription: asked, status: 'paused' }, {}, PATH],
    ['a hub of a feed that doesn’t exist gets a 404', { subscription: asked }, {}, pathOf('feed-b', 'token')],
  ])('%s', async (_, fields, query, path) => {
    const { verify, state } = world(fields);
    expect(await verify({ ...subscribe, ...query }, path)).toMatchObject({ statusCode: 404, body: '' });
    expect(state()?.subscription).toEqual(fields.subscription);
  });

  it.each<[string, Partial<Feed>, number]>([
    ['a hub may end a subscription that is not wanted any more', {}, 200],
    ['a hub may end the subscription of a feed that is paused', { status: 'paused', subscription: live }, 200],
    ['a hub may not end a subscription that is wanted', { subscription: live }, 404],
  ])('%s', async (_, fields, statusCode) => {
    const { verify } = world(fields);
    expect(await verify({ ...subscribe, 'hub.mode': 'unsubscribe' })).toMatchObject({ statusCode });
  });

  it('a hub that refuses without a reason is remembered so', async () => {
    const { verify, state } = world();
    expect(await verify({ 'hub.mode': 'denied', 'hub.topic': TOPIC })).toEqual({
      statusCode: 200,
      body: '',
      outcome: 'denied',
    });
    expect(state()?.subscription?.problem).toBe('The hub refuses: it says no reason.');
  });

  it('a long reason of a hub is cut to 200 characters', async () => {
    const { verify, state } = world();
    await verify({ 'hub.mode': 'denied', 'hub.topic': TOPIC, 'hub.reason': 'x'.repeat(300) });
    expect(state()?.subscription?.problem).toBe(`The hub refuses: ${'x'.repeat(200)}.`);
  });

  it('a hub that refuses another topic changes nothing', async () => {
    const { verify, state } = world({ subscription: live });
    expect(await verify({ 'hub.mode': 'denied', 'hub.topic': 'https://valley.example/' })).toMatchObject({
      statusCode: 404,
    });
    expect(state()?.subscription).toEqual(live);
  });

  it('a lease is a year at most', async () => {
    const { verify, state } = world();
    await verify({ ...subscribe, 'hub.lease_seconds': '99999999999' });
    expect(state()?.subscription?.leaseUntil).toBe('2027-11-23T12:00:00.000Z');
  });

  it('a challenge of 2,000 characters is sent back', async () => {
    const challenge = 'c'.repeat(2_000);
    expect(await world().verify({ ...subscribe, 'hub.challenge': challenge })).toEqual({
      statusCode: 200,
      body: challenge,
      outcome: 'confirmed',
    });
  });

  it('a hub that refuses ends the lease, and its reason is remembered', async () => {
    const { verify, state } = world();
    await verify({ 'hub.mode': 'denied', 'hub.topic': TOPIC, 'hub.reason': 'Too many.' });
    expect(state()?.subscription?.problem).toBe('The hub refuses: Too many.');
    expect(state()?.subscription).not.toHaveProperty('leaseUntil');
  });
});

it('a call by another method gets a 405', async () => {
  const answer = websubCallback({ feeds: fakeFeedStore(), polls: { send: async () => {} }, key: KEY, now: () => NOW });
  const call = { method: 'PUT', path: PATH, query: new URLSearchParams(), body: BODY };
  expect(await answer(call)).toEqual({ statusCode: 405, body: '', outcome: 'unknown' });
});

describe('an announcement', () => {
  it('an announcement right after a poll makes the feed due a minute after that poll, by the schedule', async () => {
    const lastPoll = { at: '2026-11-23T11:59:30.000Z', outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0 };
    const { announce, state, sent } = world({ subscription: live, lastPoll: { ...lastPoll, outcome: 'unchanged' } });
    expect(await announce(signed())).toMatchObject({ statusCode: 202, outcome: 'announced' });
    expect(state()).toMatchObject({ nextPollAt: '2026-11-23T12:00:30.000Z', availableAt: '2026-11-23T12:00:30.000Z' });
    expect(sent).toEqual([]);
  });

  it.each([
    [2, 'announced'],
    [3, 'an error'],
  ])('an announcement that %s other writers disturb ends in %s', async (writers, outcome) => {
    const store = fakeFeedStore([feed({ nextPollAt: '2026-11-24T10:00:00.000Z', subscription: live })]);
    let disturbed = 0;
    const answer = websubCallback({
      feeds: { ...store, announce: async (...call) => ++disturbed > writers && store.announce(...call) },
      polls: { send: async () => {} },
      key: KEY,
      now: () => NOW,
    });
    const call = {
      method: 'POST',
      path: PATH,
      query: new URLSearchParams(),
      body: BODY,
      signature: signed(),
    };
    const result = Promise.resolve(answer(call)).then(({ outcome: its }) => its);
    expect(await result.catch(() => 'an error')).toBe(outcome);
  });

  it('an announcement makes the feed due at once', async () => {
    const { announce, state, sent } = world({ subscription: live });
    expect(await announce(signed())).toMatchObject({ statusCode: 202, outcome: 'announced' });
    expect(sent).toEqual([{ version: 1, feedId: 'feed-a', nextPollAt: NOW.toISOString(), host: 'harbour.example' }]);
    expect(state()).toMatchObject({
      nextPollAt: NOW.toISOString(),
      nextPollReason: 'The hub has announced news.',
      subscription: { announcedAt: NOW.toISOString() },
    });
  });

  it('an announcement that comes twice makes one poll', async () => {
    const { announce, sent } = world({ subscription: live });
    await announce(signed());
    expect(await announce(signed())).toMatchObject({ statusCode: 202, outcome: 'nothing-to-do' });
    expect(sent).toHaveLength(1);
  });

  it('an announced feed is due by the schedule if its message is lost', async () => {
    const { announce, state, breakQueue } = world({ subscription: live });
    breakQueue();
    await expect(announce(signed())).rejects.toThrow('SQS is down.');
    expect(state()?.availableAt).toBe('2026-11-23T12:02:00.000Z');
  });

  it.each([
    ['an announcement without a signature is accepted and changes nothing', undefined],
    ['an announcement with a forged signature is accepted and changes nothing', signed('guess')],
  ])('%s', async (_, signature) => {
    const { announce, state, sent } = world({ subscription: live });
    const before = state();
    expect(await announce(signature)).toMatchObject({ statusCode: 202, outcome: 'forged' });
    expect(state()).toEqual(before);
    expect(sent).toEqual([]);
  });

  it('an unsigned announcement of a hub without a secret makes the feed due', async () => {
    const { secret: _, ...unsigned } = live;
    const { announce, sent } = world({ subscription: unsigned });
    expect(await announce(undefined)).toMatchObject({ statusCode: 202, outcome: 'announced' });
    expect(sent).toHaveLength(1);
  });

  it('an announcement reads its feed once', async () => {
    const { announce, reads } = world({ subscription: live });
    await announce(signed());
    expect(reads()).toBe(1);
  });

  it.each(['/feed-a/token', '/feed-a/token/a-guess', '/', `/${'x'.repeat(5_000)}`])(
    'a call under a path that we did not make reads nothing: %s',
    async (path) => {
      const { announce, verify, reads } = world({ subscription: live });
      expect(await announce(signed(), path)).toMatchObject({ statusCode: 410 });
      expect(await verify({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC }, path)).toMatchObject({ statusCode: 404 });
      expect(reads()).toBe(0);
    },
  );

  it.each<[string, Partial<Feed>, string]>([
    ['an announcement for a feed that is paused gets a 410', { status: 'paused', subscription: live }, PATH],
    ['an announcement for a feed that is gone gets a 410', { status: 'gone', subscription: live }, PATH],
    ['an announcement for a feed that was removed gets a 410', { subscription: live }, pathOf('feed-b', 'token')],
    ['an announcement for an earlier subscription gets a 410', { subscription: live }, pathOf('feed-a', 'earlier')],
  ])('%s', async (_, fields, path) => {
    const { announce, sent } = world(fields);
    expect(await announce(signed(), path)).toMatchObject({ statusCode: 410 });
    expect(sent).toEqual([]);
  });
});
