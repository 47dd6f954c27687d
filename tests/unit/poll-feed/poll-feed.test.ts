import { describe, expect, it } from 'vitest';
import { MAX_ITEMS } from '../../../lambdas/core/feed/document/newest-items.ts';
import { validatorsToSend } from '../../../lambdas/core/feed/polling/validators.ts';
import type { Feed } from '../../../lambdas/core/feed/record/feed.ts';
import type { ItemMessage } from '../../../lambdas/core/queues/messages.ts';
import { feed } from '../../fakes/feed.ts';
import { rss, START, story, URL, world } from '../../fakes/poll-world.ts';
import type { Answer } from '../../fakes/web.ts';

function relabel({ feeds }: ReturnType<typeof world>['store'], labels: readonly string[]): void {
  const stored = feeds.get('feed-a');
  if (stored !== undefined) feeds.set('feed-a', { ...stored, labels });
}

describe('the first poll', () => {
  it('the first poll sends every item, with its feed and when it was found', async () => {
    const { poll, sent } = world();
    expect(await poll({ body: rss(story('a'), story('b')) })).toEqual({
      at: '2026-11-23T09:00:00.000Z',
      outcome: 'changed',
      detail: '2 new and 0 changed of 2 items.',
      newItems: 2,
      changedItems: 0,
      noted: [],
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

  it('the first poll remembers the feed’s title, and when it changed', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: { etag: '"1"' } });
    expect(state()).toMatchObject({
      title: 'Harbour Post',
      siteUrl: 'https://harbour.example/',
      language: 'en',
      lastChangedAt: '2026-11-23T09:00:00.000Z',
      lastPoll: { outcome: 'changed' },
      failures: 0,
      intervalMinutes: 30,
    });
  });

  it('a poll says with each item that its page is not wanted if the operator does not want pages', async () => {
    const { poll, sent } = world({ pages: 'off' });
    await poll({ body: rss(story('a')) });
    expect(sent.flat()[0]?.feed).toMatchObject({ pages: 'off' });
  });

  it('a poll sends the labels of that time and the settings that articles need with each item', async () => {
    const set = { retentionDays: 30, languageSetting: 'de', site: 'own' } as const;
    const { poll, sent, store } = world({ labels: ['desk:sea'], shortestMinutes: 10, ...set });
    await poll({ body: rss(story('a')) });
    expect(sent.flat()[0]?.feed).toEqual({
      feedId: 'feed-a',
      url: URL,
      title: 'Harbour Post',
      language: 'en',
      labels: ['desk:sea'],
      ...set,
    });
    relabel(store, ['client-7']);
    await poll({ body: rss(story('a'), story('b')) });
    expect(sent[1]?.map(({ feed: { labels }, item }) => [item.guid, labels])).toEqual([['b', ['client-7']]]);
  });

  it('a poll of the same document sends nothing although the feed’s labels changed', async () => {
    const { poll, sent, store } = world();
    await poll({ body: rss(story('a')) });
    relabel(store, ['client-7']);
    await poll({ body: rss(story('a'), '<!-- other bytes -->') });
    expect(sent.map((items) => items.length)).toEqual([1, 0]);
  });

  it.each<[string, Partial<Feed>, number]>([
    ['a feed is polled no sooner than its shortest interval', { intervalMinutes: 30, shortestMinutes: 90 }, 90],
    ['a shortest interval below the operator’s floor counts', { intervalMinutes: 4, shortestMinutes: 2 }, 2],
    ['a feed without settings is polled no sooner than the operator’s floor', { intervalMinutes: 4 }, 5],
  ])('%s', async (_, settings, minutes) => {
    const { poll, state } = world(settings);
    await poll({ body: rss(story('a')) });
    const feed = state();
    if (feed !== undefined) Object.assign(feed, { intervalMinutes: settings.intervalMinutes });
    await poll({ body: rss(story('a'), story('b'), story('c'), story('d')) });
    expect(state()?.intervalMinutes).toBe(minutes);
  });

  it('the interval of a feed without news grows to its longest interval, and no further', async () => {
    const { poll, state } = world({ longestMinutes: 40 });
    await poll({ body: rss(story('a')) });
    for (let count = 0; count < 5; count++) await poll({ status: 304 });
    expect(state()?.intervalMinutes).toBe(40);
  });

  it('an item that is listed twice counts once', async () => {
    const { poll, guids } = world();
    expect(await poll({ body: rss(story('a'), story('b'), story('a')) })).toMatchObject({ newItems: 2 });
    expect(guids()).toEqual(['a', 'b']);
  });

  it('the first poll of an empty feed sends nothing and is no failure', async () => {
    const { poll, guids } = world();
    expect(await poll({ body: rss() })).toMatchObject({ outcome: 'unchanged' });
    expect(guids()).toEqual([]);
  });

  it('a poll of 2,010 items reads the newest 2,000, and the feed says so until its document is shorter', async () => {
    const { poll, guids, state } = world();
    const stories = Array.from({ length: MAX_ITEMS + 10 }, (_, index) => story(String(index)));
    expect(await poll({ body: rss(...stories) })).toMatchObject({
      detail: '2000 new and 0 changed of 2010 items. Only the newest 2000 are read.',
    });
    expect(guids()).toHaveLength(MAX_ITEMS);
    await poll({ status: 304 });
    expect(state()).toMatchObject({ leftOut: 10 });
    await poll({ body: rss(story('1')) });
    expect(state()).not.toHaveProperty('leftOut');
  });

  it('a poll of 2,500 items with the newest last misses no new item', async () => {
    const { poll, guids } = world();
    const dated = (n: number): string =>
      story(String(n)).replace('<guid>', `<pubDate>${new Date(n * 3_600_000).toUTCString()}</pubDate><guid>`);
    const stories = Array.from({ length: 2_500 }, (_, index) => dated(index));
    await poll({ body: rss(...stories) });
    expect(await poll({ body: rss(...stories, dated(2_500)) })).toMatchObject({ newItems: 1 });
    expect(guids().at(-1)).toBe('2500');
  });
});

describe('a document that is not well-formed', () => {
  it('a document that is not well-formed is repaired, and the feed says so until it is whole again', async () => {
    const { poll, guids, state } = world();
    const cut = rss(story('a'), story('b')).slice(0, -30);
    expect(await poll({ body: cut })).toMatchObject({ detail: expect.stringMatching(/and was repaired\.$/) });
    expect(guids()).toEqual(['a']);
    expect(state()).toMatchObject({ repaired: true });
    await poll({ status: 304 });
    expect(state()).toMatchObject({ repaired: true });
    expect(await poll({ body: rss(story('a'), story('b')) })).toMatchObject({ newItems: 1 });
    expect(state()).not.toHaveProperty('repaired');
  });
});

describe('a poll without news', () => {
  it.each<[string, Answer, string]>([
    ['a 304 brings no news, and nothing is sent', { status: 304 }, 'Not modified (304).'],
    [
      'the same bytes bring no news, and nothing is sent',
      { body: rss(story('a'), story('b')) },
      'The same document as last time.',
    ],
    [
      'the same items in other bytes bring no news, and nothing is sent',
      { body: rss(story('b'), story('a')) },
      'A new document without news.',
    ],
    [
      'an item that left brings no news, and nothing is sent',
      { body: rss(story('a')) },
      'A new document without news.',
    ],
  ])('%s', async (_, answer, detail) => {
    const { poll, guids, state } = world();
    await poll({ body: rss(story('a'), story('b')) });
    expect(await poll(answer)).toMatchObject({ outcome: 'unchanged', detail, newItems: 0, changedItems: 0 });
    expect(guids()).toEqual(['a', 'b']);
    expect(state()).toMatchObject({ lastChangedAt: '2026-11-23T09:00:00.000Z', title: 'Harbour Post' });
    expect(state()?.seen?.length).toBeGreaterThan(0);
  });

  it('polls without news forget no item, so that the next document has no news either', async () => {
    const { poll, guids } = world();
    await poll({ body: rss(story('a')) });
    for (const answer of [{ status: 304 }, { body: rss(story('a')) }, { status: 500 }, { status: 304 }])
      await poll(answer);
    expect(await poll({ body: ` ${rss(story('a'))}` })).toMatchObject({ outcome: 'unchanged' });
    expect(guids()).toEqual(['a']);
  });

  it('the interval grows after a poll without news', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')) });
    await poll({ status: 304 });
    expect(state()?.intervalMinutes).toBe(45);
  });
});

describe('a poll with news', () => {
  it('a poll with news sends new and edited items, and nothing else', async () => {
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

  it('validators are kept, and sent back as they came', async () => {
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
    ['validators of a new document replace the old validators', { body: rss(story('b')), headers: { etag: '"2"' } }],
    ['validators of the same document replace the old validators', { body: rss(story('a')), headers: { etag: '"2"' } }],
  ])('%s', async (_, answer) => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: validators });
    await poll(answer);
    expect(state()?.etag).toBe('"2"');
    expect(state()).not.toHaveProperty('lastModified');
  });

  it('validators of a document that could not be read are not kept, because a 304 would hide the next document', async () => {
    const { poll, state } = world();
    await poll({ body: '<rss><channel>', headers: validators });
    expect(state()).not.toHaveProperty('etag');
    expect(state()).not.toHaveProperty('bodyHash');
  });
});

describe('what a publisher asks', () => {
  it('a publisher’s hints are kept after a 304 without hints', async () => {
    const { poll, state } = world();
    await poll({ body: rss('<ttl>120</ttl>', story('a')), headers: { 'cache-control': 'max-age=60' } });
    await poll({ status: 304 });
    expect(state()).toMatchObject({
      publisherHints: { ttlMinutes: 120, maxAgeSeconds: 60 },
      nextPollReason: 'The publisher asks for 120 minutes (ttl).',
    });
  });
});

describe('a server that hides news', () => {
  const held = { seen: new Uint8Array(), etag: '"1"', distrustedUntil: '2026-11-23T08:30:00.000Z' };
  const untilNextWeek = '2026-11-30T09:00:00.000Z';

  it('a server is distrusted for a week if an unconditional poll finds news under a known ETag', async () => {
    // The poll is unconditional, because the feed is silent and its due time is drawn for a test.
    const silent = { meanGapMinutes: 1, lastChangedAt: '2026-11-01T00:00:00.000Z' };
    const due = Array.from({ length: 100 }, (_, n) => new Date(START.getTime() + n * 60_000).toISOString()).find(
      (nextPollAt) =>
        validatorsToSend(feed({ ...held, ...silent, nextPollAt }), new Date('2026-11-23T09:00:00Z')).etag === undefined,
    );
    const { poll, state } = world({ ...held, ...silent, nextPollAt: due ?? '' });
    expect(await poll({ body: rss(story('a')), headers: { etag: '"1"' } })).toMatchObject({
      detail: '1 new and 0 changed of 1 items. A 304 had hidden them: its validators are not used for a week.',
      noted: ['HiddenNews'],
    });
    expect(state()?.distrustedUntil).toBe(untilNextWeek);
    expect(await poll({ body: rss(story('b')), headers: { etag: '"2"' } })).toMatchObject({
      detail: '1 new and 0 changed of 1 items. None of them was there last time: some may have been missed in between.',
    });
    expect(state()?.distrustedUntil).toBe(untilNextWeek);
  });
});

describe('a 304', () => {
  it('a 304 with one validator replaces that validator alone', async () => {
    const { poll, state } = world();
    await poll({ body: rss(story('a')), headers: { etag: '"1"', 'last-modified': 'autumn' } });
    await poll({ status: 304, headers: { etag: '"2"' } });
    expect(state()).toMatchObject({ etag: '"2"', lastModified: 'autumn' });
  });
});

describe('the items of a first poll', () => {
  const dated = (id: string, date: string): string =>
    story(id).replace('</item>', `<pubDate>${new Date(date).toUTCString()}</pubDate></item>`);
  const old = dated('old', '2026-11-16T08:59:00Z');
  const backfill = (messages: readonly ItemMessage[]) =>
    messages.map(({ item, isBackfill }) => [item.guid, isBackfill]);

  it('at a first poll, items of more than seven days are marked, so that their pages are not read', async () => {
    const { poll, sent } = world();
    await poll({ body: rss(dated('fresh', '2026-11-16T09:00:00Z'), old, story('undated')) });
    expect(backfill(sent.flat())).toEqual([
      ['fresh', undefined],
      ['old', true],
      ['undated', undefined],
    ]);
  });

  it('at a later poll, no item is marked, however old it is', async () => {
    const { poll, sent } = world();
    await poll({ body: rss(story('a')) });
    await poll({ body: rss(story('a'), old) });
    expect(backfill(sent[1] ?? [])).toEqual([['old', undefined]]);
  });
});
