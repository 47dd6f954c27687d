import { describe, expect, it } from 'vitest';
import { composeArticle } from '../../../../lambdas/core/article/compose-article.ts';
import type { PageReading } from '../../../../lambdas/core/article/read-page.ts';
import type { ArticleContent } from '../../../../lambdas/core/article/record/article.ts';
import type { MainText } from '../../../../lambdas/core/article/text/main-text.ts';
import type { FeedItem } from '../../../../lambdas/core/feed/document/feed-document.ts';
import { item, longText } from '../../../fakes/messages.ts';

const SEEN = { firstSeenAt: '2026-11-23T12:00:00.000Z', foundAt: '2026-11-24T12:00:00.000Z' };
const FEED = { title: 'Harbour Post', language: 'en', url: 'https://harbour.example/news/1', ...SEEN };
const compose = (fields: Partial<FeedItem> = {}, page?: PageReading): ArticleContent =>
  composeArticle(item(fields), page, FEED);
const shown = (text: string): MainText => ({ text, html: `<p>${text}</p>` });

describe('an article of a feed alone', () => {
  it('says what the feed says', () => {
    const content = compose({
      summary: '<p>The <b>ferry</b> is back.</p>',
      authors: [{ name: 'Ada Quay', email: 'ada@harbour.example' }],
      publishedAt: '2026-11-23T07:00:00.000Z',
      updatedAt: '2026-11-23T07:30:00.000Z',
      categories: ['Sea'],
      imageUrl: 'https://harbour.example/i.jpg',
    });
    expect(content).toEqual({
      title: 'Ferry returns',
      url: FEED.url,
      siteName: 'Harbour Post',
      authors: ['Ada Quay'],
      publishedAt: '2026-11-23T07:00:00.000Z',
      modifiedAt: '2026-11-23T07:30:00.000Z',
      language: 'en',
      tags: ['Sea'],
      image: { url: 'https://harbour.example/i.jpg' },
      excerpt: 'The ferry is back.',
      text: 'The ferry is back.',
      html: '<p>The <b>ferry</b> is back.</p>',
      textSource: 'feed',
      wordCount: 4,
      contentHash: content.contentHash,
      provenance: {
        ...{ title: 'feed', url: 'feed', siteName: 'feed', authors: 'feed', publishedAt: 'feed', modifiedAt: 'feed' },
        ...{ language: 'feed', tags: 'feed', image: 'feed' },
      },
    });
  });

  it('has no picture where the feed’s is a pixel that counts its readers', () => {
    expect(compose({ imageUrl: 'https://t.example/1x1.gif' })).not.toHaveProperty('image');
  });

  it.each<[string, Partial<FeedItem>, Partial<ArticleContent>]>([
    [
      'has the content as its text and the summary as its excerpt',
      { content: 'Long text.' },
      { text: 'Long text.', excerpt: 'The ferry is back.' },
    ],
    [
      'has a short excerpt of a long text',
      { summary: longText('ferries') },
      { excerpt: expect.stringMatching(/^.{150,280}…$/) },
    ],
  ])('%s', (_, fields, expected) => {
    expect(compose(fields)).toMatchObject(expected);
  });

  const untitled = (fields: Partial<FeedItem>): FeedItem => ({ authors: [], categories: [], ...fields });
  it.each<[string, FeedItem, string]>([
    ['the start of its text', untitled({ summary: 'The ferry is back.' }), 'The ferry is back.'],
    ['its address when it has no text', untitled({ url: FEED.url }), FEED.url],
    ['nothing at all', untitled({}), 'Untitled'],
  ])('is titled by %s when it has no title', (_, which, expected) => {
    expect(composeArticle(which, undefined, SEEN).title).toBe(expected);
  });
});

describe('an article of a feed and a page', () => {
  const page: PageReading = {
    metadata: {
      title: 'Ferry returns at last',
      url: 'https://harbour.example/n/1',
      siteName: 'The Harbour Post',
      authors: ['Bea Mole'],
      publishedAt: '2026-11-22T07:00:00.000Z',
      language: 'en-GB',
      section: 'Sea',
      tags: ['ferries'],
      image: { url: 'https://harbour.example/p.jpg', alt: 'A ferry' },
      excerpt: 'At last.',
    },
    shown: shown(longText('The ferry')),
  };

  it('says what the page says', () => {
    expect(compose({ authors: [{ name: 'Ada' }], categories: ['x'] }, page)).toMatchObject({
      ...page.metadata,
      ...page.shown,
      textSource: 'page',
    });
  });

  it('says what the feed says where the page is silent', () => {
    const silent = { metadata: { authors: [], tags: [] }, shown: shown(longText('The ferry returns')) };
    expect(compose({ authors: [{ name: 'Ada' }], categories: ['x'] }, silent)).toMatchObject({
      title: 'Ferry returns',
      url: FEED.url,
      siteName: 'Harbour Post',
      authors: ['Ada'],
      tags: ['x'],
      language: 'en',
    });
  });

  it('says what the feed says before what the page only shows', () => {
    const visible: PageReading = {
      metadata: { title: 'Ferry returns – Sea', section: 'Sea', provenance: { title: 'page', section: 'json-ld' } },
      shown: shown(longText('The ferry')),
    };
    const { title, section, provenance } = compose({}, visible);
    expect({ title, section }).toEqual({ title: 'Ferry returns', section: 'Sea' });
    expect(provenance).toMatchObject({ title: 'feed', section: 'json-ld' });
  });

  it.each([
    ['the feed announced', 'https://harbour.example/original/1', 'https://harbour.example/original/1'],
    ['nobody announced', 'https://evil.example/1', page.metadata.url],
  ])('has the address on another site that %s', (_, foreignUrl, expected) => {
    expect(compose({}, { ...page, metadata: { ...page.metadata, foreignUrl } }).url).toBe(expected);
  });

  it.each([
    ['http-402', 'paywalled'],
    ['http-401', 'paywalled'],
    ['http-403', undefined],
  ])('is, refused with %s, for %s readers', (pageFailure, access) => {
    expect(composeArticle(item(), undefined, { ...FEED, pageFailure }).access).toBe(access);
  });

  it('says what the feed says where the page is another one', () => {
    const login: PageReading = {
      metadata: { title: 'Sign in', authors: ['Staff'] },
      shown: shown(longText('accounts')),
    };
    expect(compose({ authors: [{ name: 'Ada' }] }, login)).toMatchObject({
      ...{ title: 'Ferry returns', authors: ['Ada'], text: 'The ferry is back.', textSource: 'feed' },
      pageFailure: 'other-page',
    });
  });

  it('says what the page says, but for its text, where that is the shorter', () => {
    const brief: PageReading = { ...page, shown: shown('Ferry back.') };
    expect(compose({}, brief)).toMatchObject({ authors: ['Bea Mole'], textSource: 'feed', pageFailure: 'shorter' });
  });
});

describe('the date of publication', () => {
  it.each<[string, Partial<FeedItem>, Partial<ArticleContent>]>([
    [
      'is kept as it was written',
      { publishedAt: '2026-11-23T07:00:00.000Z', publishedRaw: '23 Nov 2026 7:00' },
      { publishedAt: '2026-11-23T07:00:00.000Z', publishedRaw: '23 Nov 2026 7:00' },
    ],
    [
      'is when it was first seen when it can’t be read',
      { publishedRaw: 'yesterday' },
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'invalid', publishedRaw: 'yesterday' },
    ],
    [
      'is when it was first seen when it lies in the future',
      { publishedAt: '2062-11-23T07:00:00.000Z', publishedRaw: '2062-11-23T07:00Z' },
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'future', publishedRaw: '2062-11-23T07:00Z' },
    ],
    [
      'is when it was first seen when there is none',
      {},
      { publishedAt: SEEN.firstSeenAt, publishedAssumed: 'missing' },
    ],
  ])('%s', (_, fields, expected) => {
    expect(compose(fields)).toMatchObject(expected);
    expect(compose(fields).publishedAssumed).toBe(expected.publishedAssumed);
  });

  it('is the page’s unless that lies in the future', () => {
    const fields = { publishedAt: '2026-11-23T07:00:00.000Z' };
    const dated = (publishedAt: string) =>
      compose(fields, { metadata: { title: 'Ferry returns', publishedAt } }).publishedAt;
    expect(dated('2026-11-22T07:00:00.000Z')).toBe('2026-11-22T07:00:00.000Z');
    expect(dated('2062-11-22T07:00:00.000Z')).toBe(fields.publishedAt);
  });

  it('is no content when it is assumed: an article seen twice is not revised', () => {
    const seenAgain = { ...FEED, firstSeenAt: '2026-11-25T00:00:00.000Z', foundAt: '2026-11-25T00:00:00.000Z' };
    expect(composeArticle(item(), undefined, seenAgain).contentHash).toBe(compose().contentHash);
  });
});

describe('the content hash', () => {
  const before = compose().contentHash;
  it.each<[string, boolean, Partial<FeedItem>]>([
    ['changes with the title', true, { title: 'Ferry is back' }],
    ['changes with the text', true, { summary: 'The ferry is late.' }],
    ['changes with the day of publication', true, { publishedAt: '2026-11-24T00:00:00.000Z' }],
    ['stays when only the markup changes', false, { summary: '<p>The <i>ferry</i>  is back.</p>' }],
    ['stays when only the picture changes', false, { imageUrl: 'https://harbour.example/j.jpg' }],
    ['stays when only the categories change', false, { categories: ['Sea'] }],
  ])('%s', (_, expected, fields) => {
    expect(compose(fields).contentHash !== before).toBe(expected);
  });
});

describe('an article fits its record, whatever its publisher writes', () => {
  const long = 'word '.repeat(50_000);
  const many = Array.from({ length: 5_000 }, (_, index) => `${index} ${'x'.repeat(1_000)}`);
  const monster: PageReading = {
    metadata: {
      title: long,
      url: `https://harbour.example/${'x'.repeat(100_000)}`,
      siteName: long,
      authors: many,
      language: `en-x${'-abcdefgh'.repeat(10_000)}`,
      section: long,
      tags: many,
      image: { url: 'https://harbour.example/i.jpg', alt: long },
      excerpt: long,
    },
    shown: shown('Short, but longer than the feed has it.'),
  };

  it('from its page', () => {
    const content = compose({ title: 'Word', summary: '' }, monster);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(30_000);
    expect(content.title).toMatch(/^word .*word…$/);
    expect(content.tags).toHaveLength(50);
    expect(content).not.toHaveProperty('url');
    expect(content.language).toBe('en');
  });

  it('from its feed', () => {
    const content = compose({ title: long, summary: '', authors: many.map((name) => ({ name })), categories: many });
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(30_000);
  });

  it('and a picture whose address is too long is left out', () => {
    expect(compose({ imageUrl: `https://harbour.example/${'x'.repeat(5_000)}` })).not.toHaveProperty('image');
  });
});
