import { describe, expect, it } from 'vitest';
import type { FeedContext } from '../../../../lambdas/core/article/feed-context.ts';
import { mergeMetadata } from '../../../../lambdas/core/article/merge-metadata.ts';
import type { PageMetadata } from '../../../../lambdas/core/article/metadata/page-metadata.ts';
import type { MetadataField, Source } from '../../../../lambdas/core/article/record/article.ts';
import type { FeedItem } from '../../../../lambdas/core/feed/document/feed-document.ts';

const SEEN = {
  feedUrl: 'https://harbour.example/rss',
  firstSeenAt: '2026-11-23T12:00:00.000Z',
  foundAt: '2026-11-24T12:00:00.000Z',
};
const silent: FeedItem = { authors: [], categories: [] };
const item: FeedItem = {
  title: 'Ferry returns',
  authors: [{ name: 'By Ada Quay' }, { name: 'dpa' }],
  publishedAt: '2026-11-23T07:00:00.000Z',
  publishedRaw: 'Mon, 23 Nov 2026 07:00:00 GMT',
  updatedAt: '2026-11-23T07:30:00.000Z',
  categories: ['Sea'],
  imageUrl: 'https://harbour.example/i.jpg',
};
const feed: FeedContext = { title: 'Harbour Post', language: 'en_gb', url: 'https://harbour.example/news/1', ...SEEN };
const fromFeed = {
  title: 'Ferry returns',
  url: 'https://harbour.example/news/1',
  siteName: 'Harbour Post',
  authors: ['Ada Quay'],
  agencies: ['dpa'],
  publishedAt: '2026-11-23T07:00:00.000Z',
  modifiedAt: '2026-11-23T07:30:00.000Z',
  language: 'en-GB',
  tags: ['Sea'],
  image: { url: 'https://harbour.example/i.jpg' },
};
const page: PageMetadata = {
  title: 'Ferry returns at last',
  url: 'https://harbour.example/n/1',
  siteName: 'The Harbour Post',
  publisher: 'Harbour Media',
  authors: ['Bea Mole'],
  agencies: ['Reuters'],
  publishedAt: '2026-11-22T07:00:00.000Z',
  publishedPrecision: 'local-time',
  modifiedAt: '2026-11-22T08:00:00.000Z',
  modifiedPrecision: 'day',
  language: 'de-AT',
  section: 'Sea',
  tags: ['ferries'],
  image: { url: 'https://harbour.example/p.jpg', alt: 'A ferry' },
  excerpt: 'At last.',
  access: 'metered',
};
const FIELDS = Object.keys(page).filter((name) => !name.endsWith('Precision')) as MetadataField[];
const provenanceOf = (fields: object, source: Source) =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, source]));
const from = (source: Source): PageMetadata => ({
  ...page,
  provenance: provenanceOf(Object.fromEntries(FIELDS.map((field) => [field, 1])), source),
});

describe('the metadata of a feed alone', () => {
  it('all fields are the feed’s', () => {
    expect(mergeMetadata(item, {}, feed)).toEqual({
      ...fromFeed,
      publishedRaw: 'Mon, 23 Nov 2026 07:00:00 GMT',
      publishedPrecision: 'time',
      provenance: provenanceOf(fromFeed, 'feed'),
    });
  });

  it('a silent feed gives no field but the date when the item was first seen', () => {
    const merged = mergeMetadata(silent, {}, SEEN);
    expect(merged).toEqual({ authors: [], tags: [], publishedAt: SEEN.firstSeenAt, publishedAssumed: 'missing' });
    expect(merged).not.toHaveProperty('provenance');
  });

  it.each<[string, Partial<FeedItem>, FeedContext, object]>([
    [
      'a desk signs if no person does',
      { authors: [{ name: 'Redaktion Hafen' }] },
      feed,
      { authors: ['Redaktion Hafen'] },
    ],
    [
      'a desk beside a person is dropped',
      { authors: [{ name: 'Ada Quay' }, { name: 'Redaktion Hafen' }] },
      feed,
      { authors: ['Ada Quay'] },
    ],
    [
      'the feed’s title is no person',
      { authors: [{ name: 'Ada Quay' }, { name: 'Bea Mole' }] },
      { ...feed, title: 'Bea Mole' },
      { authors: ['Ada Quay'] },
    ],
    ['persons count without a feed’s title', { authors: [{ name: 'Ada Quay' }] }, SEEN, { authors: ['Ada Quay'] }],
  ])('%s', (_, fields, context, expected) => {
    expect(mergeMetadata({ ...item, ...fields }, {}, context)).toMatchObject(expected);
  });

  it('a counting pixel is no image', () => {
    expect(mergeMetadata({ ...item, imageUrl: 'https://t.example/1x1.gif' }, {}, feed)).not.toHaveProperty('image');
  });
});

describe('the metadata of a page and a feed', () => {
  it.each<Source>(['json-ld', 'microdata', 'opengraph', 'meta'])(
    'what the page declares by %s wins over the feed',
    (source) => {
      const { provenance, ...merged } = mergeMetadata(item, from(source), feed);
      expect(merged).toEqual({ ...page, publishedRaw: item.publishedRaw });
      expect(provenance).toEqual(provenanceOf(Object.fromEntries(FIELDS.map((field) => [field, 1])), source));
    },
  );

  it.each<Source>(['page', 'url'])('the feed wins over what the page shows by %s', (source) => {
    const { publisher, section, excerpt, access } = page;
    const { provenance, ...merged } = mergeMetadata(item, from(source), feed);
    const onPage = { publisher, section, excerpt, access };
    expect(merged).toEqual({ ...fromFeed, ...onPage, publishedRaw: item.publishedRaw, publishedPrecision: 'time' });
    expect(provenance).toEqual({ ...provenanceOf(fromFeed, 'feed'), ...provenanceOf(onPage, source) });
  });

  it('what the page shows counts if the feed is silent', () => {
    const { provenance, ...merged } = mergeMetadata(silent, from('page'), SEEN);
    expect(merged).toEqual(page);
    expect(provenance).toEqual(from('page').provenance);
  });

  it('a page whose sources aren’t known wins over the feed, and has no provenance', () => {
    const merged = mergeMetadata(item, page, feed);
    expect(merged).toMatchObject(page);
    expect(merged).not.toHaveProperty('provenance');
  });

  it('empty lists of the page yield to the feed’s', () => {
    const empty: PageMetadata = { authors: [], agencies: [], tags: [], provenance: { authors: 'json-ld' } };
    expect(mergeMetadata(item, empty, feed)).toMatchObject({ authors: ['Ada Quay'], agencies: ['dpa'], tags: ['Sea'] });
  });

  it('an unknown language of the page yields to the feed’s', () => {
    expect(mergeMetadata(item, { language: 'no language' }, feed).language).toBe('en-GB');
  });

  it.each<[string, Partial<FeedContext>, Partial<PageMetadata>, string, Source]>([
    [
      'the address on the feed’s site wins if a page of another site gives it as its own',
      {},
      { url: 'https://partner.example/n/1', foreignUrl: 'https://harbour.example/original/1' },
      'https://harbour.example/original/1',
      'meta',
    ],
    [
      'an address on a site that nobody announced doesn’t count',
      {},
      { url: 'https://harbour.example/n/1', foreignUrl: 'https://evil.example/1' },
      'https://harbour.example/n/1',
      'opengraph',
    ],
    [
      'an address on a site that another site’s feed announced doesn’t count',
      { feedUrl: 'https://evil.example/rss' },
      { url: 'https://evil.example/1', foreignUrl: 'https://harbour.example/news/1' },
      'https://evil.example/1',
      'opengraph',
    ],
  ])('%s', (_, context, addresses, url, source) => {
    const merged = mergeMetadata(item, { ...from('opengraph'), ...addresses }, { ...feed, ...context });
    expect([merged.url, merged.provenance?.url]).toEqual([url, source]);
  });
});
