import { describe, expect, it } from 'vitest';
import { isOwnPage, ownPage } from '../../../../../lambdas/core/article/identity/own-page.ts';
import { article } from '../../../../fakes/article.ts';

const CANONICAL = 'https://harbour.example/ferry';
const ON_SITE = 'https://m.harbour.example/news/1';
const ELSEWHERE = 'https://valley.example/wire/9';

const known = (url: string | undefined, ...places: (string | undefined)[]) => {
  const [place] = article().appearances;
  if (place === undefined) throw new Error('no appearance');
  const { url: _, ...withoutUrl } = place;
  const { url: __, ...rest } = article({
    appearances: places.map((each) => (each === undefined ? withoutUrl : { ...withoutUrl, url: each })),
  });
  return url === undefined ? rest : { ...rest, url };
};

const withFeed = (stored: ReturnType<typeof known>, feedUrl: string) => ({
  ...stored,
  appearances: stored.appearances.map((each) => ({ ...each, feedUrl })),
});

describe('the address at which an article is fetched again', () => {
  it.each<[string, ReturnType<typeof known>, string | undefined]>([
    ['the page’s address is the first appearance on the article’s site', known(CANONICAL, ON_SITE), ON_SITE],
    [
      'the page’s address is the canonical address if the first appearance is on another site',
      known(CANONICAL, ELSEWHERE, ON_SITE),
      CANONICAL,
    ],
    [
      'the page’s address is the canonical address if the first appearance has none',
      known(CANONICAL, undefined),
      CANONICAL,
    ],
    ['the page’s address is the canonical address if there is no appearance', known(CANONICAL), CANONICAL],
    [
      'the page’s address is the canonical address if the first appearance is another site’s feed’s',
      withFeed(known(CANONICAL, ON_SITE), 'https://valley.example/rss'),
      CANONICAL,
    ],
    ['the page’s address is unknown if the article has no address', known(undefined, ELSEWHERE), undefined],
  ])('%s', (_, stored, expected) => {
    expect(ownPage(stored)).toBe(expected);
  });
});

it.each<[string, string | undefined, boolean]>([
  ['the page at the canonical address is the article’s own', CANONICAL, true],
  ['the page at which the article was read is its own', ON_SITE, true],
  ['the page at the canonical address in http is the article’s own', CANONICAL.replace('https:', 'http:'), true],
  ['a page on another site is not the article’s own', ELSEWHERE, false],
  ['an item without an address has no page of the article', undefined, false],
])('%s', (_, url, expected) => {
  expect(isOwnPage(known(CANONICAL, ON_SITE), url)).toBe(expected);
});

it('an article without an address has no own page', () => {
  expect(isOwnPage(known(undefined), undefined)).toBe(false);
});
