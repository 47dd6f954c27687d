import { describe, expect, it } from 'vitest';
import {
  isHeadlineOf,
  isOnSite,
  isSameText,
  titlesAgree,
} from '../../../../../lambdas/core/article/identity/same-news.ts';
import { article } from '../../../../fakes/article.ts';

it.each<[string, string | undefined, string | undefined, boolean]>([
  ['headlines agree if half of the shorter is in the longer', 'Ferry returns', 'Island ferry is in the dock', true],
  ['headlines disagree if less than half is in the longer', 'Ferry returns today', 'Island ferry in dock again', false],
  ['the order of two headlines does not matter', 'Island ferry is in the dock', 'Ferry returns', true],
  ['stop words do not count', 'The ferry is back at sea', 'The mayor is at the market', false],
  ['a missing headline agrees with any', undefined, 'Ferry returns', true],
  ['a headline agrees with a missing one', 'Ferry returns', undefined, true],
  ['a headline without words agrees with none', '…', 'Ferry returns', false],
])('%s', (_, first, second, expected) => {
  expect(titlesAgree(first, second)).toBe(expected);
});

it.each<[string, string | undefined, string | undefined, boolean]>([
  ['a text with half of the words is the headline’s', 'Ferry returns', 'The ferry sails.', true],
  ['a text with less than half of the words is not', 'Ferry returns today', 'The ferry sails.', false],
  ['a missing headline is that of any text', undefined, 'The ferry sails.', true],
  ['a headline without words is that of any text', '…', 'The ferry sails.', true],
  ['a missing text has no headline', 'Ada was here', undefined, false],
])('%s', (_, headline, text, expected) => {
  expect(isHeadlineOf(headline, text)).toBe(expected);
});

describe('isOnSite', () => {
  const [place] = article().appearances;
  if (place === undefined) throw new Error('no appearance');
  const known = article({
    url: 'https://harbour.example/1',
    feedId: 'feed-a',
    appearances: [place, { ...place, feedId: 'feed-b', url: 'https://valley.example/9' }],
  });
  const { url: _, ...nowhere } = article();

  it.each<[string, string | undefined, string, boolean]>([
    ['content from the article’s site is on it', 'https://m.harbour.example/2', 'feed-x', true],
    ['content from a site that carried the article is on it', 'https://valley.example/3', 'feed-x', true],
    ['content of the article’s feed is on its site', 'https://hill.example/1', 'feed-a', true],
    ['content of a feed that carried the article is on its site', 'https://hill.example/1', 'feed-b', true],
    ['content of another site and feed is elsewhere', 'https://hill.example/1', 'feed-x', false],
    ['content without an address is elsewhere', undefined, 'feed-x', false],
  ])('%s', (_, url, feedId, expected) => {
    expect(isOnSite(known, url === undefined ? nowhere : { ...nowhere, url }, feedId)).toBe(expected);
  });

  it('content without an address is not on the site of an article without one', () => {
    expect(isOnSite({ ...nowhere, appearances: [] }, nowhere, 'feed-x')).toBe(false);
  });
});

describe('isSameText', () => {
  const TEXT = 'The ferry of Skerry Point sailed again on Monday, said Marta Holm of the harbour board.';
  const known = (title: string) => article({ title, text: TEXT, url: 'https://harbour.example/1' });
  const found = (title: string, url: string, text = TEXT) => article({ title, text, url });
  const [HERE, ELSEWHERE] = ['https://harbour.example/2', 'https://valley.example/9'];

  it.each<[string, ReturnType<typeof article>, ReturnType<typeof article>, boolean]>([
    [
      'the same text under the same headline is one article, whatever the text says',
      known('Nothing of this'),
      found('Of this: nothing', HERE),
      true,
    ],
    [
      'the same text on the same site is one article under a headline that agrees',
      known('The ferry sailed again'),
      found('Ferry sailed from the island', HERE),
      true,
    ],
    [
      'the same text on the same site is two articles under a headline that disagrees',
      known('The ferry sailed again'),
      found('Harbour board on Monday', HERE),
      false,
    ],
    [
      'the same text on another site is one article if it tells the known headline',
      known('The ferry sailed again'),
      found('Islanders cheer their boat', ELSEWHERE),
      true,
    ],
    [
      'the same text on another site is one article if it tells the new headline',
      known('Islanders cheer their boat'),
      found('The ferry sailed again', ELSEWHERE),
      true,
    ],
    [
      'the same text on another site is two articles if it tells neither headline: a notice to subscribers',
      known('Islanders cheer their boat'),
      found('Apples are dear this autumn', ELSEWHERE),
      false,
    ],
    [
      'the same text under a headline that agrees is two articles if it tells neither headline',
      known('Apples dear again'),
      found('Why apples are dear', HERE),
      false,
    ],
    [
      'the same text is two articles if each headline names somebody else',
      known('The ferry sailed again without Peder Vik'),
      found('The ferry sailed again without Anna Lund', ELSEWHERE),
      false,
    ],
    [
      'the same text is one article if only one headline names somebody else',
      known('The ferry sailed again without Peder Vik'),
      found('The ferry sailed again for Marta Holm', ELSEWHERE),
      true,
    ],
  ])('%s', (_, stored, content, expected) => {
    expect(isSameText(stored, content, 'feed-x')).toBe(expected);
  });
});
