import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import type { PollMessage } from '../../../lambdas/core/queues/messages.ts';
import { failureWeight } from '../../../lambdas/core/web/failure-weight.ts';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import { pollFeed } from '../../../lambdas/poll-feed/poll-feed.ts';
import { noCredentials } from '../../fakes/credentials.ts';
import { feed } from '../../fakes/feed.ts';
import { fakeFeedStore } from '../../fakes/feed-store.ts';
import { rss, START, story, URL, world } from '../../fakes/poll-world.ts';
import { feedsInProcess } from '../../fakes/readers.ts';
import { type Answer, fakeWeb } from '../../fakes/web.ts';

describe('a failure', () => {
  const failures: [string, Answer | FetchOutcome, string][] = [
    ['404', { status: 404 }, 'http-404'],
    ['403', { status: 403 }, 'http-403'],
    ['500', { status: 500 }, 'http-500'],
    ['204', { status: 204 }, 'http-204'],
    ['a 304 of what was never shown', { status: 304 }, 'http-304'],
    ['a redirect to nowhere', { status: 302 }, 'http-302'],
    ['a name that does not resolve', { kind: 'failed', reason: 'dns', detail: 'no such host' }, 'dns'],
    ['a timeout', { kind: 'failed', reason: 'timeout', detail: 'no answer' }, 'timeout'],
    ['a broken document', { body: '<rss version="2.0"><channel><item>' }, 'broken-feed'],
    ['a page', { body: '<!doctype html><html></html>' }, 'html-page'],
    ['nothing', { body: ' ' }, 'empty-body'],
    ['JSON that is no feed', { body: '{"items":[]}' }, 'not-a-feed'],
    ['a wall of Cloudflare', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'bot-wall'],
    ['a wall of AWS', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }, 'bot-wall'],
    ['a wall that says 200', { body: '<html><title>Just a moment...</title></html>' }, 'bot-wall'],
  ];
  it.each(failures)('a failure by %s has a name, is recorded, and is polled again later', async (_, answer, reason) => {
    const { poll, guids, state } = world();
    expect(await poll(answer)).toMatchObject({ outcome: 'failed', reason, detail: expect.stringMatching(/\S/) });
    expect(guids()).toEqual([]);
    expect(state()).toMatchObject({
      status: 'active',
      failures: failureWeight(reason),
      lastPoll: { outcome: 'failed', reason },
      nextPollReason: expect.stringContaining(`(${reason})`),
    });
  });

  it.each([
    [400, undefined],
    [431, undefined],
    [500, '"1"'],
  ])('after a status %s the ETag is %s, because the status may be about the validators', async (status, etag) => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: { etag: '"1"' } });
    await poll({ status });
    expect(state()?.etag).toBe(etag);
  });

  it('failures in a row wait longer each time, and a success forgets them', async () => {
    const { poll, state } = world();
    for (const failed of [1, 2, 3]) {
      await poll({ status: 404 });
      expect(state()?.failures).toBe(failed);
    }
    expect(state()?.nextPollReason).toBe(
      'Failed again (http-404): waiting 120 minutes, for the failures in a row weigh 3.',
    );
    await poll({ body: rss(story('a')) });
    expect(state()).toMatchObject({ failures: 0, intervalMinutes: 30 });
  });

  it('a failure keeps the state of the last document', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: { etag: '"1"' } });
    const before = state();
    await poll({ status: 500 });
    const { title, siteUrl, language, etag, bodyHash, seen, lastChangedAt } = before ?? {};
    expect(state()).toMatchObject({ title, siteUrl, language, etag, bodyHash, seen, lastChangedAt });
  });

  it.each([
    [429, '7200', '2026-11-23T11:00:00.000Z'],
    [503, 'Mon, 23 Nov 2026 12:00:00 GMT', '2026-11-23T12:00:00.000Z'],
  ])('a failure by status %i waits as long as Retry-After asks: %s', async (status, retryAfter, expected) => {
    const { poll, state } = world();
    await poll({ status, headers: { 'retry-after': retryAfter } });
    expect(state()).toMatchObject({ nextPollAt: expected, failures: 0.5 });
  });
});

describe('a feed that is gone', () => {
  it('a 410 takes the feed out of the schedule', async () => {
    const { store, poll, state } = world();
    expect(await poll({ status: 410 })).toMatchObject({
      outcome: 'gone',
      reason: 'gone',
      detail: 'The publisher says the feed is gone for good (410).',
    });
    expect(state()).toMatchObject({ status: 'gone', lastPoll: { outcome: 'gone' } });
    expect(await Array.fromAsync(store.due({ until: new Date('2030-01-01').toISOString() }))).toEqual([]);
  });
});

describe('a message that is stale', () => {
  it.each<[string, Partial<Feed>, Partial<PollMessage>]>([
    ['a message for another due time is stale, and nothing is fetched', {}, { nextPollAt: '2026-11-22T00:00:00.000Z' }],
    ['a message for a feed that was paused is stale, and nothing is fetched', { status: 'paused' }, {}],
    ['a message for a feed that is gone is stale, and nothing is fetched', { status: 'gone' }, {}],
    ['a message for a feed that was removed is stale, and nothing is fetched', {}, { feedId: 'feed-x' }],
  ])('%s', async (_, initial, fields) => {
    const { deliver, due, requests, sent, state } = world(initial);
    const before = state();
    expect(await deliver({ ...due(), ...fields })).toEqual({ outcome: 'stale' });
    expect(requests).toEqual([]);
    expect(sent).toEqual([]);
    expect(state()).toEqual(before);
  });

  it('a message that comes twice is stale the second time', async () => {
    const { poll, deliver, due, requests } = world();
    const message = due();
    await poll({ body: rss(story('a')) });
    expect(await deliver(message)).toEqual({ outcome: 'stale' });
    expect(requests).toHaveLength(1);
  });
});

describe('faults', () => {
  it('a poll that dies between sending and recording sends its items twice, and loses none', async () => {
    let alive = false;
    const { poll, guids, state, deliver, due } = world({}, (store) => ({
      ...store,
      recordPoll: (...record) => (alive ? store.recordPoll(...record) : Promise.reject(new Error('killed'))),
    }));
    await expect(poll({ body: rss(story('a'), story('b')) })).rejects.toThrow('killed');
    expect(state()).not.toHaveProperty('lastPoll');
    alive = true;
    expect(await deliver(due())).toMatchObject({ outcome: 'changed', newItems: 2 });
    expect(guids()).toEqual(['a', 'b', 'a', 'b']);
    expect(await poll({ status: 304 })).toMatchObject({ outcome: 'unchanged' });
  });

  it('a queue that refuses leaves the feed as it was, so that the poll is done again', async () => {
    const store = fakeFeedStore([feed()]);
    const before = store.feeds.get('feed-a');
    const poll = pollFeed({
      read: feedsInProcess,
      credentials: noCredentials,
      feeds: store,
      items: { send: () => Promise.reject(new Error('refused')) },
      fetch: fakeWeb({ [URL]: { body: rss(story('a')) } }).fetch,
      floorMinutes: 5,
      backfillPagesDays: 7,
      now: () => START,
    });
    await expect(poll({ version: 1, feedId: 'feed-a', nextPollAt: before?.nextPollAt ?? '' })).rejects.toThrow(
      'refused',
    );
    expect(store.feeds.get('feed-a')).toEqual(before);
  });

  it.each<[string, Partial<Feed>]>([
    ['moved to another due time', { nextPollAt: '2026-11-23T08:30:00.000Z' }],
    ['paused', { status: 'paused' }],
  ])('a feed that was %s during its poll is left as it is', async (_, meanwhile) => {
    const moved = feed(meanwhile);
    const { poll, store, state } = world({}, (inner) => ({
      ...inner,
      async recordPoll(...record) {
        store.feeds.set('feed-a', moved);
        return inner.recordPoll(...record);
      },
    }));
    expect(await poll({ body: rss(story('a')) })).toEqual({ outcome: 'stale' });
    expect(state()).toEqual(moved);
  });
});

describe('a host that asks to be left alone', () => {
  const two = (answers: Record<string, Answer | FetchOutcome>) => {
    const store = fakeFeedStore([
      feed({ feedId: 'feed-a', url: 'https://harbour.example/a' }),
      feed({ feedId: 'feed-b', url: 'https://harbour.example/b' }),
    ]);
    const web = fakeWeb(answers);
    const clock = { now: START };
    const poll = pollFeed({
      read: feedsInProcess,
      credentials: noCredentials,
      feeds: store,
      items: { send: async () => {} },
      fetch: web.fetch,
      floorMinutes: 5,
      backfillPagesDays: 7,
      now: () => clock.now,
    });
    const answer = (feedId: string) =>
      poll({ version: 1, feedId, nextPollAt: store.feeds.get(feedId)?.nextPollAt ?? '', host: 'harbour.example' });
    return { store, clock, answer, asked: () => web.requests.map(({ url }) => url) };
  };

  it.each<[string, Answer, string]>([
    [
      'a host with a 429 and Retry-After is left alone with all its feeds',
      { status: 429, headers: { 'retry-after': '7200' } },
      '2026-11-23T10:00:00.000Z',
    ],
    [
      'a host with a 429 alone is left alone for half an hour with all its feeds',
      { status: 429 },
      '2026-11-23T08:30:00.000Z',
    ],
    [
      'a host with a 503 and Retry-After is left alone with all its feeds',
      { status: 503, headers: { 'retry-after': '7200' } },
      '2026-11-23T10:00:00.000Z',
    ],
  ])('%s', async (_, refusal, until) => {
    const { store, clock, answer, asked } = two({ 'https://harbour.example/a': refusal });
    await answer('feed-a');
    const lastPoll = store.feeds.get('feed-b')?.lastPoll;
    expect(await answer('feed-b')).toEqual({
      outcome: 'postponed',
      detail: `Put off: its host asks to be left alone until ${until}.`,
    });
    expect(asked()).toEqual(['https://harbour.example/a']);
    const postponed = store.feeds.get('feed-b');
    expect(postponed).toMatchObject({ failures: 0, intervalMinutes: 30 });
    expect(postponed?.lastPoll).toEqual(lastPoll);
    expect((postponed?.nextPollAt ?? '') >= until).toBe(true);

    clock.now = new Date(postponed?.nextPollAt ?? '');
    await answer('feed-b');
    expect(asked()).toEqual(['https://harbour.example/a', 'https://harbour.example/b']);
  });

  it.each<[string, Answer]>([
    ['a host with a 503 alone is not left alone', { status: 503 }],
    ['a host with a 500 is not left alone', { status: 500, headers: { 'retry-after': '7200' } }],
    ['a host with a 404 is not left alone', { status: 404 }],
  ])('%s', async (_, failure) => {
    const { store, answer } = two({ 'https://harbour.example/a': failure });
    await answer('feed-a');
    expect(store.coolDowns.size).toBe(0);
  });

  it('the host that is left alone is the host that answered, after redirects', async () => {
    const elsewhere = {
      kind: 'response',
      status: 429,
      url: 'https://cdn.example/a',
      headers: {},
      body: Buffer.of(),
    } as const;
    const { store, answer } = two({ 'https://harbour.example/a': elsewhere });
    await answer('feed-a');
    expect([...store.coolDowns.keys()]).toEqual(['cdn.example']);
  });
});
