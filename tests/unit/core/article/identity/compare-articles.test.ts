import { expect, it } from 'vitest';
import { compareArticles } from '../../../../../lambdas/core/article/identity/compare-articles.ts';
import { article } from '../../../../fakes/article.ts';

const words = (start: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `word${start + index}`).join(' ');
const first = article({
  articleId: 'article-1',
  title: 'Ferry returns to its pier',
  text: `Ferry returns. ${words(0, 80)}`,
});
const second = {
  ...first,
  articleId: 'article-2',
  url: 'https://valley.example/ferry',
  feedId: 'valley',
  appearances: [],
};

it.each<[string, Partial<typeof first>, { isSame?: boolean; reason: RegExp; likeness?: boolean }]>([
  ['the same text under the same headline is one piece of news', {}, { isSame: true, reason: /same words/ }],
  [
    'a copy that was cut is one piece of news, with the share of its text',
    { text: `Ferry returns. ${words(0, 60)}` },
    { isSame: true, reason: /same words/, likeness: true },
  ],
  [
    'another text is another piece of news',
    { text: words(500, 80) },
    { isSame: false, reason: /figures differ|less than half/, likeness: true },
  ],
  ['a short text can’t be compared', { text: 'Ferry returns.' }, { reason: /too short/ }],
])('%s', (_, fields, expected) => {
  const { isSame, reason, likeness } = compareArticles(first, { ...second, ...fields });
  expect(isSame).toBe(expected.isSame);
  expect(likeness !== undefined).toBe(expected.likeness ?? false);
  expect(reason).toMatch(expected.reason);
});

it('a text in the Bodies bucket isn’t compared', () => {
  const { text: _, ...stored } = second;
  expect(compareArticles(first, { ...stored, textKey: 'key' })).toEqual({
    reason: expect.stringContaining('Bodies bucket'),
  });
});
