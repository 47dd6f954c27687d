import { describe, expect, it } from 'vitest';
import type { PageMetadata } from '../../../../../lambdas/core/article/metadata/page-metadata.ts';
import { ld, meta, read } from '../../../../fakes/page-heads.ts';
import { tag } from '../../../../fakes/scanned-pages.ts';

const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });

describe('the title', () => {
  const site = meta('og:site_name', 'Harbour Post');
  it.each<[string, string, string, string | undefined, string | undefined]>([
    ['the title is the only heading', '<title>Other</title>', '<h1> Ferry\n returns </h1>', 'Ferry returns', 'page'],
    ['a page may have no title', '', '', undefined, undefined],
    ['the title loses the site’s name', `<title>Ferry | Harbour Post</title>${site}`, '', 'Ferry', 'page'],
    [
      'the title loses the section',
      `<title>Ferry | Sea</title>${news({ articleSection: 'Sea' })}`,
      '',
      'Ferry',
      'page',
    ],
    ['the title keeps another part', `<title>Ferry | Sea</title>${site}`, '', 'Ferry | Sea', 'page'],
    [
      'the title loses what the visible headline lacks',
      meta('og:title', 'Ferry | News'),
      '<h1>Ferry</h1>',
      'Ferry',
      'opengraph',
    ],
    [
      'the title loses what JSON-LD’s headline lacks',
      meta('og:title', 'Ferry | News') + news({ headline: 'Ferry' }),
      '',
      'Ferry',
      'json-ld',
    ],
    [
      'the title is what the visible headline says',
      `${news({ headline: 'You won’t believe it' })}${meta('og:title', 'Ferry')}`,
      '<h1>Ferry</h1>',
      'Ferry',
      'opengraph',
    ],
    [
      'the first title wins if none equals the headline',
      `${news({ headline: 'Ferry is back' })}${meta('og:title', 'Ferry')}`,
      '',
      'Ferry is back',
      'json-ld',
    ],
    [
      'the title loses a kicker',
      `${news({ headline: 'Strike: The ferry stays' })}${meta('og:title', 'The ferry stays')}`,
      '',
      'The ferry stays',
      'opengraph',
    ],
  ])('%s', (_, head, body, title, source) => {
    const { title: found, provenance } = read(head, body);
    expect([found, provenance?.title]).toEqual([title, source]);
  });
});

describe('the publisher', () => {
  it.each<[string, string, string | undefined]>([
    [
      'the publisher is named if the site has another name',
      meta('og:site_name', 'Post') + news({ publisher: 'Harbour Media' }),
      'Harbour Media',
    ],
    [
      'the publisher isn’t named if it is the site',
      meta('og:site_name', 'Harbour Post') + news({ publisher: 'HARBOUR-POST' }),
      undefined,
    ],
    [
      'a link is no publisher',
      meta('og:site_name', 'Post') + tag('publisher', 'https://social.example/post'),
      undefined,
    ],
    [
      'the next publisher counts',
      meta('og:site_name', 'Post') + news({ publisher: 'Post' }) + tag('publisher', 'Media'),
      'Media',
    ],
    ['a publisher counts without a site', tag('publisher', 'Media'), 'Media'],
  ])('%s', (_, head, expected) => {
    expect(read(head).publisher).toBe(expected);
  });
});

describe('the dates', () => {
  it.each<[string, string, Partial<PageMetadata>]>([
    [
      'an unreadable date yields to a readable one',
      news({ datePublished: 'today' }) + tag('date', '2026-11-22T00:00Z'),
      { publishedAt: '2026-11-22T00:00:00.000Z', publishedPrecision: 'time' },
    ],
    [
      'a day yields to a time of that day',
      news({ datePublished: '2026-11-23' }) + tag('date', '2026-11-23T09:05Z'),
      { publishedAt: '2026-11-23T09:05:00.000Z', provenance: { url: 'url', publishedAt: 'meta' } },
    ],
    [
      'the page’s language tells the day',
      meta('og:locale', 'en_GB') + tag('date', '03/11/2026'),
      { publishedAt: '2026-11-03T00:00:00.000Z', publishedPrecision: 'day' },
    ],
  ])('%s', (_, head, expected) => {
    expect(read(head)).toMatchObject(expected);
  });

  const published = news({ datePublished: '2026-11-23T09:00Z' });
  it.each<[string, string, string | undefined]>([
    ['a change after the publication is kept', tag('lastmod', '2026-11-23T10:00Z'), '2026-11-23T10:00:00.000Z'],
    ['a change before the publication is dropped', tag('lastmod', '2026-11-22T10:00Z'), undefined],
    [
      'the next change counts',
      meta('og:updated_time', '2026-11-22T10:00Z') + tag('lastmod', '2026-11-24T10:00Z'),
      '2026-11-24T10:00:00.000Z',
    ],
  ])('%s', (_, head, expected) => {
    expect(read(published + head).modifiedAt).toBe(expected);
  });

  it('the day in the address is the last source', () => {
    expect(read('', '', 'https://harbour.example/2026/11/23/ferry')).toMatchObject({
      publishedAt: '2026-11-23T00:00:00.000Z',
      provenance: { publishedAt: 'url' },
    });
  });

  it('an unmarked date yields to the day in the address', () => {
    const sank = '<h1>Ferry</h1><p>The ferry sank on 12 March 1999.</p>';
    expect(read('', sank, 'https://harbour.example/2026/11/23/ferry').provenance?.publishedAt).toBe('url');
  });
});

it.each<[string, string, readonly string[] | undefined, string | undefined]>([
  ['tags of the first source count', news({ keywords: ['sea', 'Sea'] }) + tag('keywords', 'x'), ['sea'], 'json-ld'],
  ['a source without tags is skipped', news({ keywords: ',' }) + tag('keywords', 'sea'), ['sea'], 'meta'],
  ['a page may have no tags', tag('keywords', ','), undefined, undefined],
])('%s', (_, head, tags, source) => {
  const found = read(head);
  expect([found.tags, found.provenance?.tags]).toEqual([tags, source]);
});

describe('the address', () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
  const foreign = 'https://valley.example/news/1';
  it.each<[string, string, Partial<PageMetadata>]>([
    [
      'the canonical link gives the address',
      canonical('/n/1'),
      { url: 'https://www.harbour.example/n/1', provenance: { url: 'meta' } },
    ],
    [
      'og:url gives the address',
      meta('og:url', '/n/1'),
      { url: 'https://www.harbour.example/n/1', provenance: { url: 'opengraph' } },
    ],
    [
      'a claim is resolved against the page’s base',
      `<base href="/n/">${canonical('1')}`,
      { url: 'https://www.harbour.example/n/1' },
    ],
    [
      'a claim may have the words of the title',
      canonical('/ferry-returns') + meta('og:title', 'Ferry returns'),
      { url: 'https://www.harbour.example/ferry-returns' },
    ],
    [
      'an address on another site stands apart',
      canonical(foreign) + meta('og:url', foreign),
      { url: 'https://www.harbour.example/news/1', foreignUrl: foreign },
    ],
  ])('%s', (_, head, expected) => {
    expect(read(head)).toMatchObject(expected);
  });

  it('a front page has no address', () => {
    expect(read('', '', 'https://www.harbour.example/')).toEqual({ provenance: {} });
  });
});
