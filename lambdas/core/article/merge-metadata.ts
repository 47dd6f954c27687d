/** Merges the metadata of a page and of the feed item that announced it. */
import { compact } from '../compact.ts';
import { type PublishedAt, parseFeedDate, publishedAt } from '../feed/dates/dates.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { languageTag } from '../web/language-tag.ts';
import type { FeedContext } from './feed-context.ts';
import { type Found, sourcesOf, valuesOf } from './metadata/metadata-lookup.ts';
import { precisionOf } from './metadata/page-dates.ts';
import { bestImage } from './metadata/page-image.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import type { ArticleContent, DatePrecision, Genre, MetadataField, Source } from './record/article.ts';
import { type ItemWords, voiceOf } from './voice.ts';
import { authorNames } from './wording/author-names.ts';
import { genreInAddress, genreOfWords } from './wording/genre-words.ts';

type MergedMetadata = Pick<ArticleContent, 'authors' | 'tags' | 'publishedAt'> &
  Partial<
    Pick<
      ArticleContent,
      MetadataField | 'publishedAssumed' | 'publishedRaw' | 'publishedPrecision' | 'modifiedPrecision' | 'provenance'
    >
  >;

/** The sources that the feed outranks: what the page only shows to its readers, and its address. */
const BELOW_FEED: ReadonlySet<Source | undefined> = new Set(['page', 'url']);

/** A page whose sources aren't known has none in the provenance. */
type Chosen<T> = Found<T, Source | undefined>;

/** @param page empty if the page wasn't read, or isn't the article's. */
export function mergeMetadata(
  item: FeedItem,
  page: PageMetadata,
  feed: FeedContext,
  words: ItemWords = 'own',
): MergedMetadata {
  const counting = words === 'filling' ? fillingOf(item) : item;
  const { assumed, precision, ...publication } = choosePublication(counting, page, feed, words);
  const fields = { ...chooseFields(counting, page, feed, words), publishedAt: publication };
  const provenance = sourcesOf(fields);
  return compact({
    ...valuesOf(fields),
    authors: fields.authors?.value ?? [],
    tags: fields.tags?.value ?? [],
    publishedAssumed: assumed,
    publishedRaw: words === 'own' || publication.source === 'feed' ? item.publishedRaw : undefined,
    publishedPrecision: precision,
    modifiedPrecision: fields.modifiedAt?.source === 'feed' ? undefined : page.modifiedPrecision,
    provenance: Object.keys(provenance).length === 0 ? undefined : provenance,
  });
}

/** The words of another site's item that may fill a gap of the page: a wrong date or language harms least. */
const fillingOf = ({ title, publishedAt, publishedRaw }: FeedItem): FeedItem =>
  compact({ title, publishedAt, publishedRaw, authors: [], categories: [] });

/** A field that is declared in article.ts and forgotten here doesn't compile. */
type ChosenFields = {
  readonly [F in Exclude<MetadataField, 'publishedAt'>]: Chosen<NonNullable<ArticleContent[F]>> | undefined;
};

/**
 * Returns each field except the publication, by the order of trust: declared by the page > the feed > shown by the page. A
 * feed of another site comes last.
 */
function chooseFields(item: FeedItem, page: PageMetadata, feed: FeedContext, words: ItemWords): ChosenFields {
  const choose = <T>(field: MetadataField, ofPage: T | undefined, ofFeed?: T): Chosen<T> | undefined => {
    const source = page.provenance?.[field];
    const isFeedFirst = ofPage === undefined || (words === 'own' && BELOW_FEED.has(source));
    if (ofFeed !== undefined && isFeedFirst) return { value: ofFeed, source: 'feed' };
    return ofPage === undefined ? undefined : { value: ofPage, source };
  };
  const { authors, agencies } = feedAuthors(item, feed.title);
  return {
    title: choose('title', page.title, item.title),
    url: addressOf(page, feed) ?? choose('url', page.url, feed.url),
    siteName: choose('siteName', page.siteName, words === 'own' ? feed.title : undefined),
    publisher: choose('publisher', page.publisher),
    authors: choose('authors', nonEmpty(page.authors), nonEmpty(authors)),
    agencies: choose('agencies', nonEmpty(page.agencies), nonEmpty(agencies)),
    modifiedAt: choose('modifiedAt', page.modifiedAt, item.updatedAt),
    language: languageSetting(feed) ?? choose('language', languageTag(page.language), languageTag(feed.language)),
    section: choose('section', page.section),
    genre: choose('genre', page.genre, genreOfWords(item.categories)) ?? genreOf(feed.url),
    keywords: choose('keywords', nonEmpty(page.keywords)),
    tags: choose('tags', nonEmpty(page.tags), nonEmpty(item.categories)),
    image: choose('image', page.image, bestImage(item.imageUrl === undefined ? [] : [{ url: item.imageUrl }])),
    excerpt: choose('excerpt', page.excerpt),
    access: choose('access', page.access),
  };
}

/** Of an article whose page wasn't read; a page knows its address. */
const genreOf = (url = ''): Chosen<Genre> | undefined => {
  const value = genreInAddress(url);
  return value === undefined ? undefined : { value, source: 'url' };
};

const languageSetting = ({ languageSetting: value }: FeedContext): Chosen<string> | undefined =>
  value === undefined ? undefined : { value, source: 'setting' };

/** The persons that the item's bylines name, or the desks if no person is named; the agencies apart. */
function feedAuthors({ authors }: FeedItem, feedTitle: string | undefined) {
  const bylines = authors.map(({ name }) => name);
  const { persons, agencies, others } = authorNames(bylines, feedTitle === undefined ? [] : [feedTitle]);
  return { authors: persons.length > 0 ? persons : others, agencies };
}

/**
 * The address of a page on another site than the one that was announced: the page's own, unless page and feed agree on an
 * address of the feed's site. Undefined for other pages.
 */
function addressOf(page: PageMetadata, feed: FeedContext): Chosen<string> | undefined {
  const { agreedUrl, isElsewhere } = voiceOf(feed, page);
  if (agreedUrl !== undefined) return { value: agreedUrl, source: 'meta' };
  return isElsewhere && page.url !== undefined ? { value: page.url, source: page.provenance?.url } : undefined;
}

interface Publication extends Chosen<string> {
  readonly assumed?: PublishedAt['assumed'];
  readonly precision?: DatePrecision | undefined;
}

/**
 * Returns the first date that isn't in the future, with its source and precision. If there is none, the date is assumed: when
 * the item was changed, if page or feed say so, else when it was first seen.
 */
function choosePublication(item: FeedItem, page: PageMetadata, feed: FeedContext, words: ItemWords): Publication {
  const source = page.provenance?.publishedAt;
  const ofPage = { raw: page.publishedAt, source, precision: page.publishedPrecision };
  const ofFeed = {
    raw: item.publishedAt ?? item.publishedRaw,
    source: 'feed' as const,
    precision: writtenPrecision(item.publishedRaw),
  };
  const isFeedFirst = words === 'own' && BELOW_FEED.has(source);
  const candidates = isFeedFirst ? [ofFeed, ofPage] : [ofPage, ofFeed];
  const { at, assumed } = publishedAt(
    candidates.map(({ raw }) => raw),
    feed.firstSeenAt,
    feed.foundAt,
  );
  if (assumed !== undefined) return { value: knownChange(item, page, feed) ?? at, source: undefined, assumed };
  const candidate = candidates.find(({ raw }) => parseFeedDate(raw)?.instant === at);
  return { value: at, source: candidate?.source, precision: candidate?.precision };
}

/** The change that page or feed name, if it was before the item was first seen: the publication wasn't later. */
function knownChange(item: FeedItem, page: PageMetadata, { firstSeenAt }: FeedContext): string | undefined {
  const changes = [page.modifiedAt, item.updatedAt].map((raw) => parseFeedDate(raw)?.instant);
  return changes.find((at) => at !== undefined && at < firstSeenAt);
}

function writtenPrecision(raw: string | undefined) {
  const date = parseFeedDate(raw);
  return date === undefined || date.precision === 'period' ? undefined : precisionOf(date);
}

const nonEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;
