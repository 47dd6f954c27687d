import { expect, it } from 'vitest';
import { tagsOf } from '../../../../../lambdas/core/article/wording/page-tags.ts';

it.each<[string, readonly string[], readonly string[]]>([
  ['single tags stay', ['ferries', 'Port Town'], ['ferries', 'Port Town']],
  ['commas separate tags', ['ferries, sea'], ['ferries', 'sea']],
  ['semicolons and bars separate tags', ['ferries; sea|port'], ['ferries', 'sea', 'port']],
  ['a tag comes once, in its first spelling', ['Ferries', 'ferries, FERRIES'], ['Ferries']],
  ['markup is dropped', ['<b>Sea</b>'], ['Sea']],
  ['empty tags are dropped', [',, ,'], []],
  ['machine tags are dropped', ['type:article, geo:lat=55, id=7'], []],
  ['a tag with a colon behind a blank stays', ['Sea : ferries'], ['Sea : ferries']],
  ['a tag with a colon in its second word stays', ['The Sea: ferries'], ['The Sea: ferries']],
])('%s', (_, lists, expected) => {
  expect(tagsOf(lists)).toEqual(expected);
});

it('a list is read to its first 5,000 characters', () => {
  expect(tagsOf([`${','.repeat(4_997)}seaport`])).toEqual(['sea']);
});

it('the first 500 tags are read', () => {
  const tags = Array.from({ length: 600 }, (_, n) => `tag ${n}`);
  expect(tagsOf(tags)).toEqual(tags.slice(0, 500));
});
