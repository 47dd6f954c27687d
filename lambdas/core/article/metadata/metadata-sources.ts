/**
 * The sources of each field of an article's metadata, in the order of trust: JSON-LD, microdata, OpenGraph, other meta
 * tags, what the reader sees, the address. docs/articles.md has the same tables in words.
 */
import { languageTag } from '../../web/language-tag.ts';
import { plainText } from '../page/page-plain-text.ts';
import type { Access, ArticleImage } from '../record/article.ts';
import { uninverted } from './author-names.ts';
import { dayInAddress } from './date-in-text.ts';
import { namesIn, stringOf } from './json-ld.ts';
import { type Extractors, inLd, inMeta, inProperty, type ScannedPage } from './metadata-lookup.ts';
import { openGraphImages } from './open-graph-images.ts';
import { declaredAccess, tierAccess } from './page-access.ts';
import { visibleAuthors } from './page-byline.ts';
import { type PageDate, pageDate, visibleDate } from './page-dates.ts';
import { bestImage, figureImages, imagesOf, isCredible } from './page-image.ts';

export const TITLE: Extractors<string> = [
  ['json-ld', inLd('headline')],
  ['microdata', inProperty('headline')],
  ['opengraph', inMeta('og:title')],
  ['page', ({ headline }) => plainText(headline?.text)],
  ['meta', inMeta('parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title')],
  ['page', ({ documentTitle }) => plainText(documentTitle)],
];

export const SITE_NAME: Extractors<string> = [
  ['opengraph', inMeta('og:site_name')],
  ['json-ld', inLd('publisher')],
  ['microdata', inProperty('publisher')],
  ['meta', inMeta('application-name')],
];

export const PUBLISHER: Extractors<string> = [
  ['json-ld', inLd('publisher')],
  ['microdata', inProperty('publisher')],
  ['meta', inMeta('dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher')],
];

export const AUTHORS: Extractors<readonly string[]> = [
  ['json-ld', ({ ld }) => namesIn(ld, ['author', 'creator'])],
  ['microdata', ({ properties }) => properties.get('author') ?? properties.get('creator')],
  ['opengraph', ({ meta }) => meta.get('article:author') ?? meta.get('og:article:author') ?? meta.get('og:author')],
  [
    'meta',
    ({ meta }) => meta.get('author') ?? meta.get('parsely-author') ?? meta.get('sailthru.author') ?? meta.get('byl'),
  ],
  [
    'meta',
    ({ meta }) =>
      (meta.get('dc.creator') ?? meta.get('dcterms.creator') ?? meta.get('citation_author'))?.map(uninverted),
  ],
  ['meta', ({ meta }) => [...meta].find(([name]) => /[a-z][._:-]?authors?$/.test(name))?.[1]],
  [
    'meta',
    ({ meta }) =>
      /writ|author|geschrieben|écrit|por|di|autor/i.test(meta.get('twitter:label1')?.[0] ?? '')
        ? meta.get('twitter:data1')
        : undefined,
  ],
  ['page', visibleAuthors],
];

const dateBy =
  (extract: (page: ScannedPage) => string | undefined) =>
  (page: ScannedPage): PageDate | undefined =>
    pageDate(extract(page), page.bcp47);

export const PUBLISHED: Extractors<PageDate> = [
  ['json-ld', dateBy(inLd('datePublished'))],
  ['microdata', dateBy(inProperty('datePublished'))],
  ['opengraph', dateBy(inMeta('article:published_time', 'og:article:published_time', 'og:published_time'))],
  ['meta', dateBy(inMeta('parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'vr:published_time'))],
  [
    'meta',
    dateBy(
      inMeta(
        'dc.date.issued',
        'dcterms.issued',
        'dcterms.date',
        'dc.date',
        'citation_publication_date',
        'citation_date',
      ),
    ),
  ],
  [
    'meta',
    dateBy(
      inMeta('datepublished', 'publishdate', 'publish-date', 'publish_date', 'pubdate', 'publication_date', 'date'),
    ),
  ],
  ['meta', dateBy(({ meta }) => [...meta].find(([name]) => /pub(?:l\w*)?[-_.]?(?:date|time)$/.test(name))?.[1][0])],
  ['json-ld', dateBy(inLd('dateCreated'))],
  ['page', ({ dates, headline, bcp47, url }) => visibleDate(dates, headline?.at, bcp47, dayInAddress(url))],
  ['url', ({ url }) => pageDate(dayInAddress(url))],
];

export const MODIFIED: Extractors<PageDate> = [
  ['json-ld', dateBy(inLd('dateModified'))],
  ['microdata', dateBy(inProperty('dateModified'))],
  ['opengraph', dateBy(inMeta('article:modified_time', 'og:article:modified_time', 'og:updated_time'))],
  [
    'meta',
    dateBy(inMeta('dcterms.modified', 'dc.date.modified', 'datemodified', 'last-modified', 'lastmod', 'revised')),
  ],
];

export const LANGUAGE: Extractors<string> = [
  ['meta', ({ language }) => languageTag(language)],
  ['json-ld', ({ ld }) => languageTag(...ld.nodes.map((node) => stringOf(node['inLanguage'])))],
  ['opengraph', ({ meta }) => languageTag(meta.get('og:locale')?.[0])],
  ['meta', ({ meta }) => languageTag(meta.get('content-language')?.[0] ?? meta.get('dc.language')?.[0])],
];

export const SECTION: Extractors<string> = [
  ['json-ld', inLd('articleSection')],
  ['microdata', inProperty('articleSection')],
  ['opengraph', inMeta('article:section', 'og:article:section', 'og:section')],
  ['meta', inMeta('parsely-section', 'cxenseparse:recs:category', 'section', 'category')],
];

export const TAGS: Extractors<readonly string[]> = [
  ['json-ld', ({ ld }) => namesIn(ld, ['keywords'])],
  ['microdata', ({ properties }) => properties.get('keywords')],
  ['opengraph', ({ meta }) => meta.get('article:tag') ?? meta.get('og:article:tag')],
  [
    'meta',
    ({ meta }) =>
      meta.get('news_keywords') ?? meta.get('parsely-tags') ?? meta.get('sailthru.tags') ?? meta.get('keywords'),
  ],
];

export const EXCERPT: Extractors<string> = [
  ['opengraph', inMeta('og:description')],
  ['meta', inMeta('description')],
  ['json-ld', inLd('description')],
  ['microdata', inProperty('description')],
  ['meta', inMeta('twitter:description', 'dc.description', 'sailthru.description')],
];

const imagesInLd =
  (property: string) =>
  ({ ld, base }: ScannedPage): ArticleImage | undefined =>
    bestImage(ld.nodes.flatMap((node) => imagesOf(node[property], ld.resolve, base)));

export const IMAGE: Extractors<ArticleImage> = [
  ['json-ld', imagesInLd('image')],
  ['opengraph', ({ imageTags, base }) => bestImage(openGraphImages(imageTags, base))],
  ['microdata', ({ properties, base, ld }) => bestImage(imagesOf(properties.get('image'), ld.resolve, base))],
  [
    'meta',
    ({ meta, base, ld }) =>
      bestImage(imagesOf(meta.get('twitter:image') ?? meta.get('twitter:image:src'), ld.resolve, base)),
  ],
  ['json-ld', imagesInLd('thumbnailUrl')],
  ['page', ({ pictures, headline, base }) => figureImages(pictures, headline?.at ?? 0, base).find(isCredible)],
];

export const ACCESS: Extractors<Access> = [
  ['opengraph', ({ meta }) => tierAccess(meta.get('article:content_tier')?.[0])],
  ['json-ld', ({ ld }) => ld.nodes.map(declaredAccess).find((access) => access !== undefined)],
  ['microdata', ({ properties }) => declaredAccess({ isAccessibleForFree: properties.get('isaccessibleforfree') })],
];
