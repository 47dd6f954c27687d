import { describe, expect, it } from 'vitest';
import { searchPage } from '../../../../../lambdas/core/article/metadata/metadata-lookup.ts';
import { type PageMetadata, pageMetadata } from '../../../../../lambdas/core/article/metadata/page-metadata.ts';
import { parsePage } from '../../../../../lambdas/core/article/page/page-document.ts';
import { ld, meta, read, URL } from '../../../../fakes/page-heads.ts';

const article = {
  '@type': 'NewsArticle',
  headline: 'Ferry returns',
  author: [{ '@type': 'Person', name: 'By Ada Quay' }, { name: 'Bea Mole' }],
  publisher: { name: 'Harbour Post' },
  datePublished: '2026-11-23T08:00:00+01:00',
  dateModified: '2026-11-23T09:00:00+01:00',
  image: [{ url: '/i/ferry.jpg' }],
  inLanguage: 'en-gb',
  articleSection: 'Sea',
  keywords: ['ferries', 'sea'],
  description: 'The ferry is back.',
};
const fromLd: PageMetadata = {
  publishedPrecision: 'time',
  modifiedPrecision: 'time',
  title: 'Ferry returns',
  url: 'https://www.harbour.example/news/1',
  siteName: 'Harbour Post',
  authors: ['Ada Quay', 'Bea Mole'],
  publishedAt: '2026-11-23T07:00:00.000Z',
  modifiedAt: '2026-11-23T08:00:00.000Z',
  language: 'en-GB',
  section: 'Sea',
  tags: ['ferries', 'sea'],
  image: { url: 'https://www.harbour.example/i/ferry.jpg' },
  excerpt: 'The ferry is back.',
};
const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });

describe('a page with JSON-LD', () => {
  it.each<[string, string]>([
    ['JSON-LD is read at the top', ld(article)],
    ['JSON-LD is read in a list', ld([{ '@type': 'Organization' }, article])],
    [
      'JSON-LD is read in a graph',
      ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] }),
    ],
    ['JSON-LD is read behind a broken script', `<script type="application/ld+json">{"@type": </script>${ld(article)}`],
    ['JSON-LD is read with raw line breaks', ld(article).replace('Ferry returns', 'Ferry\n returns')],
  ])('%s', (_, head) => {
    const { provenance, ...metadata } = read(head);
    expect(metadata).toEqual({ ...fromLd, isArticle: true });
    expect(provenance).toMatchObject({ title: 'json-ld', authors: 'json-ld', publishedAt: 'json-ld' });
  });

  it('a page without metadata has its address only', () => {
    expect(read(ld({ '@type': 'Recipe', headline: 'Soup' }))).toEqual({ url: fromLd.url, provenance: { url: 'url' } });
  });

  it('half a character in JSON-LD is replaced', () => {
    expect(read(ld(article).replace('Ferry returns', 'Ferry \\ud83d')).title).toBe('Ferry \uFFFD');
  });

  it('the article’s text is read', () => {
    expect(read(news({ articleBody: 'The ferry is back.' })).articleBody).toBe('The ferry is back.');
  });
});

it('a page with meta tags only is read by them', () => {
  const head = [
    meta('og:title', 'Ferry returns'),
    meta('og:site_name', 'Harbour Post'),
    meta('og:description', 'The ferry is back.'),
    meta('og:image', '/i/ferry.jpg'),
    meta('og:image:alt', 'A ferry'),
    meta('article:published_time', '2026-11-23T08:00:00+01:00'),
    meta('article:tag', 'ferries'),
    meta('article:tag', 'sea'),
    '<meta name="author" content="By Ada Quay; Bea Mole">',
    meta('og:locale', 'en_GB'),
  ].join('');
  const { modifiedAt: _m, modifiedPrecision: _p, section: _s, ...expected } = fromLd;
  const { provenance, ...metadata } = read(head);
  expect(metadata).toEqual({ ...expected, image: { ...fromLd.image, alt: 'A ferry' } });
  expect(provenance).toMatchObject({ title: 'opengraph', authors: 'meta', publishedAt: 'opengraph', url: 'url' });
});

it.each<[string, string, true | undefined]>([
  ['JSON-LD declares a page an article', news({}), true],
  ['og:type declares a page an article', meta('og:type', 'Article'), true],
  ['another og:type declares no article', meta('og:type', 'website') + ld({ '@type': 'WebPage' }), undefined],
])('%s', (_, head, expected) => {
  expect(read(head).isArticle).toBe(expected);
});

it.each([
  ['the language is the page’s', '<html lang="de-at">', 'de-AT'],
  ['an unknown language is left out', '<html lang="not a language">', undefined],
])('%s', (_, html, expected) => {
  const document = parsePage(Buffer.from(`${html}<body></body></html>`), undefined);
  expect(pageMetadata(searchPage(document, URL)).language).toBe(expected);
});
