import { describe, expect, it } from 'vitest';
import {
  allInMeta,
  everyFound,
  inJsonLd,
  inMeta,
  inProperty,
  searchablePage,
  sourcesOf,
  valuesOf,
} from '../../../../../lambdas/core/article/metadata/metadata-lookup.ts';
import { ld, meta } from '../../../../fakes/page-heads.ts';
import { scan } from '../../../../fakes/scanned-pages.ts';

const page = (head: string, body = '', html?: string) => searchablePage(scan(head, body, html));
const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });

it('the sources that have a value are found in their order', () => {
  expect(
    everyFound(page(meta('og:title', 'Ferry')), [
      ['json-ld', inJsonLd('headline')],
      ['opengraph', inMeta('og:title')],
      ['meta', () => 'Other'],
    ]),
  ).toEqual([
    { value: 'Ferry', source: 'opengraph' },
    { value: 'Other', source: 'meta' },
  ]);
});

it('fields are split into their values and their sources', () => {
  const fields = {
    title: { value: 'Ferry', source: 'meta' as const },
    url: { value: 'x', source: undefined },
    section: undefined,
  };
  expect(valuesOf(fields)).toEqual({ title: 'Ferry', url: 'x', section: undefined });
  expect(sourcesOf(fields)).toEqual({ title: 'meta' });
  expect(sourcesOf(fields)).not.toHaveProperty('url');
});

describe('a place to look', () => {
  const found = page(
    news({ headline: 'Caf&eacute;' }) + meta('b', 'x &amp; y') + meta('b', 'z') + meta('c', 'w'),
    '<b itemprop="datePublished">&lt;b&gt;x</b><b itemprop="datePublished">y</b>',
  );
  it.each([
    ['a property of JSON-LD is text', inJsonLd('headline'), 'Café'],
    ['a missing property of JSON-LD isn’t found', inJsonLd('author'), undefined],
    ['the first value of a microdata property is text', inProperty('datePublished'), 'x'],
    ['a missing microdata property isn’t found', inProperty('author'), undefined],
    ['the first content of the first tag is text', inMeta('a', 'b', 'c'), 'x & y'],
    ['a missing tag isn’t found', inMeta('a'), undefined],
    ['all contents of the first tag are found as written', allInMeta('a', 'b', 'c'), ['x & y', 'z']],
    ['contents of a missing tag aren’t found', allInMeta('a'), undefined],
  ])('%s', (_, look, expected) => {
    expect(look(found)).toEqual(expected);
  });
});

describe('a searchable page', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['og:site_name names the site', meta('og:site_name', 'Caf&eacute; Post'), '', ['Café Post']],
    ['JSON-LD’s publisher names the site', news({ publisher: { name: 'Post' } }), '', ['Post']],
    ['microdata’s publisher names the site', '', '<b itemprop="publisher">Post</b>', ['Post']],
    [
      'all names of the site count',
      meta('og:site_name', 'A') + news({ publisher: 'B' }),
      '<b itemprop="publisher">C</b>',
      ['A', 'B', 'C'],
    ],
    ['a page may name no site', '', '', []],
  ])('%s', (_, head, body, expected) => {
    expect(page(head, body).sites).toEqual(expected);
  });

  const headings = '<h1>Links</h1><h1>Partners</h1><h2>Ferry returns</h2>';
  it.each<[string, string, string | undefined]>([
    ['og:title tells the headline', meta('og:title', 'Ferry returns'), 'Ferry returns'],
    ['twitter:title tells the headline', meta('twitter:title', 'Ferry returns'), 'Ferry returns'],
    ['the document’s title tells the headline', '<title>Ferry returns</title>', 'Ferry returns'],
    ['JSON-LD’s headline tells the headline', news({ headline: 'Ferry returns' }), 'Ferry returns'],
    [
      'the site’s name isn’t the headline',
      `<title>Ferry returns</title>${meta('og:site_name', 'Ferry returns')}`,
      undefined,
    ],
    ['nothing tells the headline', '', undefined],
  ])('%s', (_, head, expected) => {
    expect(page(head, headings).headline?.text).toBe(expected);
  });

  it('the host’s name isn’t the headline', () => {
    expect(page('<title>Harbour</title>', '<h2>Harbour</h2>').headline).toBeUndefined();
  });

  it('another article’s JSON-LD is left out by the titles', () => {
    const node = { '@type': 'NewsArticle', headline: 'Bridge closes', url: '/news/99-bridge-closes' };
    expect(page(`<title>Ferry returns</title>${ld(node)}`).jsonLd.nodes).toEqual([]);
    expect(page(`<title>Bridge closes today</title>${ld(node)}`).jsonLd.nodes).toEqual([node]);
  });

  it.each<[string, string, string, string | undefined]>([
    ['the page’s language is the language of its dates', '', '<html lang="de-at">', 'de-AT'],
    ['JSON-LD’s language comes behind the page’s', news({ inLanguage: 'fr' }), '<html lang="de">', 'de'],
    ['JSON-LD’s language is next', news({ inLanguage: 'fr' }) + meta('og:locale', 'es'), '<html>', 'fr'],
    ['og:locale is next', meta('og:locale', 'es_ES') + meta('content-language', 'it'), '<html>', 'es-ES'],
    ['content-language is last', meta('content-language', 'it'), '<html>', 'it'],
    ['a page may have no language', '', '<html>', undefined],
  ])('%s', (_, head, html, expected) => {
    expect(page(head, '', html).bcp47).toBe(expected);
  });
});
