import { describe, expect, it } from 'vitest';
import type { MetadataField, Source } from '../../../../../lambdas/core/article/record/article.ts';
import { ld, read } from '../../../../fakes/page-heads.ts';
import { tag } from '../../../../fakes/scanned-pages.ts';

const AT_NINE = '2026-11-23T09:05:00.000Z';
const news = (fields: object): string => ld({ '@type': 'NewsArticle', ...fields });
const property = (name: string, value: string): string => `<b itemprop="${name}">${value}</b>`;
const image = (name: string): object => ({ url: `https://www.harbour.example/${name}.jpg` });

/** Contents that differ from those that are looked for. */
const OTHER: Partial<Record<MetadataField, string>> = {
  publishedAt: '2020-01-01T00:00Z',
  modifiedAt: '2020-01-01T00:00Z',
  language: 'fr',
  image: '/g.jpg',
};

/** The value of a field and the source that gave it. */
function found(field: MetadataField, head: string, body: string): readonly unknown[] {
  const metadata = read(head, body);
  return [metadata[field], metadata.provenance?.[field]];
}

describe.each<[MetadataField, string, unknown, readonly string[]]>([
  [
    'title',
    'Ferry',
    'Ferry',
    ['og:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title'],
  ],
  ['siteName', 'Post', 'Post', ['og:site_name', 'application-name']],
  ['publisher', 'Post', 'Post', ['dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher']],
  [
    'authors',
    'Ada Quay',
    ['Ada Quay'],
    [
      'article:author',
      'og:article:author',
      'og:author',
      'author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'x-author',
      'xauthors',
    ],
  ],
  [
    'publishedAt',
    '2026-11-23T09:05Z',
    AT_NINE,
    [
      'article:published_time',
      'og:article:published_time',
      'og:published_time',
      'parsely-pub-date',
      'sailthru.date',
      'cxenseparse:recs:publishtime',
      'vr:published_time',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.date',
      'dc.date',
      'citation_publication_date',
      'citation_date',
      'datepublished',
      'publishdate',
      'publish-date',
      'publish_date',
      'pubdate',
      'publication_date',
      'date',
      'x-pub-date',
      'xpublishtime',
      'x.pubdate',
    ],
  ],
  [
    'modifiedAt',
    '2026-11-23T09:05Z',
    AT_NINE,
    [
      'article:modified_time',
      'og:article:modified_time',
      'og:updated_time',
      'dcterms.modified',
      'dc.date.modified',
      'datemodified',
      'last-modified',
      'lastmod',
      'revised',
    ],
  ],
  ['language', 'de_at', 'de-AT', ['og:locale', 'content-language', 'dc.language']],
  [
    'section',
    'Sea',
    'Sea',
    [
      'article:section',
      'og:article:section',
      'og:section',
      'parsely-section',
      'cxenseparse:recs:category',
      'section',
      'category',
    ],
  ],
  [
    'tags',
    'sea, port',
    ['sea', 'port'],
    ['article:tag', 'og:article:tag', 'news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords'],
  ],
  [
    'excerpt',
    'Back.',
    'Back.',
    ['og:description', 'description', 'twitter:description', 'dc.description', 'sailthru.description'],
  ],
  ['image', '/f.jpg', image('f'), ['og:image', 'twitter:image', 'twitter:image:src']],
  ['access', 'metered', 'metered', ['article:content_tier']],
])('the field %s', (field, content, value, names) => {
  const OPEN_GRAPH = /^(?:og|article):/;
  it.each(names.map((name) => [`the tag ${name} gives the ${field}`, name]))('%s', (_, name) => {
    const source: Source = OPEN_GRAPH.test(name) ? 'opengraph' : 'meta';
    expect(found(field, tag(name, content), '')).toEqual([value, source]);
  });

  it(`a tag of another name doesn’t give the ${field}`, () => {
    expect(found(field, tag('x', content), '')).toEqual([undefined, undefined]);
  });

  const places = (name: string) => (OPEN_GRAPH.test(name) ? 'opengraph' : 'meta');
  const others = names.filter((name) => places(name) === places(names[0] ?? '') && !/^x/.test(name));
  it(`the first of the tags gives the ${field}, in the table’s order`, () => {
    const head = others.map((name, index) => tag(name, index === 0 ? content : (OTHER[field] ?? 'Bea Mole'))).reverse();
    expect(found(field, head.join(''), '')[0]).toEqual(value);
  });
});

describe.each<[MetadataField, string, unknown, unknown]>([
  ['title', 'headline', 'Ferry', 'Ferry'],
  ['siteName', 'publisher', 'Post', 'Post'],
  ['authors', 'author', 'Ada Quay', ['Ada Quay']],
  ['authors', 'creator', 'Ada Quay', ['Ada Quay']],
  ['publishedAt', 'datePublished', '2026-11-23T09:05Z', AT_NINE],
  ['modifiedAt', 'dateModified', '2026-11-23T09:05Z', AT_NINE],
  ['section', 'articleSection', 'Sea', 'Sea'],
  ['tags', 'keywords', 'sea, port', ['sea', 'port']],
  ['excerpt', 'description', 'Back.', 'Back.'],
  ['image', 'image', '/f.jpg', image('f')],
  ['access', 'isAccessibleForFree', 'False', 'paywalled'],
])('the field %s in the property %s', (field, name, given, value) => {
  it(`JSON-LD’s ${name} gives the ${field}`, () => {
    expect(found(field, news({ [name]: given }), '')).toEqual([value, 'json-ld']);
  });

  it(`microdata’s ${name} gives the ${field}`, () => {
    expect(found(field, '', property(name, `${given}`))).toEqual([value, 'microdata']);
  });
});

it.each<[string, MetadataField, string, string, unknown, Source]>([
  [
    'JSON-LD’s creation gives the publication',
    'publishedAt',
    news({ dateCreated: '2026-11-23T09:05Z' }),
    '',
    AT_NINE,
    'json-ld',
  ],
  ['JSON-LD’s language gives the language', 'language', news({ inLanguage: 'de-at' }), '', 'de-AT', 'json-ld'],
  ['any node’s language gives the language', 'language', news({}) + news({ inLanguage: 'de' }), '', 'de', 'json-ld'],
  ['JSON-LD’s thumbnail gives the image', 'image', news({ thumbnailUrl: '/f.jpg' }), '', image('f'), 'json-ld'],
  ['the visible headline gives the title', 'title', '', '<h1>Ferry</h1>', 'Ferry', 'page'],
  ['the document’s title gives the title', 'title', '<title>Ferry</title>', '', 'Ferry', 'page'],
  ['the visible byline gives the authors', 'authors', '', '<p>By Ada Quay</p>', ['Ada Quay'], 'page'],
  ['the visible date gives the publication', 'publishedAt', '', `<time>${AT_NINE}</time>`, AT_NINE, 'page'],
  ['a figure gives the image', 'image', '', '<figure><img src="/f.jpg"></figure>', image('f'), 'page'],
  ['a library’s order of names is turned', 'authors', tag('dc.creator', 'Quay, Ada'), '', ['Ada Quay'], 'meta'],
  [
    'a Twitter label names an author',
    'authors',
    tag('twitter:label1', 'Written by') + tag('twitter:data1', 'Ada Quay'),
    '',
    ['Ada Quay'],
    'meta',
  ],
  [
    'a German Twitter label names an author',
    'authors',
    tag('twitter:label1', 'Geschrieben von') + tag('twitter:data1', 'Ada Quay'),
    '',
    ['Ada Quay'],
    'meta',
  ],
])('%s', (_, field, head, body, value, source) => {
  expect(found(field, head, body)).toEqual([value, source]);
});

it.each<[string, MetadataField, string]>([
  [
    'another Twitter label names no author',
    'authors',
    tag('twitter:label1', 'Time') + tag('twitter:data1', 'Ada Quay'),
  ],
  ['a Twitter value without a label names no author', 'authors', tag('twitter:data1', 'Ada Quay')],
  ['a tag that only contains “author” names no author', 'authors', tag('xauthority', 'Ada Quay')],
  ['a tag that only contains a publication’s date names no date', 'publishedAt', tag('x-pub-dates', AT_NINE)],
])('%s', (_, field, head) => {
  expect(read(head)).not.toHaveProperty(field);
});
