/**
 * The sources of each field of an article's metadata, in the order of trust: JSON-LD, microdata, OpenGraph, other meta
 * tags, the visible page, the page's address. docs/articles.md has the same tables in words.
 */
import { languageTag } from '../../web/language-tag.ts';
import { pagePlainText } from '../page/page-plain-text.ts';
import type { Access, ArticleImage, Genre } from '../record/article.ts';
import { uninverted } from '../wording/author-names.ts';
import { dayInAddress, monthInAddress } from '../wording/date-in-text.ts';
import { genreInAddress, genreOfTypes, genreOfWords } from '../wording/genre-words.ts';
import { leadingDate } from '../wording/site-in-title.ts';
import { listOf, namesIn, stringOf } from './json-ld.ts';
import { allInMeta, type Extractors, inJsonLd, inMeta, inProperty, type SearchablePage } from './metadata-lookup.ts';
import { openGraphImages } from './open-graph-images.ts';
import { declaredAccess, tierAccess } from './page-access.ts';
import { visibleAuthors, visibleDesk } from './page-byline.ts';
import { type PageDate, pageDate, stampDate, visibleChange, visibleDate } from './page-dates.ts';
import { bestImage, figureImages, imagesOf, isCredible } from './page-image.ts';

export const TITLE: Extractors<string> = [
  ['json-ld', inJsonLd('headline')],
  ['microdata', inProperty('headline')],
  ['opengraph', inMeta('og:title')],
  ['page', ({ headline }) => (headline?.isConfirmed ? pagePlainText(headline.text) : undefined)],
  ['meta', inMeta('parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title')],
  ['page', ({ headline }) => (headline?.isConfirmed ? undefined : pagePlainText(headline?.text))],
  ['page', ({ documentTitle }) => pagePlainText(documentTitle)],
];

export const SITE_NAME: Extractors<string> = [
  ['opengraph', inMeta('og:site_name')],
  ['json-ld', inJsonLd('publisher')],
  ['microdata', inProperty('publisher')],
  ['meta', inMeta('application-name')],
];

export const PUBLISHER: Extractors<string> = [
  ['json-ld', inJsonLd('publisher')],
  ['microdata', inProperty('publisher')],
  ['meta', inMeta('dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher')],
];

export const AUTHORS: Extractors<readonly string[]> = [
  ['json-ld', ({ jsonLd }) => namesIn(jsonLd, ['author', 'creator'])],
  ['microdata', ({ properties }) => properties.get('author') ?? properties.get('creator')],
  ['opengraph', allInMeta('article:author', 'og:article:author', 'og:author')],
  ['meta', allInMeta('author', 'parsely-author', 'sailthru.author', 'byl')],
  ['meta', (page) => allInMeta('dc.creator', 'dcterms.creator', 'citation_author')(page)?.map(uninverted)],
  ['meta', ({ meta }) => [...meta].find(([name]) => /[a-z][._:-]?authors?$/.test(name))?.[1]],
  [
    'meta',
    ({ meta }) => (AUTHOR_LABEL.test(meta.get('twitter:label1')?.[0] ?? '') ? meta.get('twitter:data1') : undefined),
  ],
  ['page', visibleAuthors],
  ['page', visibleDesk],
];
const AUTHOR_LABEL = /writ|author|geschrieben|écrit|por|di|autor/i;

const dateBy =
  (extract: (page: SearchablePage) => string | undefined) =>
  (page: SearchablePage): PageDate | undefined =>
    pageDate(extract(page), page.bcp47);

export const PUBLISHED: Extractors<PageDate> = [
  ['json-ld', dateBy(inJsonLd('datePublished'))],
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
  ['meta', dateBy(({ meta }) => [...meta].find(([name]) => isDateName(name))?.[1][0])],
  ['json-ld', dateBy(inJsonLd('dateCreated'))],
  ['page', ({ dates, headline, bcp47, url }) => visibleDate(dates, headline?.at, bcp47, dateInAddress(url))],
  ['meta', dateBy((page) => leadingDate(inMeta('og:title')(page) ?? page.documentTitle))],
  ['url', ({ url }) => pageDate(dayInAddress(url))],
  ['page', ({ dates, paragraphs, bcp47 }) => stampDate(dates, paragraphs, bcp47)],
];

const dateInAddress = (url: string) => ({ day: dayInAddress(url), month: monthInAddress(url) });

/** Max length of a name that is looked at, in characters. The longest name of real pages has some 40. */
const MAX_DATE_NAME_LENGTH = 200;

/** Whether a meta tag's name says that its value is a date of publication: `sailthru.pubdate`, `publish-time`. */
const isDateName = (name: string): boolean =>
  name.length <= MAX_DATE_NAME_LENGTH &&
  /pub(?:l\w*)?[-_.]?(?:date|time)$/.test(name) &&
  !/last|re-?pub|mod|unpub/.test(name);

export const MODIFIED: Extractors<PageDate> = [
  ['json-ld', dateBy(inJsonLd('dateModified'))],
  ['microdata', dateBy(inProperty('dateModified'))],
  ['opengraph', dateBy(inMeta('article:modified_time', 'og:article:modified_time', 'og:updated_time'))],
  [
    'meta',
    dateBy(inMeta('dcterms.modified', 'dc.date.modified', 'datemodified', 'last-modified', 'lastmod', 'revised')),
  ],
  ['page', ({ dates, headline, bcp47 }) => visibleChange(dates, headline?.at, bcp47)],
];

export const LANGUAGE: Extractors<string> = [
  ['meta', ({ language }) => languageTag(language)],
  ['json-ld', ({ jsonLd }) => languageTag(...jsonLd.nodes.map((node) => stringOf(node['inLanguage'])))],
  ['opengraph', ({ meta }) => languageTag(meta.get('og:locale')?.[0])],
  ['meta', ({ meta }) => languageTag(meta.get('content-language')?.[0] ?? meta.get('dc.language')?.[0])],
];

export const SECTION: Extractors<string> = [
  ['json-ld', inJsonLd('articleSection')],
  ['microdata', inProperty('articleSection')],
  ['opengraph', inMeta('article:section', 'og:article:section', 'og:section')],
  ['meta', inMeta('parsely-section', 'cxenseparse:recs:category', 'section', 'category', 'content_category')],
];

/** Stated kinds first; then sections and folders that name one. */
export const GENRE: Extractors<Genre> = [
  ['json-ld', ({ jsonLd }) => genreOfTypes(jsonLd.nodes.flatMap(({ '@type': types }) => textsIn(types)))],
  ['json-ld', ({ jsonLd }) => genreOfWords(jsonLd.nodes.flatMap(({ genre }) => textsIn(genre)))],
  [
    'opengraph',
    ({ meta }) => (/^(?:true|1|yes)$/i.test(meta.get('article:opinion')?.[0] ?? '') ? 'opinion' : undefined),
  ],
  [
    'meta',
    (page) => genreOfWords(allInMeta('genre', 'article:genre', 'news_genre', 'dc.type', 'article_type')(page) ?? []),
  ],
  ['json-ld', ({ jsonLd }) => genreOfWords(namesIn(jsonLd, ['articleSection']))],
  ['opengraph', (page) => genreOfWords(allInMeta('article:section', 'og:article:section')(page) ?? [])],
  ['meta', (page) => genreOfWords(allInMeta('parsely-section', 'section', 'category')(page) ?? [])],
  ['url', ({ url }) => genreInAddress(url)],
];

const textsIn = (value: unknown): string[] => listOf(value).filter((each) => typeof each === 'string');

export const TAGS: Extractors<readonly string[]> = [
  ['json-ld', ({ jsonLd }) => namesIn(jsonLd, ['keywords'])],
  ['microdata', ({ properties }) => properties.get('keywords')],
  ['opengraph', allInMeta('article:tag', 'og:article:tag')],
  ['meta', allInMeta('news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords')],
];

/** Words for machines: they are `keywords` if the page has tags for readers too ({@link READER_TAGS}), else they are its tags. */
export const KEYWORDS: Extractors<readonly string[]> = [
  ['json-ld', ({ jsonLd }) => namesIn(jsonLd, ['keywords'])],
  ['microdata', ({ properties }) => properties.get('keywords')],
  ['meta', allInMeta('news_keywords')],
  ['meta', allInMeta('keywords')],
];

export const READER_TAGS = allInMeta('article:tag', 'og:article:tag');

export const EXCERPT: Extractors<string> = [
  ['opengraph', inMeta('og:description')],
  ['meta', inMeta('description')],
  ['json-ld', inJsonLd('description')],
  ['microdata', inProperty('description')],
  ['meta', inMeta('twitter:description', 'dc.description', 'sailthru.description')],
];

const jsonLdImage =
  (property: string) =>
  ({ jsonLd, base }: SearchablePage): ArticleImage | undefined =>
    bestImage(
      imagesOf(
        jsonLd.nodes.flatMap((node) => listOf(node[property])),
        jsonLd.resolve,
        base,
      ),
    );

/** The best of the images whose addresses are listed. */
const listedImage =
  (addresses: (page: SearchablePage) => readonly string[] | undefined) =>
  (page: SearchablePage): ArticleImage | undefined =>
    bestImage(imagesOf(addresses(page), page.jsonLd.resolve, page.base));

export const IMAGE: Extractors<ArticleImage> = [
  ['json-ld', jsonLdImage('image')],
  ['opengraph', ({ imageTags, base }) => bestImage(openGraphImages(imageTags, base))],
  ['microdata', listedImage(({ properties }) => properties.get('image'))],
  ['meta', listedImage(allInMeta('twitter:image', 'twitter:image:src'))],
  ['json-ld', jsonLdImage('thumbnailUrl')],
  ['page', ({ pictures, headline, base }) => figureImages(pictures, headline?.at ?? 0, base).find(isCredible)],
];

export const ACCESS: Extractors<Access> = [
  ['opengraph', ({ meta }) => tierAccess(meta.get('article:content_tier')?.[0])],
  ['json-ld', ({ jsonLd }) => jsonLd.nodes.map(declaredAccess).find((access) => access !== undefined)],
  ['microdata', ({ properties }) => declaredAccess({ isAccessibleForFree: properties.get('isaccessibleforfree') })],
];
