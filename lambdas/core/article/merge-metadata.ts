/** Merges the metadata of a page and of the feed item that announced it. */
import { compact } from '../compact.ts';
import { type PublishedAt, parseFeedDate, publishedAt } from '../feed/dates/dates.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { languageTag } from '../web/language-tag.ts';
import { siteOf } from '../web/site.ts';
import type { FeedContext } from './feed-context.ts';
import { authorNames } from './metadata/author-names.ts';
import { type Found, sourcesOf, valuesOf } from './metadata/metadata-lookup.ts';
import { precisionOf } from './metadata/page-dates.ts';
import { bestImage } from './metadata/page-image.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import type { ArticleContent, DatePrecision, MetadataField, Source } from './record/article.ts';

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
export function mergeMetadata(item: FeedItem, page: PageMetadata, feed: FeedContext): MergedMetadata {
  const { assumed, precision, ...publication } = choosePublication(item, page, feed);
  const fields = { ...chooseFields(item, page, feed), publishedAt: publication };
  const provenance = sourcesOf(fields);
  return compact({
    ...valuesOf(fields),
    authors: fields.authors?.value ?? [],
    tags: fields.tags?.value ?? [],
    publishedAssumed: assumed,
    publishedRaw: item.publishedRaw,
    publishedPrecision: precision,
    modifiedPrecision: fields.modifiedAt?.source === 'feed' ? undefined : page.modifiedPrecision,
    provenance: Object.keys(provenance).length === 0 ? undefined : provenance,
  });
}

/** A field that is declared in article.ts and forgotten here doesn't compile. */
type ChosenFields = {
  readonly [F in Exclude<MetadataField, 'publishedAt'>]: Chosen<NonNullable<ArticleContent[F]>> | undefined;
};

/** Returns each field except the publication, by the order of trust: declared by the page > the feed > shown by the page. */
function chooseFields(item: FeedItem, page: PageMetadata, feed: FeedContext): ChosenFields {
  const choose = <T>(field: MetadataField, ofPage: T | undefined, ofFeed?: T): Chosen<T> | undefined => {
    const source = page.provenance?.[field];
    const isFeedFirst = ofPage === undefined || BELOW_FEED.has(source);
    if (ofFeed !== undefined && isFeedFirst) return { value: ofFeed, source: 'feed' };
    return ofPage === undefined ? undefined : { value: ofPage, source };
  };
  const { authors, agencies } = feedAuthors(item, feed.title);
  return {
    title: choose('title', page.title, item.title),
    url: foreignUrl(page, feed) ?? choose('url', page.url, feed.url),
    siteName: choose('siteName', page.siteName, feed.title),
    publisher: choose('publisher', page.publisher),
    authors: choose('authors', nonEmpty(page.authors), nonEmpty(authors)),
    agencies: choose('agencies', nonEmpty(page.agencies), nonEmpty(agencies)),
    modifiedAt: choose('modifiedAt', page.modifiedAt, item.updatedAt),
    language: choose('language', languageTag(page.language), languageTag(feed.language)),
    section: choose('section', page.section),
    tags: choose('tags', nonEmpty(page.tags), nonEmpty(item.categories)),
    image: choose('image', page.image, bestImage(item.imageUrl === undefined ? [] : [{ url: item.imageUrl }])),
    excerpt: choose('excerpt', page.excerpt),
    access: choose('access', page.access),
  };
}

/** The persons that the item's bylines name, or the desks if no person is named; the agencies apart. */
function feedAuthors({ authors }: FeedItem, feedTitle: string | undefined) {
  const bylines = authors.map(({ name }) => name);
  const { persons, agencies, others } = authorNames(bylines, feedTitle === undefined ? [] : [feedTitle]);
  return { authors: persons.length > 0 ? persons : others, agencies };
}

/**
 * The address that the page gives itself on another site. It counts only if the feed announced an address on that site:
 * then both sites agree.
 */
function foreignUrl(page: PageMetadata, feed: FeedContext): Chosen<string> | undefined {
  const url = page.foreignUrl;
  return url !== undefined && siteOf(url) === siteOf(feed.url) ? { value: url, source: 'meta' } : undefined;
}

interface Publication extends Chosen<string> {
  readonly assumed?: PublishedAt['assumed'];
  readonly precision?: DatePrecision | undefined;
}

/** Returns the first date that isn't in the future, with its source and precision; else when the item was first seen. */
function choosePublication(item: FeedItem, page: PageMetadata, feed: FeedContext): Publication {
  const source = page.provenance?.publishedAt;
  const ofPage = { raw: page.publishedAt, source, precision: page.publishedPrecision };
  const ofFeed = {
    raw: item.publishedAt ?? item.publishedRaw,
    source: 'feed' as const,
    precision: writtenPrecision(item.publishedRaw),
  };
  const candidates = BELOW_FEED.has(source) ? [ofFeed, ofPage] : [ofPage, ofFeed];
  const { at, assumed } = publishedAt(
    candidates.map(({ raw }) => raw),
    feed.firstSeenAt,
    feed.foundAt,
  );
  if (assumed !== undefined) return { value: at, source: undefined, assumed };
  const candidate = candidates.find(({ raw }) => parseFeedDate(raw)?.instant === at);
  return { value: at, source: candidate?.source, precision: candidate?.precision };
}

function writtenPrecision(raw: string | undefined) {
  const date = parseFeedDate(raw);
  return date === undefined || date.precision === 'period' ? undefined : precisionOf(date);
}

const nonEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;
