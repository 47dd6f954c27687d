import { describe, expect, it } from 'vitest';
import { articleToItem, restoreOwnFields } from '../../../../lambdas/core/article/article-to-item.ts';
import type { Article, ArticleContent } from '../../../../lambdas/core/article/record/article.ts';
import { article } from '../../../fakes/article.ts';

describe('an article as an item', () => {
  it('the item has the article’s fields, and the feed its site and language', () => {
    const { text: _, ...fields } = article({ agencies: ['dpa'], revisedAt: '2026-11-24T08:00:00.000Z' });
    expect(articleToItem(fields)).toEqual({
      version: 1,
      feed: { feedId: 'feed-a', url: 'https://harbour.example/rss', title: 'Harbour Post', language: 'en' },
      item: {
        url: 'https://harbour.example/news/1',
        title: 'Ferry returns',
        summary: 'The ferry is back.',
        content: 'The ferry is back.',
        authors: [{ name: 'Ada Quay' }, { name: 'dpa' }],
        publishedAt: '2026-11-23T07:00:00.000Z',
        updatedAt: '2026-11-23T07:30:00.000Z',
        categories: ['ferries'],
        imageUrl: 'https://harbour.example/i.jpg',
      },
      foundAt: '2026-11-24T08:00:00.000Z',
    });
  });

  it('absent fields stay absent', () => {
    const { articleId, revision, title, authors, tags, textSource, wordCount, contentHash, feedId } = article();
    const { firstSeenAt, revisedAt } = article();
    const required = { articleId, revision, title, authors, tags, textSource, wordCount, contentHash, feedId };
    const slight: Article = { ...required, firstSeenAt, revisedAt, appearances: [] };
    expect(articleToItem(slight)).toEqual({
      version: 1,
      feed: { feedId: 'feed-a', url: '' },
      item: { title: 'Ferry returns', authors: [{ name: 'Ada Quay' }], categories: ['ferries'] },
      foundAt: revisedAt,
    });
    expect(Object.keys(articleToItem(slight).item)).toEqual(['title', 'authors', 'categories']);
  });

  it('the address is the one where the page was read', () => {
    const [first] = article().appearances;
    const read = {
      key: 'k',
      feedId: 'f',
      feedUrl: 'https://f.example/',
      firstSeenAt: '',
      ...first,
      url: 'https://harbour.example/r/1',
    };
    expect(articleToItem(article({ appearances: [read] })).item.url).toBe('https://harbour.example/r/1');
  });

  it('an assumed date isn’t the publisher’s', () => {
    expect(articleToItem(article({ publishedAssumed: 'missing' })).item).not.toHaveProperty('publishedAt');
  });

  it('the excerpt is escaped', () => {
    expect(articleToItem(article({ excerpt: 'a < b' })).item).toMatchObject({
      summary: 'a &lt; b',
      content: 'a &lt; b',
    });
  });

  it.each<[string, string, string, boolean]>([
    ['an excerpt from within the text is a summary', 'is back.', 'The ferry is back.', true],
    ['an excerpt that is the text is no summary', 'The ferry is back.', 'The ferry is back.', false],
    ['an excerpt that is the cut start of the text is no summary', 'The ferry…', 'The ferry is back.', false],
    ['the text’s white space doesn’t matter', 'The ferry is', ' The \n ferry  is back.', false],
    ['an ellipsis within the excerpt stays', 'The… ferry', 'The ferry', true],
  ])('%s', (_, excerpt, text, isSummary) => {
    const { summary, content } = articleToItem(article({ excerpt, text })).item;
    expect([summary, content]).toEqual([isSummary ? excerpt : undefined, excerpt]);
  });
});

describe('a recheck’s content with the article’s own fields', () => {
  const stored = article({
    siteName: 'Harbour Post',
    publishedPrecision: 'day',
    modifiedPrecision: 'time',
    publishedRaw: '23 Nov',
    provenance: { title: 'opengraph', publishedAt: 'json-ld', modifiedAt: 'meta', url: 'meta', tags: 'page' },
  });
  const { articleId: _, ...rest } = stored;
  const recheck = (fields: Partial<ArticleContent>): ArticleContent => ({
    ...rest,
    title: 'Ferry is back',
    url: 'https://harbour.example/n/1',
    publishedAt: '2026-11-20T00:00:00.000Z',
    publishedPrecision: 'local-time',
    modifiedAt: '2026-11-21T00:00:00.000Z',
    modifiedPrecision: 'local-time',
    provenance: {},
    ...fields,
  });

  it.each<[string, Partial<ArticleContent>, Partial<ArticleContent>]>([
    [
      'a field from the page stays',
      { provenance: { title: 'json-ld' } },
      { title: 'Ferry is back', provenance: { title: 'json-ld', url: 'meta' } },
    ],
    [
      'a field from the item is the article’s, with its first source',
      { provenance: { title: 'feed' } },
      { title: 'Ferry returns', provenance: { title: 'opengraph', url: 'meta' } },
    ],
    [
      'a field whose first source isn’t known has none',
      { provenance: { siteName: 'feed' }, siteName: 'x' },
      { siteName: 'Harbour Post', provenance: { url: 'meta' } },
    ],
    [
      'a publication from the item has its first precision',
      { provenance: { publishedAt: 'feed' } },
      { publishedAt: stored.publishedAt ?? '', publishedPrecision: 'day', modifiedPrecision: 'local-time' },
    ],
    [
      'a change from the item has its first precision',
      { provenance: { modifiedAt: 'feed' } },
      { modifiedAt: stored.modifiedAt ?? '', modifiedPrecision: 'time', publishedPrecision: 'local-time' },
    ],
    [
      'the address is always the article’s, with its source',
      { provenance: { url: 'url' } },
      { url: 'https://harbour.example/news/1', provenance: { url: 'meta' } },
    ],
    ['the raw date is always the article’s', { publishedRaw: 'x' }, { publishedRaw: '23 Nov' }],
  ])('%s', (_, fields, expected) => {
    expect(restoreOwnFields(recheck(fields), stored)).toMatchObject(expected);
  });

  it('a precision that the article lacks is dropped', () => {
    const content = recheck({ provenance: { publishedAt: 'feed' } });
    const { publishedPrecision: _precision, ...without } = stored;
    expect(restoreOwnFields(content, without)).not.toHaveProperty('publishedPrecision');
  });

  it('an address that the article lacks is dropped, with its source', () => {
    const { url: _url, provenance: _provenance, ...without } = stored;
    const restored = restoreOwnFields(recheck({ provenance: { url: 'url', title: 'feed' } }), without);
    expect(restored).not.toHaveProperty('url');
    expect(restored.provenance).toEqual({});
  });

  it('content without a provenance keeps its fields', () => {
    const { provenance: _provenance, ...content } = recheck({});
    expect(restoreOwnFields(content, stored)).toMatchObject({ title: 'Ferry is back', provenance: { url: 'meta' } });
  });

  it.each<[string, Article['publishedAssumed'], Article['publishedAssumed'], Article['publishedAssumed']]>([
    ['an assumed date stays assumed, for its first reason', 'missing', 'future', 'future'],
    ['a date that the page now gives is assumed no longer', undefined, 'future', undefined],
    ['a date that the page no longer gives is not assumed', 'missing', undefined, undefined],
  ])('%s', (_, now, before, expected) => {
    const content = recheck(now === undefined ? {} : { publishedAssumed: now });
    const restored = restoreOwnFields(content, before === undefined ? stored : { ...stored, publishedAssumed: before });
    expect(restored.publishedAssumed).toBe(expected);
  });
});

describe('an article that is read again without an item', () => {
  const audio = { url: 'https://cdn.example/1.mp3', kind: 'audio' as const };
  const image = { url: 'https://harbour.example/i/pier.jpg', kind: 'image' as const };
  const { articleId: _, ...content } = article();

  it('keeps the files that its feed has told, beside those of the page', () => {
    expect(restoreOwnFields({ ...content, media: [image] }, article({ media: [audio] })).media).toEqual([audio, image]);
  });

  it('has a file of before and after once', () => {
    expect(restoreOwnFields({ ...content, media: [audio] }, article({ media: [audio] })).media).toEqual([audio]);
  });

  it('drops the files of another site’s feed when the site speaks', () => {
    const standIn = article({ media: [audio], wordsOf: 'other-site' });
    expect(restoreOwnFields({ ...content, media: [image] }, standIn).media).toEqual([image]);
    expect(restoreOwnFields(content, standIn)).not.toHaveProperty('media');
  });

  it('keeps the genre that its feed has told, with its source, unless the page tells one', () => {
    const told = article({ genre: 'opinion', provenance: { genre: 'feed' } });
    expect(restoreOwnFields(content, told)).toMatchObject({ genre: 'opinion', provenance: { genre: 'feed' } });
    const page: ArticleContent = { ...content, genre: 'review', provenance: { genre: 'json-ld' } };
    expect(restoreOwnFields(page, told)).toMatchObject({ genre: 'review', provenance: { genre: 'json-ld' } });
  });
});
