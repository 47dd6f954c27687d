import { describe, expect, it } from 'vitest';
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

describe('JSON-LD is read', () => {
  it.each<[string, string]>([
    ['at the top', ld(article)],
    ['in a list', ld([{ '@type': 'Organization' }, article])],
    ['in a graph', ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] })],
    ['with several types', ld({ ...article, '@type': ['Thing', 'ReportageNewsArticle'] })],
    ['behind another one that is broken', `<script type="application/ld+json">{"@type": </script>${ld(article)}`],
    ['with raw line breaks in its texts', ld(article).replace('Ferry returns', 'Ferry\n returns')],
  ])('%s', (_, head) => {
    const { provenance, ...metadata } = read(head);
    expect(metadata).toEqual({ ...fromLd, isArticle: true });
    expect(provenance).toMatchObject({ title: 'json-ld', authors: 'json-ld', publishedAt: 'json-ld' });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['an empty list', []],
    ['another type', { '@type': 'Recipe', headline: 'Soup' }],
    ['a type that is none', { '@type': { '@id': 'NewsArticle' }, headline: 'x' }],
  ])('but not when it is %s', (_, node) => {
    expect(read(ld(node))).toEqual({ url: fromLd.url, provenance: { url: 'url' } });
  });

  it('and halves of characters in it do not get through', () => {
    const head = ld(article).replace('Ferry returns', 'Ferry \\ud83d');
    expect(read(head).title).toBe('Ferry \uFFFD');
  });

  it('and does not hide a readable date behind its own unreadable one', () => {
    const head = ld({ ...article, datePublished: 'today' }) + meta('article:published_time', '2026-11-22T00:00:00Z');
    expect(read(head).publishedAt).toBe('2026-11-22T00:00:00.000Z');
  });
});

it.each<[string, string, true | undefined]>([
  ['by its JSON-LD', ld({ '@type': 'NewsArticle' }), true],
  ['by its og:type', meta('og:type', 'article'), true],
  ['not as a site', meta('og:type', 'website') + ld({ '@type': 'WebPage' }), undefined],
])('a page declares itself an article: %s', (_, head, expected) => {
  expect(read(head).isArticle).toBe(expected);
});

describe('meta tags are read', () => {
  it('where there is no JSON-LD', () => {
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

  it('and an author that is a link is no name', () => {
    expect(read(meta('article:author', 'https://social.example/ada')).authors).toBeUndefined();
  });
});

describe('the access', () => {
  const node = (fields: object) => ld({ '@type': 'NewsArticle', ...fields });
  it.each<[string, string, string | undefined]>([
    ['is not known when nothing is said', node({}), undefined],
    ['is free', node({ isAccessibleForFree: true }), 'free'],
    ['is paywalled', node({ isAccessibleForFree: 'False' }), 'paywalled'],
    [
      'is paywalled in a part',
      node({ isAccessibleForFree: true, hasPart: { isAccessibleForFree: false } }),
      'paywalled',
    ],
    [
      'is metered by its tier',
      node({ isAccessibleForFree: false }) + meta('article:content_tier', 'metered'),
      'metered',
    ],
  ])('%s', (_, head, expected) => {
    expect(read(head).access).toBe(expected);
  });
});

describe('the address', () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
  it.each([
    ['is where the page was served, without tracking', '', URL, 'https://www.harbour.example/news/1'],
    ['is what the page says', canonical('https://www.harbour.example/n/1'), URL, 'https://www.harbour.example/n/1'],
    ['may be said relatively', canonical('/n/1#top'), URL, 'https://www.harbour.example/n/1'],
    [
      'may start from the page’s base, which is the first one',
      `<base href="https://harbour.example/"><base href="/x/">${canonical('news/1')}`,
      'https://harbour.example/news/1/amp',
      'https://harbour.example/news/1',
    ],
    [
      'starts from the page itself where its base is none',
      `<base href="javascript:1">${canonical('1')}`,
      'https://harbour.example/news/1/amp',
      'https://harbour.example/news/1/amp',
    ],
    ['may lose the www', canonical('https://harbour.example/n/1'), URL, 'https://harbour.example/n/1'],
    [
      'may be said by OpenGraph',
      meta('og:url', 'https://www.harbour.example/n/1'),
      URL,
      'https://www.harbour.example/n/1',
    ],
    ['is never on another site', canonical('https://evil.example/1'), URL, 'https://www.harbour.example/news/1'],
    [
      'is never the section above',
      canonical('/sea/'),
      'https://www.harbour.example/sea/ferry',
      'https://www.harbour.example/sea/ferry',
    ],
    [
      'is the article of its AMP view',
      canonical('/n/1'),
      'https://amp.harbour.example/n/1/amp',
      'https://amp.harbour.example/n/1',
    ],
    ['is never that of all pages', canonical('/sport'), URL, 'https://www.harbour.example/news/1'],
    [
      'has the words of the headline',
      `${canonical('/ferry-returns')}<title>Ferry returns</title>`,
      URL,
      'https://www.harbour.example/ferry-returns',
    ],
    ['is never the front page', canonical('/'), URL, 'https://www.harbour.example/news/1'],
    ['is absent on the front page', '', 'https://www.harbour.example/', undefined],
    ['is no script', canonical('javascript:1'), URL, 'https://www.harbour.example/news/1'],
  ])('%s', (_, head, url, expected) => {
    expect(read(head, '', url).url).toBe(expected);
  });
});

describe('the language', () => {
  it.each([
    ['of the page', '<html lang="de-at">', 'de-AT'],
    ['with an underscore', '<html lang="de_AT">', 'de-AT'],
    ['that is none', '<html lang="not a language">', undefined],
    ['that is empty', '<html lang="">', undefined],
  ])('%s', (_, html, expected) => {
    expect(pageMetadata(parsePage(Buffer.from(`${html}<body></body></html>`), undefined), URL).language).toBe(expected);
  });
});
