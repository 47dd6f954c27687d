import { expect, it } from 'vitest';
import { bareArticle } from '../../../../lambdas/core/article/bare-article.ts';
import { item } from '../../../fakes/messages.ts';

const context = {
  feedUrl: 'https://harbour.example/rss',
  url: 'https://harbour.example/news/1',
  firstSeenAt: '2026-11-23T08:00:05.000Z',
  foundAt: '2026-11-23T08:00:00.000Z',
};

it('a bare article has the title, address and date of its item, and says why it has no more', () => {
  const published = item({ title: 'Ferry returns', publishedAt: '2026-11-23T07:00:00.000Z', content: '<p>Text.</p>' });
  expect(bareArticle(published, context)).toMatchObject({
    title: 'Ferry returns',
    url: 'https://harbour.example/news/1',
    publishedAt: '2026-11-23T07:00:00.000Z',
    authors: [],
    tags: [],
    textSource: 'feed',
    wordsOf: 'site',
    pageFailure: 'too-costly',
    wordCount: 0,
  });
});

it.each([
  ['has no date', undefined],
  ['has a date in the future', '2027-01-01T00:00:00.000Z'],
])('a bare article of an item that %s has the date at which it was first seen', (_, publishedAt) => {
  const found = bareArticle(item(publishedAt === undefined ? {} : { publishedAt }), context);
  expect(found).toMatchObject({ publishedAt: context.firstSeenAt, publishedAssumed: 'missing' });
});

it('a bare article of another site’s feed says so', () => {
  const other = { ...context, feedUrl: 'https://other.example/rss' };
  expect(bareArticle(item(), other).wordsOf).toBe('other-site');
});

it('a bare article without a title has its address as title, and a long title is shortened', () => {
  const { title: _, ...untitled } = item();
  expect(bareArticle(untitled, context).title).toBe(context.url);
  const long = bareArticle(item({ title: 'ferry '.repeat(1_000_000) }), context);
  expect(long.title.length).toBeLessThanOrEqual(500);
});
