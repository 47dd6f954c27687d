import { describe, expect, it } from 'vitest';
import type { Feed, Subscription } from '../../../lambdas/core/feed/record/feed.ts';
import { callbackPath } from '../../../lambdas/core/feed/websub/callback-path.ts';
import type { HubRequest } from '../../../lambdas/core/feed/websub/hub-client.ts';
import { pollFeed } from '../../../lambdas/poll-feed/poll-feed.ts';
import { noCredentials } from '../../fakes/credentials.ts';
import { feed } from '../../fakes/feed.ts';
import { fakeFeedStore } from '../../fakes/feed-store.ts';
import { rss, story, URL, world } from '../../fakes/poll-world.ts';
import { feedsInProcess } from '../../fakes/readers.ts';
import { type Answer, fakeWeb } from '../../fakes/web.ts';

const HUB = 'https://hub.example/';
const CALLBACK = 'https://callback.example/';
const KEY = 'key';
const callback = (token: string): string => `${CALLBACK}${callbackPath({ feedId: 'feed-a', token }, KEY)}`;
const names = (hub: string) => `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub}"/>`;
const NOW = new Date('2026-11-23T08:00:00.000Z');

/** One poll of a feed, with hubs that answer as told. */
async function polled(initial: Partial<Feed>, answer: Answer, problem?: string) {
  const store = fakeFeedStore([feed(initial)]);
  const asked: HubRequest[] = [];
  const held: (Subscription | undefined)[] = [];
  let count = 0;
  const poll = pollFeed({
    read: feedsInProcess,
    credentials: noCredentials,
    feeds: store,
    items: { send: async () => {} },
    fetch: fakeWeb({ [URL]: answer }).fetch,
    floorMinutes: 5,
    backfillPagesDays: 7,
    hubs: {
      subscriptions: store,
      callbackUrl: CALLBACK,
      callbackKey: KEY,
      random: () => `random-${++count}`,
      askHub: async (request) => {
        asked.push(request);
        held.push(store.feeds.get('feed-a')?.subscription);
        return problem;
      },
    },
    now: () => NOW,
  });
  const { nextPollAt } = feed(initial);
  await poll({ version: 1, feedId: 'feed-a', nextPollAt });
  return { asked, held, state: store.feeds.get('feed-a') };
}

const live: Subscription = {
  url: HUB,
  topic: URL,
  token: 'token',
  secret: 'secret',
  requestedAt: '2026-11-22T08:00:00.000Z',
  confirmedAt: '2026-11-22T08:00:00.000Z',
  leaseUntil: '2026-12-02T08:00:00.000Z',
};

describe('a poll of a feed that names a hub', () => {
  it('a poll asks the hub that its feed names, when the hub’s call can be recognised', async () => {
    const { asked, held } = await polled({}, { body: rss(names(HUB), story('a')) });
    expect(asked).toEqual([
      {
        hub: HUB,
        mode: 'subscribe',
        topic: URL,
        callback: callback('random-1'),
        secret: 'random-2',
        leaseSeconds: 864_000,
      },
    ]);
    expect(held).toMatchObject([{ token: 'random-1', secret: 'random-2' }]);
  });

  it('a poll asks the hub of the headers rather than that of the document', async () => {
    const { asked } = await polled(
      {},
      { body: rss(names(HUB), story('a')), headers: { link: '<https://other.example/>; rel=hub' } },
    );
    expect(asked).toMatchObject([{ hub: 'https://other.example/' }]);
  });

  it('a poll remembers why a hub could not be asked', async () => {
    const { state } = await polled({}, { body: rss(names(HUB), story('a')) }, 'The hub answers with status 500.');
    expect(state?.subscription).toMatchObject({ problem: 'The hub answers with status 500.' });
  });

  it('a poll leaves a hub that its feed names no more, and asks the new hub', async () => {
    const { asked } = await polled({ subscription: live }, { body: rss(names('https://other.example/'), story('a')) });
    expect(asked).toMatchObject([
      { mode: 'unsubscribe', hub: HUB, topic: URL, callback: callback('token') },
      { mode: 'subscribe', hub: 'https://other.example/' },
    ]);
    expect(asked[0]).not.toHaveProperty('secret');
  });

  it('a poll gives no secret to a hub without HTTPS', async () => {
    const { asked } = await polled({}, { body: rss(names('http://hub.example/'), story('a')) });
    expect(asked).toEqual([expect.not.objectContaining({ secret: expect.anything() })]);
  });

  it('a poll does not ask a hub again after it has agreed', async () => {
    const hub = { url: HUB, topic: URL };
    expect((await polled({ hub, subscription: live }, { status: 304 })).asked).toEqual([]);
    expect((await polled({ hub, subscription: live }, { body: rss(names(HUB), story('a')) })).asked).toEqual([]);
  });

  it('a poll that failed asks no hub', async () => {
    expect((await polled({ hub: { url: HUB, topic: URL } }, { status: 500 })).asked).toEqual([]);
  });

  it('the next poll is a day away while the hub announces news', async () => {
    const { state } = await polled(
      { hub: { url: HUB, topic: URL }, subscription: live, seen: new Uint8Array() },
      { status: 304 },
    );
    expect(state?.nextPollAt).toBe('2026-11-24T08:00:00.000Z');
  });

  it('the next poll is by schedule if WebSub is switched off', async () => {
    const { poll, state } = world({ hub: { url: HUB, topic: URL }, subscription: live });
    await poll({ status: 304 });
    expect(state()?.nextPollReason).not.toContain('hub');
    expect(Date.parse(state()?.nextPollAt ?? '')).toBeLessThan(NOW.getTime() + 3 * 3_600_000);
  });

  it('a poll remembers that the hub has missed news', async () => {
    const lastPoll = {
      at: '2026-11-23T07:00:00.000Z',
      outcome: 'unchanged',
      detail: '',
      newItems: 0,
      changedItems: 0,
    } as const;
    const known = { hub: { url: HUB, topic: URL }, subscription: live, lastPoll };
    const { state } = await polled(known, { body: rss(names(HUB), story('a')) });
    expect(state?.subscription?.missedAt).toBe(NOW.toISOString());
  });
});
