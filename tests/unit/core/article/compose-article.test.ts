import { describe, expect, it } from 'vitest';
import { composeArticle } from '../../../../lambdas/core/article/compose-article.ts';
import type { PageReading } from '../../../../lambdas/core/article/read-page.ts';
import type { ArticleContent } from '../../../../lambdas/core/article/record/article.ts';
import { contentHash } from '../../../../lambdas/core/article/record/content-hash.ts';
import type { MainText } from '../../../../lambdas/core/article/text/main-text.ts';
import type { FeedItem } from '../../../../lambdas/core/feed/document/feed-document.ts';
import { item, longText } from '../../../fakes/messages.ts';

const SEEN = {
  feedUrl: 'https://harbour.example/rss',
  firstSeenAt: '2026-11-23T12:00:00.000Z',
  foundAt: '2026-11-24T12:00:00.000Z',
};
const FEED = { title: 'Harbour Post', language: 'en', url: 'https://harbour.example/news/1', ...SEEN };
const compose = (fields: Partial<FeedItem> = {}, page?: PageReading): ArticleContent =>
  composeArticle(item(fields), page, FEED);
const shown = (text: string): MainText => ({ text, html: `<p>${text}</p>` });

describe('an article of a feed alone', () => {
  it('the article has the item’s fields and text', () => {
    const content = compose({
      summary: '<p>The <b>ferry</b> is back.</p>',
      authors: [{ name: 'Ada Quay', email: 'ada@harbour.example' }],
      publishedAt: '2026-11-23T07:00:00.000Z',
    });
    expect(content).toEqual({
      title: 'Ferry returns',
      url: FEED.url,
      siteName: 'Harbour Post',
      authors: ['Ada Quay'],
      publishedAt: '2026-11-23T07:00:00.000Z',
      language: 'en',
      tags: [],
      excerpt: 'The ferry is back.',
      text: 'The ferry is back.',
      html: '<p>The <b>ferry</b> is back.</p>',
      textSource: 'feed',
      wordsOf: 'site',
      wordCount: 4,
      contentHash: contentHash('Ferry returns', 'The ferry is back.', '2026-11-23T07:00:00.000Z'),
      provenance: {
        title: 'feed',
        url: 'feed',
        siteName: 'feed',
        authors: 'feed',
        publishedAt: 'feed',
        language: 'feed',
      },
    });
  });

  it('an article without a text has no excerpt and no HTML', () => {
    const content = composeArticle({ authors: [], categories: [] }, undefined, SEEN);
    expect(content).toMatchObject({ title: 'Untitled', text: '', wordCount: 0 });
    expect(content).not.toHaveProperty('excerpt');
    expect(content).not.toHaveProperty('html');
  });

  it.each<[string, Partial<FeedItem>, Partial<ArticleContent>]>([
    [
      'the content is the text and the summary the excerpt',
      { content: 'Long text.' },
      { text: 'Long text.', excerpt: 'The ferry is back.' },
    ],
    [
      'a summary without text makes no excerpt',
      { content: 'Long text.', summary: '<br>' },
      { text: 'Long text.', excerpt: 'Long text.' },
    ],
    [
      'a long text has a short excerpt',
      { summary: longText('ferries') },
      { excerpt: expect.stringMatching(/^.{150,280}…$/) },
    ],
    [
      'a link in the text starts from the item’s address',
      { summary: '<a href="2">x</a>' },
      { html: '<p><a href="https://harbour.example/news/2">x</a></p>' },
    ],
  ])('%s', (_, fields, expected) => {
    expect(compose(fields)).toMatchObject(expected);
  });

  it('a link in the text starts from the feed’s address for the item if the item has none', () => {
    const { url: _, ...fields } = item({ summary: '<a href="3">x</a>' });
    expect(composeArticle(fields, undefined, FEED).html).toBe('<p><a href="https://harbour.example/news/3">x</a></p>');
  });

  it('an item without content and summary has an excerpt of its page’s text', () => {
    const { summary: _, ...fields } = item();
    const page = { metadata: { title: 'Ferry returns' }, shown: shown('The ferry returns today.') };
    expect(composeArticle(fields, page, FEED).excerpt).toBe('The ferry returns today.');
  });

  it('an item with content and no summary has an excerpt of its text', () => {
    const { summary: _, ...fields } = item({ content: 'Long text.' });
    expect(composeArticle(fields, undefined, FEED).excerpt).toBe('Long text.');
  });

  const untitled = (fields: Partial<FeedItem>): FeedItem => ({ authors: [], categories: [], ...fields });
  it.each<[string, FeedItem, string]>([
    [
      'an article without a title is titled by its text',
      untitled({ summary: 'The ferry is back.', url: FEED.url }),
      'The ferry is back.',
    ],
    [
      'the start of a long text makes a title',
      untitled({ summary: 'word '.repeat(40) }),
      `${'word '.repeat(16).trim()}…`,
    ],
    ['an article without a title and a text is titled by its address', untitled({ url: FEED.url }), FEED.url],
    ['an article with nothing is untitled', untitled({}), 'Untitled'],
  ])('%s', (_, which, expected) => {
    expect(composeArticle(which, undefined, SEEN).title).toBe(expected);
  });

  it.each([
    ['a page refused with a 401 is paywalled', 'http-401', 'paywalled'],
    ['a page refused with a 402 is paywalled', 'http-402', 'paywalled'],
    ['a page refused with a 403 says nothing of its access', 'http-403', undefined],
  ])('%s', (_, pageFailure, access) => {
    expect(composeArticle(item(), undefined, { ...FEED, pageFailure })).toMatchObject({ pageFailure });
    expect(composeArticle(item(), undefined, { ...FEED, pageFailure }).access).toBe(access);
  });
});

describe('an article of a feed and a page', () => {
  const page: PageReading = {
    metadata: { title: 'Ferry returns at last', authors: ['Bea Mole'], excerpt: 'At last.', access: 'metered' },
    shown: shown(longText('The ferry')),
  };

  it('the page’s text and metadata win', () => {
    const content = compose({ authors: [{ name: 'Ada' }] }, page);
    expect(content).toMatchObject({ ...page.metadata, ...page.shown, textSource: 'page' });
    expect(content).not.toHaveProperty('pageFailure');
  });

  it('the feed’s metadata fill what the page lacks', () => {
    const silent = { metadata: { authors: [], tags: [] }, shown: shown(longText('The ferry returns')) };
    expect(compose({ authors: [{ name: 'Ada' }], categories: ['x'] }, silent)).toMatchObject({
      title: 'Ferry returns',
      authors: ['Ada'],
      tags: ['x'],
    });
  });

  it('another page’s text and metadata don’t count', () => {
    const login: PageReading = {
      metadata: { title: 'Sign in', authors: ['Staff'] },
      shown: shown(longText('accounts')),
    };
    expect(compose({ authors: [{ name: 'Ada' }] }, login)).toMatchObject({
      title: 'Ferry returns',
      authors: ['Ada'],
      text: 'The ferry is back.',
      textSource: 'feed',
      pageFailure: 'other-page',
    });
  });

  it('a page with a shorter text than the feed’s keeps its metadata', () => {
    const brief: PageReading = { ...page, shown: shown('Ferry back.') };
    expect(compose({}, brief)).toMatchObject({ authors: ['Bea Mole'], textSource: 'feed', pageFailure: 'shorter' });
  });

  it('a failure of the fetch comes before an objection', () => {
    const brief: PageReading = { ...page, shown: shown('Ferry back.') };
    expect(composeArticle(item(), brief, { ...FEED, pageFailure: 'timeout' }).pageFailure).toBe('timeout');
  });

  it('the page’s access comes before its failure’s', () => {
    expect(composeArticle(item(), page, { ...FEED, pageFailure: 'http-402' }).access).toBe('metered');
  });
});

describe('the content hash', () => {
  const before = compose().contentHash;
  it.each<[string, boolean, Partial<FeedItem>]>([
    ['the hash changes with the title', true, { title: 'Ferry is back' }],
    ['the hash changes with the text', true, { summary: 'The ferry is late.' }],
    ['the hash changes with the day of publication', true, { publishedAt: '2026-11-24T00:00:00.000Z' }],
    ['the hash stays when only the markup changes', false, { summary: '<p>The <i>ferry</i>  is back.</p>' }],
    ['the hash stays when only the picture changes', false, { imageUrl: 'https://harbour.example/j.jpg' }],
    ['the hash stays when only the categories change', false, { categories: ['Sea'] }],
  ])('%s', (_, expected, fields) => {
    expect(compose(fields).contentHash !== before).toBe(expected);
  });

  it('the hash stays when an article without a date is seen again', () => {
    const seenAgain = { ...FEED, firstSeenAt: '2026-11-25T00:00:00.000Z', foundAt: '2026-11-25T00:00:00.000Z' };
    expect(composeArticle(item(), undefined, seenAgain).contentHash).toBe(before);
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

  it('a page with the longest metadata makes at most 30,000 bytes', () => {
    const content = compose({ title: 'Word', summary: '' }, monster);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(30_000);
    expect(content.title).toMatch(/^word .*word…$/);
    expect(content.tags).toHaveLength(50);
    expect(content).not.toHaveProperty('url');
    expect(content.language).toBe('en');
  });

  it('an item with the longest metadata makes at most 30,000 bytes', () => {
    const content = compose({ title: long, summary: '', authors: many.map((name) => ({ name })), categories: many });
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(30_000);
  });
});
