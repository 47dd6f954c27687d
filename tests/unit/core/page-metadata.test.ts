import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../lambdas/core/article/page-document.ts';
import { type PageMetadata, pageMetadata } from '../../../lambdas/core/article/page-metadata.ts';

const URL = 'https://www.harbour.example/news/1?utm_source=rss';
const read = (head: string, body = '', url = URL): PageMetadata =>
  pageMetadata(
    parsePage(Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), 'text/html'),
    url,
  );
const ld = (node: unknown): string => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

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
    expect(metadata).toEqual(fromLd);
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

describe('the title', () => {
  const site = meta('og:site_name', 'Harbour Post');
  it.each([
    ['is the heading', '<title>Other</title>', '<h1> Ferry\n returns </h1>', 'Ferry returns'],
    ['is the title without a heading', '<title>Ferry returns</title>', '', 'Ferry returns'],
    ['has no site behind a bar', `<title>Ferry returns | Harbour Post</title>${site}`, '', 'Ferry returns'],
    ['has no site behind a dash', `<title>Ferry returns – HARBOUR POST</title>${site}`, '', 'Ferry returns'],
    ['keeps its own dashes', `<title>Ferry - crew - Harbour Post</title>${site}`, '', 'Ferry - crew'],
    ['keeps what is not the site', `<title>Ferry | Sea</title>${site}`, '', 'Ferry | Sea'],
    ['keeps the site in its words', `<title>I left Harbour Post</title>${site}`, '', 'I left Harbour Post'],
    ['may be just the site', `<title>Harbour Post</title>${site}`, '', 'Harbour Post'],
    ['may be absent', '', '', undefined],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).title).toBe(expected);
  });
});

describe('the address', () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
  it.each([
    ['is where the page was served, without tracking', '', URL, 'https://www.harbour.example/news/1'],
    ['is what the page says', canonical('https://www.harbour.example/n/1'), URL, 'https://www.harbour.example/n/1'],
    ['may be said relatively', canonical('/n/1#top'), URL, 'https://www.harbour.example/n/1'],
    ['may lose the www', canonical('https://harbour.example/n/1'), URL, 'https://harbour.example/n/1'],
    [
      'may be said by OpenGraph',
      meta('og:url', 'https://www.harbour.example/n/1'),
      URL,
      'https://www.harbour.example/n/1',
    ],
    ['is never on another site', canonical('https://evil.example/1'), URL, 'https://www.harbour.example/news/1'],
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
