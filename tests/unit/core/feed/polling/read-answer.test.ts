import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../lambdas/core/feed/polling/read-answer.ts';
import type { Feed } from '../../../../../lambdas/core/feed/record/feed.ts';
import type { FetchOutcome, ResponseHeaders } from '../../../../../lambdas/core/web/fetcher.ts';
import { feed } from '../../../../fakes/feed.ts';
import { rss, story, URL } from '../../../../fakes/poll-world.ts';
import { feedsInProcess } from '../../../../fakes/readers.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const IN_AN_HOUR = new Date('2026-11-23T10:00:00.000Z');
const answer = (status: number, body = '', headers: ResponseHeaders = {}): FetchOutcome => ({
  kind: 'response',
  status,
  url: URL,
  headers: { 'retry-after': '3600', ...headers },
  body: Buffer.from(body),
});
const read = (before: Feed, fetched: FetchOutcome) =>
  readAnswer({ feed: before, sent: {}, fetched, at: NOW }, feedsInProcess);

/** A feed whose document held the stories a and b. */
async function polled(fields: Partial<Feed> = {}): Promise<Feed> {
  const { state } = await read(feed(), answer(200, rss(story('a'), story('b')), { etag: '"1"' }));
  return feed({ ...state, ...fields });
}

describe('an answer without a document', () => {
  it.each<[string, FetchOutcome, object]>([
    [
      'a fetch that failed for a moment proves nothing of the address',
      { kind: 'failed', reason: 'dns', detail: 'No such host.' },
      {
        summary: { outcome: 'failed', reason: 'dns', detail: 'No such host.' },
        schedule: { kind: 'failed', reason: 'dns' },
        proof: 'nothing',
      },
    ],
    [
      'a fetch that only the publisher can mend proves that the address is no feed',
      { kind: 'failed', reason: 'too-large', detail: 'Over 15 MB.' },
      {
        summary: { outcome: 'failed', reason: 'too-large', detail: 'Over 15 MB.' },
        schedule: { kind: 'failed', reason: 'too-large' },
        proof: 'no-feed',
      },
    ],
    [
      'a 410 ends the polls',
      answer(410),
      {
        summary: { outcome: 'gone', reason: 'gone', detail: 'The publisher says the feed is gone for good (410).' },
        schedule: undefined,
        proof: 'no-feed',
      },
    ],
    [
      'a 404 is a failure by its status',
      answer(404),
      {
        summary: { outcome: 'failed', reason: 'http-404', detail: 'The publisher answered with status 404.' },
        schedule: { kind: 'failed', reason: 'http-404' },
        proof: 'no-feed',
        retryAt: IN_AN_HOUR,
      },
    ],
    [
      'a bot wall is a failure by its name, whatever its status',
      answer(200, rss(story('a')), { 'cf-mitigated': 'challenge' }),
      {
        summary: {
          outcome: 'failed',
          reason: 'bot-wall',
          detail: 'Between us and the feed stands a wall against robots (status 200).',
        },
        schedule: { kind: 'failed', reason: 'bot-wall' },
        proof: 'no-feed',
        retryAt: IN_AN_HOUR,
      },
    ],
    [
      'a 304 to the first poll is a failure',
      answer(304),
      {
        summary: {
          outcome: 'failed',
          reason: 'http-304',
          detail: 'The publisher says "not modified" (304) of what it has never shown.',
        },
        schedule: { kind: 'failed', reason: 'http-304' },
        proof: 'no-feed',
        retryAt: IN_AN_HOUR,
      },
    ],
  ])('%s', async (_, fetched, expected) => {
    expect(await read(feed(), fetched)).toEqual({ ...expected, newItems: [], changedItems: [] });
  });

  it.each([400, 412, 417, 431])('a %s forgets the validators and nothing else', async (status) => {
    const before = await polled();
    const { state } = await read(before, answer(status));
    const { etag: _, ...rest } = (await read(before, answer(304))).state ?? {};
    expect(state).toEqual(rest);
    expect(state?.bodyHash).toBe(before.bodyHash);
  });

  it.each([401, 416, 500])('a %s leaves the state as it was', async (status) => {
    expect(await read(await polled(), answer(status))).not.toHaveProperty('state');
  });
});

describe('a failure after a redirect', () => {
  const moved = (fetched: FetchOutcome): FetchOutcome =>
    fetched.kind === 'failed' ? fetched : { ...fetched, redirects: [{ status: 302, to: 'https://b.example/feed' }] };

  it.each<[string, FetchOutcome, string]>([
    ['a status', answer(404), 'The publisher answered with status 404.'],
    ['a 410', answer(410), 'The publisher says the feed is gone for good (410).'],
    ['a page', answer(200, '<html></html>'), 'The address serves an HTML page, not a feed.'],
  ])('names the address that failed: %s', async (_, fetched, detail) => {
    const { summary } = await read(feed(), moved(fetched));
    expect(summary.detail).toBe(`After a redirect to https://b.example/feed: ${detail}`);
    expect((await read(feed(), fetched)).summary.detail).toBe(detail);
  });

  it('an answer that is no failure names no address', async () => {
    const { summary } = await read(feed(), moved(answer(200, rss(story('a')))));
    expect(summary.detail).not.toContain('b.example');
  });
});

describe('an answer with the document of before', () => {
  it('a 304 proves nothing against the address, and renews validators and lifetime', async () => {
    const before = await polled({ publisherHints: { ttlMinutes: 5, maxAgeSeconds: 60 } });
    const { state, ...rest } = await read(before, answer(304, '', { etag: '"2"', 'cache-control': 'max-age=120' }));
    expect(rest).toEqual({
      summary: { outcome: 'unchanged', detail: 'Not modified (304).' },
      schedule: { kind: 'unchanged' },
      proof: 'not-modified',
      retryAt: IN_AN_HOUR,
      newItems: [],
      changedItems: [],
    });
    expect(state).toMatchObject({ etag: '"2"', publisherHints: { ttlMinutes: 5, maxAgeSeconds: 120 } });
    expect(state?.seen).toEqual(before.seen);
  });

  it('the same bytes prove the feed, replace the validators and keep the lifetime', async () => {
    const before = await polled({ publisherHints: { maxAgeSeconds: 60 } });
    const { state, ...rest } = await read(
      before,
      answer(200, rss(story('a'), story('b')), { 'last-modified': 'today' }),
    );
    expect(rest).toEqual({
      summary: { outcome: 'unchanged', detail: 'The same document as last time.' },
      schedule: { kind: 'unchanged' },
      proof: 'feed',
      retryAt: IN_AN_HOUR,
      newItems: [],
      changedItems: [],
    });
    expect(state).toMatchObject({ lastModified: 'today', publisherHints: { maxAgeSeconds: 60 } });
    expect(state).not.toHaveProperty('etag');
  });
});

describe('an answer with a new document', () => {
  it.each<[string, string, object]>([
    [
      'a document with one new item of two has half of its items new',
      rss(story('c'), story('a')),
      { summary: { outcome: 'changed' }, schedule: { kind: 'changed', share: 0.5 }, proof: 'feed' },
    ],
    [
      'a document with an edited item has news, and no new item',
      rss(story('a', 'Edited.'), story('b')),
      { summary: { outcome: 'changed' }, schedule: { kind: 'changed', share: 0 }, proof: 'feed' },
    ],
    [
      'a document without news is unchanged',
      rss(story('b'), story('a')),
      { summary: { outcome: 'unchanged' }, schedule: { kind: 'unchanged' }, proof: 'feed' },
    ],
    [
      'a document without common items proves no feed',
      rss(story('c')),
      { summary: { outcome: 'changed' }, schedule: { kind: 'changed', share: 1 }, proof: 'no-feed' },
    ],
    [
      'a document without items proves no feed',
      rss(),
      { summary: { outcome: 'unchanged' }, schedule: { kind: 'unchanged' }, proof: 'no-feed' },
    ],
  ])('%s', async (_, body, expected) => {
    expect(await read(await polled(), answer(200, body))).toMatchObject({ ...expected, retryAt: IN_AN_HOUR });
  });

  it('a first document sets the schedule’s first interval', async () => {
    expect(await read(feed(), answer(200, rss(story('a'))))).toMatchObject({
      schedule: { kind: 'first' },
      proof: 'feed',
    });
  });

  it('a document that cannot be read waits as Retry-After says', async () => {
    const failed = await read(await polled(), answer(200, '<rss><channel><item>'));
    expect(failed).toMatchObject({
      summary: { outcome: 'failed', reason: 'broken-feed' },
      proof: 'no-feed',
      retryAt: IN_AN_HOUR,
    });
    expect(failed).not.toHaveProperty('state');
  });

  it('a document that names no title keeps the title of before, and forgets the hub', async () => {
    const before = await polled({ hub: { url: 'https://hub.example/', topic: URL } });
    const { state } = await read(
      before,
      answer(200, '<rss version="2.0"><channel><item><guid>c</guid></item></channel></rss>'),
    );
    expect(state).toMatchObject({ title: 'Harbour Post', siteUrl: 'https://harbour.example/', language: 'en' });
    expect(state).not.toHaveProperty('hub');
  });

  it('a document of dated items has a mean gap, and one without dates keeps that of before', async () => {
    const dated = (id: string, hour: number): string =>
      story(id).replace('</item>', `<pubDate>Mon, 23 Nov 2026 0${hour}:00:00 GMT</pubDate></item>`);
    const { state } = await read(feed(), answer(200, rss(dated('a', 1), dated('b', 2), dated('c', 3))));
    expect(state?.meanGapMinutes).toBe(60);
    const next = await read(feed({ ...state, identity: 'url' }), answer(200, rss(story('a'))));
    expect(next.state).toMatchObject({ meanGapMinutes: 60, identity: 'url' });
  });

  it('the last ten possible gaps are kept', async () => {
    const gaps = Array.from({ length: 10 }, (_, n) => ({ after: `${n}`, before: `${n + 1}` }));
    const { state } = await read(await polled({ gaps }), answer(200, rss(story('c'))));
    expect(state?.gaps).toHaveLength(10);
    expect(state?.gaps?.at(-1)).toEqual({ after: '2026-11-23T07:00:00.000Z', before: NOW.toISOString() });
  });
});

describe('a feed whose seen set is lost', () => {
  it('a document that is known by its hash is read again, and all its items are sent again', async () => {
    const { seen: _, ...lost } = await polled();
    const body = rss(story('a'));
    const known = { ...lost, bodyHash: (await read(feed(), answer(200, body))).state?.bodyHash ?? '' };
    const { newItems, state } = await read(known, answer(200, body));
    expect(newItems).toHaveLength(1);
    expect(state?.seen?.length).toBe(16);
  });
});

describe('an answer with a delta', () => {
  it.each(['feed', 'FEED', 'vcdiff, feed', 'gzip feed;q=1'])('a 226 of kind "%s" is read', async (im) => {
    const before = await polled({ meanGapMinutes: 7 });
    const { state, ...rest } = await read(before, answer(226, rss(story('c')), { im }));
    expect(rest).toMatchObject({ summary: { outcome: 'changed' }, schedule: { kind: 'changed', share: 1 / 3 } });
    expect(state).toMatchObject({ bodyHash: before.bodyHash, meanGapMinutes: 7 });
  });

  it('a feed whose first answer is a delta has a document from then on, so that its items count as seen', async () => {
    const { state } = await read(feed(), answer(226, rss(story('a')), { im: 'feed' }));
    expect(state?.bodyHash).toEqual(expect.any(String));
  });

  it.each(['vcdiff', 'feeds', 'x-feed', undefined])('a 226 of kind "%s" is a failure', async (im) => {
    expect(await read(await polled(), answer(226, rss(story('c')), { im }))).toMatchObject({
      summary: { outcome: 'failed', reason: 'http-226' },
    });
  });

  it('a 200 with the header of a delta is a whole document', async () => {
    const { state } = await read(await polled(), answer(200, rss(story('c')), { im: 'feed' }));
    expect(state?.gaps).toHaveLength(1);
  });
});
