import { describe, expect, it } from 'vitest';
import { mergeMetadata } from '../../../../lambdas/core/article/merge-metadata.ts';
import type { PageMetadata } from '../../../../lambdas/core/article/metadata/page-metadata.ts';
import type { Source } from '../../../../lambdas/core/article/record/article.ts';
import type { FeedItem } from '../../../../lambdas/core/feed/document/feed-document.ts';

const SEEN = {
  feedUrl: 'https://harbour.example/rss',
  firstSeenAt: '2026-11-23T12:00:00.000Z',
  foundAt: '2026-11-24T12:00:00.000Z',
};
const silent: FeedItem = { authors: [], categories: [] };

describe('the publication', () => {
  const published = (fields: Partial<FeedItem>, metadata: PageMetadata = {}) => {
    const { publishedAt, publishedPrecision, publishedAssumed, publishedRaw, provenance } = mergeMetadata(
      { ...silent, ...fields },
      metadata,
      SEEN,
    );
    return { publishedAt, publishedPrecision, publishedAssumed, publishedRaw, source: provenance?.publishedAt };
  };
  const onPage = (publishedAt: string, source: Source): PageMetadata => ({
    publishedAt,
    publishedPrecision: 'day',
    provenance: { publishedAt: source },
  });
  const FUTURE = '2062-11-23T07:00:00.000Z';

  it.each<[string, Partial<FeedItem>, PageMetadata, object]>([
    [
      'the item’s date counts, with the precision of its raw date',
      { publishedAt: '2026-11-23T00:00:00.000Z', publishedRaw: '23 Nov 2026' },
      {},
      {
        publishedAt: '2026-11-23T00:00:00.000Z',
        publishedPrecision: 'day',
        publishedRaw: '23 Nov 2026',
        source: 'feed',
      },
    ],
    [
      'an item’s date without a raw date has no precision',
      { publishedAt: '2026-11-23T07:00:00.000Z' },
      {},
      { publishedAt: '2026-11-23T07:00:00.000Z', source: 'feed' },
    ],
    [
      'a raw date alone counts',
      { publishedRaw: '2026-11-23 07:00' },
      {},
      {
        publishedAt: '2026-11-23T07:00:00.000Z',
        publishedPrecision: 'local-time',
        publishedRaw: '2026-11-23 07:00',
        source: 'feed',
      },
    ],
    [
      'a month has no precision',
      { publishedRaw: 'November 2026' },
      {},
      { publishedAt: '2026-11-01T00:00:00.000Z', publishedRaw: 'November 2026', source: 'feed' },
    ],
    [
      'a declared date wins over the item’s',
      { publishedAt: '2026-11-23T07:00:00.000Z' },
      onPage('2026-11-22T00:00:00.000Z', 'meta'),
      { publishedAt: '2026-11-22T00:00:00.000Z', publishedPrecision: 'day', source: 'meta' },
    ],
    [
      'the item’s date wins over a visible one',
      { publishedAt: '2026-11-23T07:00:00.000Z' },
      onPage('2026-11-22T00:00:00.000Z', 'page'),
      { publishedAt: '2026-11-23T07:00:00.000Z', source: 'feed' },
    ],
    [
      'a visible date counts without the item’s',
      {},
      onPage('2026-11-22T00:00:00.000Z', 'page'),
      { publishedAt: '2026-11-22T00:00:00.000Z', publishedPrecision: 'day', source: 'page' },
    ],
    [
      'a declared date in the future yields to the item’s',
      { publishedAt: '2026-11-23T07:00:00.000Z' },
      onPage(FUTURE, 'meta'),
      { publishedAt: '2026-11-23T07:00:00.000Z', source: 'feed' },
    ],
    [
      'an unreadable date is when the item was first seen',
      { publishedRaw: 'yesterday' },
      {},
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'invalid', publishedRaw: 'yesterday' },
    ],
    [
      'a date in the future is when the item was first seen',
      { publishedAt: FUTURE },
      {},
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'future' },
    ],
    [
      'a date within a day after the fetch is believed',
      { publishedAt: '2026-11-25T12:00:00.000Z' },
      {},
      { publishedAt: '2026-11-25T12:00:00.000Z', source: 'feed' },
    ],
    [
      'a missing date is when the item was first seen',
      {},
      {},
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'missing' },
    ],
    [
      'a missing date is when the page was changed, if that was before the item was first seen',
      {},
      { modifiedAt: '2026-11-20T00:00:00.000Z', provenance: { modifiedAt: 'page' } },
      { publishedAt: '2026-11-20T00:00:00.000Z', publishedAssumed: 'missing' },
    ],
    [
      'a missing date is when the feed says that the item was changed',
      { updatedAt: '2026-11-21T08:00:00.000Z' },
      {},
      { publishedAt: '2026-11-21T08:00:00.000Z', publishedAssumed: 'missing' },
    ],
    [
      'a missing date is when the item was first seen, if the page was changed later',
      {},
      { modifiedAt: '2026-11-24T00:00:00.000Z', provenance: { modifiedAt: 'page' } },
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'missing' },
    ],
  ])('%s', (_, fields, metadata, expected) => {
    expect(published(fields, metadata)).toEqual(expected);
  });

  it.each<[string, Partial<FeedItem>, PageMetadata, string | undefined]>([
    [
      'a change from the feed has no precision',
      { updatedAt: '2026-11-23T07:30:00.000Z' },
      { modifiedPrecision: 'day' },
      undefined,
    ],
    [
      'a change from the page has its precision',
      {},
      { modifiedAt: '2026-11-23T00:00:00.000Z', modifiedPrecision: 'day' },
      'day',
    ],
  ])('%s', (_, fields, metadata, expected) => {
    expect(mergeMetadata({ ...silent, ...fields }, metadata, SEEN).modifiedPrecision).toBe(expected);
  });
});
