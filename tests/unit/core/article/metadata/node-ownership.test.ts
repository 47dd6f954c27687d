import { describe, expect, it } from 'vitest';
import type { JsonLdNode, Ownership } from '../../../../../lambdas/core/article/metadata/json-ld.ts';
import { ownershipIn } from '../../../../../lambdas/core/article/metadata/node-ownership.ts';
import { type Heading, nothingCollected } from '../../../../../lambdas/core/article/metadata/page-scan.ts';

const h1 = (text: string): Heading => ({ text, level: 1, at: 0 });
const scan = {
  ...nothingCollected(),
  url: 'https://www.harbour.example/news/1-ferry-returns?utm_source=rss',
  base: 'https://www.harbour.example/',
  links: new Map([['canonical', '/n/1-ferry-returns']]),
  headings: [{ text: 'Bridge closes', level: 2, at: 0 }, h1('Ferry returns to Port Town')],
};
const TITLES = ['The ferry returns', 'Ferry returns today'];
const other = { headline: 'Bridge closes', url: '/news/99-bridge-closes' };

describe('a node beside an article’s page', () => {
  it.each<[string, JsonLdNode, Ownership]>([
    ['another address and another headline are another article’s', other, 'other'],
    ['the served address is the page’s own', { ...other, url: '/news/1-ferry-returns' }, 'own'],
    ['the canonical address is the page’s own', { ...other, url: '/n/1-ferry-returns' }, 'own'],
    ['an address as the main entity is the page’s own', { ...other, mainEntityOfPage: '/n/1-ferry-returns' }, 'own'],
    ['an address as an id is the page’s own', { ...other, '@id': '/n/1-ferry-returns' }, 'own'],
    ['the title of the page is its own', { ...other, headline: 'The FERRY returns!' }, 'own'],
    ['any title of the page is its own', { ...other, headline: ['Ferry returns today'] }, 'own'],
    [
      'a headline that agrees with a title may be the page’s',
      { ...other, headline: 'Ferry returns at last' },
      'unknown',
    ],
    ['a headline that agrees with the main heading may be the page’s', { ...other, headline: 'Port Town' }, 'unknown'],
    ['a node without an address may be the page’s', { headline: 'Bridge closes' }, 'unknown'],
    ['a node without a headline may be the page’s', { url: '/news/99-bridge-closes' }, 'unknown'],
    ['the address of the site says nothing', { ...other, url: '/' }, 'unknown'],
    ['an address in another view may be the page’s', { ...other, url: '/amp/news/1-ferry-returns' }, 'unknown'],
    [
      'an address with the words of the title may be the page’s',
      { ...other, url: '/sea/the-ferry-returns' },
      'unknown',
    ],
    [
      'one of several addresses may be the page’s',
      { ...other, mainEntityOfPage: '/amp/news/1-ferry-returns' },
      'unknown',
    ],
    [
      'the same path on another site is another article’s',
      { ...other, url: 'https://valley.example/amp/news/1-ferry-returns' },
      'other',
    ],
    ['a script is no address', { ...other, url: 'javascript:1' }, 'unknown'],
  ])('%s', (_, node, expected) => {
    expect(ownershipIn(scan, TITLES)(node)).toBe(expected);
  });

  it.each<[string, readonly Heading[], readonly string[], string, Ownership]>([
    ['a page without titles and headings says nothing', [], [], 'Bridge closes', 'unknown'],
    ['a smaller heading doesn’t count', [{ ...h1('Bridge closes'), level: 2 }], ['Ferry'], 'Bridge closes', 'other'],
    ['the third main heading counts', [h1('a'), h1('b'), h1('Bridge closes')], ['Ferry'], 'Bridge closes', 'unknown'],
    ['the fourth doesn’t count', [h1('a'), h1('b'), h1('c'), h1('Bridge closes')], ['Ferry'], 'Bridge closes', 'other'],
    ['a title is compared to its 400th character', [], [`${'x '.repeat(198)}Bridge closes`], 'Bridge closes', 'other'],
    [
      'a headline is compared to its 400th character',
      [],
      ['Bridge closes'],
      `${'x '.repeat(198)}Bridge closes`,
      'other',
    ],
  ])('%s', (_, headings, titles, headline, expected) => {
    expect(ownershipIn({ ...scan, headings }, titles)({ ...other, headline })).toBe(expected);
  });
});
