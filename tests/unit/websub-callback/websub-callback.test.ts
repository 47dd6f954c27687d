import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Feed, Subscription } from '../../../lambdas/core/feed/record/feed.ts';
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
const BODY = Buffer.from('<rss/>');
const signed = (secret = 'secret'): string => `sha256=${createHmac('sha256', secret).update(BODY).digest('hex')}`;

function world(fields: Partial<Feed> = { subscription: asked }) {
  const store = fakeFeedStore([feed({ nextPollAt: '2026-11-24T10:00:00.000Z', ...fields })]);
  const sent: PollMessage[] = [];
  let isDown = false;
  const answer = websubCallback({
    feeds: store,
    polls: {
      send: async (messages) => {
        if (isDown) throw new Error('SQS is down.');
        sent.push(...messages.map(({ message }) => message));
      },
    },
    now: () => NOW,
  });
  return {
    sent,
    state: () => store.feeds.get('feed-a'),
    breakQueue: () => {
      isDown = true;
    },
    verify: (query: Record<string, string>, path = '/feed-a/token') =>
      answer({ method: 'GET', path, query: new URLSearchParams(query), body: Buffer.alloc(0) }),
    announce: (signature: string | undefined, path = '/feed-a/token') =>
      answer({ method: 'POST', path, query: new URLSearchParams(), body: BODY, ...(signature && { signature }) }),
  };
}

describe('a hub that makes sure that it was us', () => {
  const subscribe = { 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'c', 'hub.lease_seconds': '3600' };

  it('gets its challenge back, and its lease is remembered', async () => {
    const { verify, state } = world({ subscription: { ...asked, problem: 'It was down.' } });
    expect(await verify(subscribe)).toMatchObject({ statusCode: 200, body: 'c' });
    expect(state()?.subscription).toEqual({
      ...asked,
      confirmedAt: NOW.toISOString(),
      leaseUntil: '2026-11-23T13:00:00.000Z',
    });
  });

  it.each<[string, Partial<Feed>, Record<string, string>, string]>([
    ['another topic', { subscription: asked }, { 'hub.topic': 'https://valley.example/' }, '/feed-a/token'],
    ['no lease', { subscription: asked }, { 'hub.lease_seconds': 'ever' }, '/feed-a/token'],
    ['another mode', { subscription: asked }, { 'hub.mode': 'publish' }, '/feed-a/token'],
    ['a challenge without end', { subscription: asked }, { 'hub.challenge': 'c'.repeat(2_001) }, '/feed-a/token'],
    ['a token that it wasn’t given', { subscription: asked }, {}, '/feed-a/guess'],
    ['another path', { subscription: asked }, {}, '/feed-a/token/x'],
    ['a feed that asked nobody', {}, {}, '/feed-a/undefined'],
    ['a feed that is paused', { subscription: asked, status: 'paused' }, {}, '/feed-a/token'],
    ['a feed that isn’t there', { subscription: asked }, {}, '/feed-b/token'],
  ])('gets a 404 for %s', async (_, fields, query, path) => {
    const { verify, state } = world(fields);
    expect(await verify({ ...subscribe, ...query }, path)).toMatchObject({ statusCode: 404, body: '' });
    expect(state()?.subscription).toEqual(fields.subscription);
  });

  it.each<[string, Partial<Feed>, number]>([
    ['may end what is not wanted any more', {}, 200],
    ['may end it when the feed is paused', { status: 'paused', subscription: live }, 200],
    ['may not end what is wanted', { subscription: live }, 404],
  ])('%s', async (_, fields, statusCode) => {
    const { verify } = world(fields);
    expect(await verify({ ...subscribe, 'hub.mode': 'unsubscribe' })).toMatchObject({ statusCode });
  });

  it('may refuse, and says why', async () => {
    const { verify, state } = world();
    await verify({ 'hub.mode': 'denied', 'hub.topic': TOPIC, 'hub.reason': 'Too many.' });
    expect(state()?.subscription?.problem).toBe('The hub refuses: Too many.');
    expect(state()?.subscription).not.toHaveProperty('leaseUntil');
  });
});

describe('an announcement', () => {
  it('makes the feed due at once', async () => {
    const { announce, state, sent } = world({ subscription: live });
    expect(await announce(signed())).toMatchObject({ statusCode: 202, outcome: 'announced' });
    expect(sent).toEqual([{ version: 1, feedId: 'feed-a', nextPollAt: NOW.toISOString(), host: 'harbour.example' }]);
    expect(state()).toMatchObject({
      nextPollAt: NOW.toISOString(),
      nextPollReason: 'The hub has announced news.',
      subscription: { announcedAt: NOW.toISOString() },
    });
  });

  it('that comes twice makes one poll', async () => {
    const { announce, sent } = world({ subscription: live });
    await announce(signed());
    expect(await announce(signed())).toMatchObject({ statusCode: 202, outcome: 'nothing-to-do' });
    expect(sent).toHaveLength(1);
  });

  it('whose message is lost is found by the schedule', async () => {
    const { announce, state, breakQueue } = world({ subscription: live });
    breakQueue();
    await expect(announce(signed())).rejects.toThrow('SQS is down.');
    expect(state()?.availableAt).toBe('2026-11-23T12:02:00.000Z');
  });

  it.each([
    ['without a signature', undefined],
    ['with a forged one', signed('guess')],
  ])('%s is accepted and changes nothing', async (_, signature) => {
    const { announce, state, sent } = world({ subscription: live });
    const before = state();
    expect(await announce(signature)).toMatchObject({ statusCode: 202, outcome: 'forged' });
    expect(state()).toEqual(before);
    expect(sent).toEqual([]);
  });

  it.each<[string, Partial<Feed>, string]>([
    ['a feed that is paused', { status: 'paused', subscription: live }, '/feed-a/token'],
    ['a feed that is gone', { status: 'gone', subscription: live }, '/feed-a/token'],
    ['a feed that was removed', { subscription: live }, '/feed-b/token'],
    ['a subscription of before', { subscription: live }, '/feed-a/earlier'],
  ])('for %s ends the subscription', async (_, fields, path) => {
    const { announce, sent } = world(fields);
    expect(await announce(signed(), path)).toMatchObject({ statusCode: 410 });
    expect(sent).toEqual([]);
  });
});
