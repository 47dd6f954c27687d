import { describe, expect, it } from 'vitest';
import { MOST_ITEMS } from '../../lambdas/core/feed/seen-set.ts';
import type { Feed } from '../../lambdas/core/feed/types.ts';
import type { ItemMessage, PollMessage } from '../../lambdas/core/messages.ts';
import type { FeedStore, FetchOutcome } from '../../lambdas/core/ports.ts';
import { pollFeed } from '../../lambdas/poll-feed/poll-feed.ts';
import { feed } from '../fakes/feed.ts';
import { fakeFeedStore } from '../fakes/feed-store.ts';
import { type Answer, fakeWeb } from '../fakes/web.ts';

const URL = 'https://harbour.example/rss';
const START = new Date('2026-11-23T08:00:00.000Z');

const rss = (...stories: string[]): string =>
  `<rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en</language>${stories.join('')}</channel></rss>`;
const story = (id: string, text = `Text of ${id}.`): string =>
  `<item><guid>${id}</guid><link>https://harbour.example/${id}</link><title>${id}</title><description>${text}</description></item>`;

/** A feed and its publisher; each `poll` answers the feed's present due time, an hour after the one before. */
function world(initial: Partial<Feed> = {}, decorate: (store: FeedStore) => FeedStore = (store) => store) {
  const store = fakeFeedStore([feed(initial)]);
  const answers: Record<string, Answer | FetchOutcome> = {};
  const web = fakeWeb(answers);
  const sent: ItemMessage[][] = [];
  let clock = START.getTime();
  const poll = pollFeed({
    feeds: decorate(store),
    items: { send: async (messages) => void sent.push([...messages]) },
    fetch: web.fetch,
    floorMinutes: 5,
    now: () => new Date(clock),
  });
  const state = () => store.feeds.get('feed-a');
  const due = (): PollMessage => ({ version: 1, feedId: 'feed-a', nextPollAt: state()?.nextPollAt ?? '' });
  return {
    store,
    state,
    sent,
    requests: web.requests,
    due,
    deliver: poll,
    async poll(answer?: Answer | FetchOutcome) {
      if (answer !== undefined) answers[URL] = answer;
      clock += 3_600_000;
      return poll(due());
    },
    guids: () => sent.flat().map(({ item }) => item.guid),
  };
}

describe('the first poll', () => {
  it('sends every item, with its feed and when it was found', async () => {
    const { poll, sent } = world();
    expect(await poll({ body: rss(story('a'), story('b')) })).toEqual({
      at: '2026-11-23T09:00:00.000Z',
      outcome: 'changed',
      detail: '2 new and 0 changed of 2 items.',
      newItems: 2,
      changedItems: 0,
    });
    expect(sent.flat()[0]).toEqual({
      version: 1,
      feed: { feedId: 'feed-a', url: URL, title: 'Harbour Post', language: 'en' },
      item: {
        guid: 'a',
        url: 'https://harbour.example/a',
        title: 'a',
        summary: 'Text of a.',
        authors: [],
        categories: [],
      },
      foundAt: '2026-11-23T09:00:00.000Z',
    });
  });

  it('remembers what the feed is called, and when it changed', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: { etag: '"1"' } });
    expect(state()).toMatchObject({
      title: 'Harbour Post',
      siteUrl: 'https://harbour.example/',
      language: 'en',
      lastChangedAt: '2026-11-23T09:00:00.000Z',
      lastPoll: { outcome: 'changed' },
      failures: 0,
      intervalMinutes: 15,
    });
  });

  it('counts an item that is listed twice once', async () => {
    const { poll, guids } = world();
    expect(await poll({ body: rss(story('a'), story('b'), story('a')) })).toMatchObject({ newItems: 2 });
    expect(guids()).toEqual(['a', 'b']);
  });

  it('of an empty feed sends nothing and is no failure', async () => {
    const { poll, guids } = world();
    expect(await poll({ body: rss() })).toMatchObject({ outcome: 'unchanged' });
    expect(guids()).toEqual([]);
  });

  it('of a document without end reads as much as a feed can remember, and says so', async () => {
    const { poll, guids } = world();
    const stories = Array.from({ length: MOST_ITEMS + 10 }, (_, index) => story(String(index)));
    expect(await poll({ body: rss(...stories) })).toMatchObject({
      detail: '2000 new and 0 changed of 2010 items. Only the first 2000 items are read.',
    });
    expect(guids()).toHaveLength(MOST_ITEMS);
  });
});

describe('a poll without news', () => {
  it.each<[string, Answer, string]>([
    ['is told by a 304', { status: 304 }, 'Not modified (304).'],
    ['is told by the same bytes', { body: rss(story('a'), story('b')) }, 'The same document as last time.'],
    ['is told by the same items in other bytes', { body: rss(story('b'), story('a')) }, 'A new document without news.'],
    ['is told by an item that left', { body: rss(story('a')) }, 'A new document without news.'],
  ])('%s, and sends nothing', async (_, answer, detail) => {
    const { poll, guids, state } = world();
    await poll({ body: rss(story('a'), story('b')) });
    expect(await poll(answer)).toMatchObject({ outcome: 'unchanged', detail, newItems: 0, changedItems: 0 });
    expect(guids()).toEqual(['a', 'b']);
    expect(state()).toMatchObject({ lastChangedAt: '2026-11-23T09:00:00.000Z', title: 'Harbour Post' });
    expect(state()?.seen?.length).toBeGreaterThan(0);
  });

  it('does not forget what was seen, so that the next one has no news either', async () => {
    const { poll, guids } = world();
    await poll({ body: rss(story('a')) });
    for (const answer of [{ status: 304 }, { body: rss(story('a')) }, { status: 500 }, { status: 304 }])
      await poll(answer);
    expect(await poll({ body: ` ${rss(story('a'))}` })).toMatchObject({ outcome: 'unchanged' });
    expect(guids()).toEqual(['a']);
  });

  it('comes later each time', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')) });
    await poll({ status: 304 });
    expect(state()?.intervalMinutes).toBe(22.5);
  });
});

describe('a poll with news', () => {
  it('sends what is new and what was edited, and nothing else', async () => {
    const { poll, guids, sent } = world();
    await poll({ body: rss(story('a'), story('b')) });
    expect(await poll({ body: rss(story('c'), story('a', 'Corrected.'), story('b')) })).toMatchObject({
      outcome: 'changed',
      newItems: 1,
      changedItems: 1,
    });
    expect(guids().slice(2)).toEqual(['c', 'a']);
    expect(sent.flat().at(-1)?.item.summary).toBe('Corrected.');
  });
});

describe('validators', () => {
  const validators = { etag: 'W/"a\\"b"', 'last-modified': 'some day in autumn' };

  it('are kept, and sent back as they came', async () => {
    const { poll, requests } = world();
    await poll({ body: rss(story('a')), headers: validators });
    await poll({ status: 304 });
    await poll();
    expect(requests.map(({ etag, lastModified }) => [etag, lastModified])).toEqual([
      [undefined, undefined],
      ['W/"a\\"b"', 'some day in autumn'],
      ['W/"a\\"b"', 'some day in autumn'],
    ]);
  });

  it.each<[string, Answer]>([
    ['of a new document replace the old ones', { body: rss(story('b')), headers: { etag: '"2"' } }],
    ['of the same document too', { body: rss(story('a')), headers: { etag: '"2"' } }],
  ])('%s', async (_, answer) => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: validators });
    await poll(answer);
    expect(state()?.etag).toBe('"2"');
    expect(state()).not.toHaveProperty('lastModified');
  });

  it('of a document that could not be read are not kept, or a 304 would hide the repaired one', async () => {
    const { poll, state } = world();
    await poll({ body: '<rss><channel>', headers: validators });
    expect(state()).not.toHaveProperty('etag');
    expect(state()).not.toHaveProperty('bodyHash');
  });
});

describe('a failure', () => {
  const failures: [string, Answer | FetchOutcome, string][] = [
    ['404', { status: 404 }, 'http-404'],
    ['403', { status: 403 }, 'http-403'],
    ['500', { status: 500 }, 'http-500'],
    ['204', { status: 204 }, 'http-204'],
    ['a redirect to nowhere', { status: 302 }, 'http-302'],
    ['a name that does not resolve', { kind: 'failed', reason: 'dns', detail: 'no such host' }, 'dns'],
    ['a timeout', { kind: 'failed', reason: 'timeout', detail: 'no answer' }, 'timeout'],
    ['a broken document', { body: '<rss version="2.0"><channel><item>' }, 'broken-feed'],
    ['a page', { body: '<!doctype html><html></html>' }, 'html-page'],
    ['nothing', { body: ' ' }, 'empty-body'],
  ];
  it.each(failures)('has a name, is recorded and comes back later: %s', async (_, answer, reason) => {
    const { poll, guids, state } = world();
    expect(await poll(answer)).toMatchObject({ outcome: 'failed', reason, detail: expect.stringMatching(/\S/) });
    expect(guids()).toEqual([]);
    expect(state()).toMatchObject({
      status: 'active',
      failures: 1,
      lastPoll: { outcome: 'failed', reason },
      nextPollReason: 'Failure 1 in a row: waiting 30 minutes.',
    });
  });

  it('backs off further each time, and is forgotten by a success', async () => {
    const { poll, state } = world();
    for (const failed of [1, 2, 3]) {
      await poll({ status: 500 });
      expect(state()?.failures).toBe(failed);
    }
    expect(state()?.nextPollReason).toBe('Failure 3 in a row: waiting 120 minutes.');
    await poll({ body: rss(story('a')) });
    expect(state()).toMatchObject({ failures: 0, intervalMinutes: 15 });
  });

  it('keeps all that was known', async () => {
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
  ])('of status %i waits as long as the publisher asks: %s', async (status, retryAfter, expected) => {
    const { poll, state } = world();
    await poll({ status, headers: { 'retry-after': retryAfter } });
    expect(state()).toMatchObject({ nextPollAt: expected, failures: 1 });
  });
});

describe('a feed that is gone', () => {
  it('leaves the schedule at a 410', async () => {
    const { store, poll, state } = world();
    expect(await poll({ status: 410 })).toMatchObject({ outcome: 'gone', reason: 'gone' });
    expect(state()).toMatchObject({ status: 'gone', lastPoll: { outcome: 'gone' } });
    expect(await Array.fromAsync(store.due(new Date('2030-01-01')))).toEqual([]);
  });
});

describe('a message that is stale', () => {
  it.each<[string, Partial<Feed>, Partial<PollMessage>]>([
    ['answers another due time', {}, { nextPollAt: '2026-11-22T00:00:00.000Z' }],
    ['is about a feed that was paused', { status: 'paused' }, {}],
    ['is about a feed that is gone', { status: 'gone' }, {}],
    ['is about a feed that was removed', {}, { feedId: 'feed-x' }],
  ])('is passed over without a fetch: it %s', async (_, initial, fields) => {
    const { deliver, due, requests, sent, state } = world(initial);
    const before = state();
    expect(await deliver({ ...due(), ...fields })).toEqual({ outcome: 'stale' });
    expect(requests).toEqual([]);
    expect(sent).toEqual([]);
    expect(state()).toEqual(before);
  });

  it('and so is the same message twice', async () => {
    const { poll, deliver, due, requests } = world();
    const message = due();
    await poll({ body: rss(story('a')) });
    expect(await deliver(message)).toEqual({ outcome: 'stale' });
    expect(requests).toHaveLength(1);
  });
});

describe('faults', () => {
  it('a kill between sending and recording makes the items come twice, and no item get lost', async () => {
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
      feeds: store,
      items: { send: () => Promise.reject(new Error('refused')) },
      fetch: fakeWeb({ [URL]: { body: rss(story('a')) } }).fetch,
      floorMinutes: 5,
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
