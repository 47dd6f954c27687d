import { describe, expect, it } from 'vitest';
import type { MetadataField, Source } from '../../../../../lambdas/core/article/record/article.ts';
import { ld, read } from '../../../../fakes/page-heads.ts';
import { tag } from '../../../../fakes/scanned-pages.ts';

const AT_NINE = '2026-11-23T09:05:00.000Z';
const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });
const property = (name: string, value: string): string => `<b itemprop="${name}">${value}</b>`;
const image = (name: string): object => ({ url: `https://www.harbour.example/${name}.jpg` });
const sourceOf = (field: MetadataField, head: string, body = ''): Source | undefined =>
  read(head, body).provenance?.[field];

describe('the order of trust', () => {
  const sources = (name: string, given: string, metaName: string, openGraphName: string): readonly string[] => [
    news({ [name]: given }),
    tag(openGraphName, given),
    tag(metaName, given),
  ];
  it.each<[MetadataField, readonly string[], string]>([
    ['section', sources('articleSection', 'Sea', 'section', 'article:section'), property('articleSection', 'Sea')],
    ['tags', sources('keywords', 'sea', 'keywords', 'article:tag'), property('keywords', 'sea')],
    ['authors', sources('author', 'Ada Quay', 'author', 'article:author'), property('author', 'Ada Quay')],
    [
      'publishedAt',
      sources('datePublished', AT_NINE, 'date', 'article:published_time'),
      property('datePublished', AT_NINE),
    ],
    [
      'modifiedAt',
      sources('dateModified', AT_NINE, 'lastmod', 'article:modified_time'),
      property('dateModified', AT_NINE),
    ],
  ])(
    'the %s of JSON-LD comes before microdata, OpenGraph and other tags',
    (field, [jsonLd = '', openGraph = '', meta = ''], body) => {
      const source = (head: string, shown = '') => sourceOf(field, head, shown);
      expect([
        source(meta + openGraph + jsonLd, body),
        source(meta + openGraph, body),
        source(meta + openGraph),
        source(meta),
      ]).toEqual(['json-ld', 'microdata', 'opengraph', 'meta']);
    },
  );

  it.each(
    ['parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'vr:published_time'].map((name) => [
      `the tag ${name} comes before Dublin Core’s date`,
      name,
    ]),
  )('%s', (_, name) => {
    expect(read(tag('dc.date', '2020-01-01T00:00Z') + tag(name, AT_NINE)).publishedAt).toBe(AT_NINE);
  });

  it.each<[string, MetadataField, string, string, Source]>([
    [
      'the site’s name in og:site_name comes before JSON-LD',
      'siteName',
      news({ publisher: 'A' }) + tag('og:site_name', 'B'),
      '',
      'opengraph',
    ],
    [
      'the excerpt in og:description comes before JSON-LD',
      'excerpt',
      news({ description: 'A' }) + tag('og:description', 'B'),
      '',
      'opengraph',
    ],
    [
      'the description comes before JSON-LD',
      'excerpt',
      news({ description: 'A' }) + tag('description', 'B'),
      '',
      'meta',
    ],
    ['the page’s language comes before JSON-LD', 'language', news({ inLanguage: 'fr' }), '', 'json-ld'],
    [
      'a content tier comes before JSON-LD',
      'access',
      news({ isAccessibleForFree: true }) + tag('article:content_tier', 'free'),
      '',
      'opengraph',
    ],
    [
      'a thumbnail comes behind OpenGraph’s image',
      'image',
      news({ thumbnailUrl: '/t.jpg' }) + tag('og:image', '/f.jpg'),
      '',
      'opengraph',
    ],
    [
      'a thumbnail comes behind Twitter’s image',
      'image',
      news({ thumbnailUrl: '/t.jpg' }) + tag('twitter:image', '/f.jpg'),
      '',
      'meta',
    ],
    [
      'a visible date comes behind the creation',
      'publishedAt',
      news({ dateCreated: AT_NINE }),
      '<time>2020-01-01</time>',
      'json-ld',
    ],
  ])('%s', (_, field, head, body, source) => {
    expect(sourceOf(field, head, body)).toBe(source);
  });
});

it('a figure’s picture is the first credible one from the headline on', () => {
  const figure = (src: string, width = '800') => `<figure><img src="${src}" width="${width}"></figure>`;
  const body = `${figure('/above.jpg')}<h1>Ferry</h1>${figure('/small.jpg', '48')}${figure('/f.jpg')}${figure('/g.jpg')}`;
  expect(read('', body).image).toEqual({ ...image('f'), width: 800 });
});
