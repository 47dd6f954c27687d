import { describe, expect, it } from 'vitest';
import {
  type AddressClaims,
  foreignAddress,
  type PageAddress,
  pageAddress,
} from '../../../../../lambdas/core/article/metadata/page-address.ts';

const BASE = 'https://www.harbour.example/news/';
const SERVED = 'https://www.harbour.example/news/1?utm_source=rss';
const served: PageAddress = { url: 'https://www.harbour.example/news/1', source: 'url' };
const claim = (url: string, source: PageAddress['source'] = 'meta'): PageAddress => ({ url, source });

describe('the address of an article', () => {
  it.each<[string, string, Partial<AddressClaims>, PageAddress | undefined]>([
    ['the address that served the page loses its tracking', SERVED, {}, served],
    ['a canonical link on the site wins', SERVED, { canonical: '/n/1' }, claim('https://www.harbour.example/n/1')],
    ['og:url on the site wins', SERVED, { openGraph: '/n/1' }, claim('https://www.harbour.example/n/1', 'opengraph')],
    [
      'the canonical link comes before og:url',
      SERVED,
      { canonical: '/n/1', openGraph: '/m/1' },
      claim('https://www.harbour.example/n/1'),
    ],
    [
      'og:url replaces a canonical link that isn’t credible',
      SERVED,
      { canonical: '/sport', openGraph: '/n/1' },
      claim('https://www.harbour.example/n/1', 'opengraph'),
    ],
    [
      'a claim loses its tracking and fragment',
      SERVED,
      { canonical: '/n/1?utm_source=x#top' },
      claim('https://www.harbour.example/n/1'),
    ],
    [
      'a relative claim is resolved against the base',
      SERVED,
      { canonical: '../n/1' },
      claim('https://www.harbour.example/n/1'),
    ],
    [
      'a claim may leave out the www',
      SERVED,
      { canonical: 'https://harbour.example/n/1' },
      claim('https://harbour.example/n/1'),
    ],
    ['a claim on another site doesn’t count', SERVED, { canonical: 'https://evil.example/news/1' }, served],
    ['a claim of another article doesn’t count', SERVED, { canonical: '/news/2' }, served],
    ['a claim that all pages share doesn’t count', SERVED, { canonical: '/sport' }, served],
    [
      'a claim with the words of the headline counts',
      SERVED,
      { canonical: '/ferry-returns', title: 'Ferry returns' },
      claim('https://www.harbour.example/ferry-returns'),
    ],
    ['a claim of the front page doesn’t count', SERVED, { canonical: '/' }, served],
    ['a script is no claim', SERVED, { canonical: 'javascript:1' }, served],
    ['a front page has no article', 'https://www.harbour.example/', {}, undefined],
    ['a page without a web address has no article', 'file:///news/1', {}, undefined],
  ])('%s', (_, pageUrl, claims, expected) => {
    expect(pageAddress(pageUrl, { base: BASE, ...claims })).toEqual(expected);
  });
});

describe('an address on another site', () => {
  const foreign = 'https://valley.example/news/1';
  it.each<[string, Partial<AddressClaims>, string | undefined]>([
    ['both claims make it', { canonical: foreign, openGraph: `${foreign}?utm_source=x` }, foreign],
    ['the canonical link alone doesn’t make it', { canonical: foreign }, undefined],
    ['og:url alone doesn’t make it', { openGraph: foreign }, undefined],
    ['claims that differ don’t make it', { canonical: foreign, openGraph: `${foreign}1` }, undefined],
    ['claims on the page’s own site don’t make it', { canonical: SERVED, openGraph: SERVED }, undefined],
    [
      'a front page isn’t one',
      { canonical: 'https://valley.example/', openGraph: 'https://valley.example/' },
      undefined,
    ],
  ])('%s', (_, claims, expected) => {
    expect(foreignAddress(SERVED, { base: BASE, ...claims })).toBe(expected);
  });
});
