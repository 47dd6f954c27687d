/** The metadata of an article out of two witnesses: its page and the feed's item. */
import { compact } from '../compact.ts';
import { parseFeedDate, publishedAt } from '../feed/dates/dates.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { languageTag } from '../web/language-tag.ts';
import { siteOf } from '../web/site.ts';
import type { FeedContext } from './feed-context.ts';
import { authorNames } from './metadata/author-names.ts';
import { precisionOf } from './metadata/page-dates.ts';
import { bestImage } from './metadata/page-image.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import type { ArticleContent, MetadataField, Provenance, Source } from './record/article.ts';

type Merged = Pick<ArticleContent, 'authors' | 'tags' | 'publishedAt'> &
  Partial<
    Pick<
      ArticleContent,
      MetadataField | 'publishedAssumed' | 'publishedRaw' | 'publishedPrecision' | 'modifiedPrecision' | 'provenance'
    >
  >;

/** What is worth less than the feed's word: what the page only shows to its readers, and its address. */
const BELOW_FEED: ReadonlySet<Source | undefined> = new Set(['page', 'url']);

interface Chosen<T> {
  readonly value: T;
  readonly source: Source | undefined;
}

/** @param page empty where there is none, or where it isn't the article's. */
export function mergeMetadata(item: FeedItem, page: PageMetadata, feed: FeedContext): Merged {
  const declared = page.provenance ?? {};
  const choose = <T>(field: MetadataField, ofPage: T | undefined, ofFeed: T | undefined): Chosen<T> | undefined => {
    const fromFeed = ofFeed === undefined ? undefined : { value: ofFeed, source: 'feed' as const };
    if (ofPage === undefined || (fromFeed !== undefined && BELOW_FEED.has(declared[field]))) return fromFeed;
    return { value: ofPage, source: declared[field] };
  };
  const bylines = item.authors.map(({ name }) => name);
  const { persons, agencies, others } = authorNames(bylines, feed.title === undefined ? [] : [feed.title]);
  const publication = publicationOf(item, page, feed);
  const chosen = {
    title: choose('title', page.title, item.title),
    url: addressOf(page, feed) ?? choose('url', page.url, feed.url),
    siteName: choose('siteName', page.siteName, feed.title),
    publisher: choose('publisher', page.publisher, undefined),
    authors: choose('authors', some(page.authors), some(persons.length > 0 ? persons : others)),
    agencies: choose('agencies', some(page.agencies), some(agencies)),
    modifiedAt: choose('modifiedAt', page.modifiedAt, item.updatedAt),
    language: choose('language', languageTag(page.language), languageTag(feed.language)),
    section: choose('section', page.section, undefined),
    tags: choose('tags', some(page.tags), some(item.categories)),
    image: choose('image', page.image, bestImage(item.imageUrl === undefined ? [] : [{ url: item.imageUrl }])),
    excerpt: choose('excerpt', page.excerpt, undefined),
    access: choose('access', page.access, undefined),
  };
  const provenance: Provenance = compact({
    ...Object.fromEntries(Object.entries(chosen).map(([field, each]) => [field, each?.source])),
    publishedAt: publication.source,
  });
  return compact({
    ...(Object.fromEntries(Object.entries(chosen).map(([field, each]) => [field, each?.value])) as {
      readonly [F in keyof typeof chosen]: NonNullable<(typeof chosen)[F]>['value'] | undefined;
    }),
    authors: chosen.authors?.value ?? [],
    tags: chosen.tags?.value ?? [],
    publishedAt: publication.at,
    publishedAssumed: publication.assumed,
    publishedRaw: item.publishedRaw,
    publishedPrecision: publication.precision,
    modifiedPrecision: chosen.modifiedAt?.source === 'feed' ? undefined : page.modifiedPrecision,
    provenance: Object.keys(provenance).length === 0 ? undefined : provenance,
  });
}

/** The first date that can be true, with what is known of it. */
function publicationOf(item: FeedItem, page: PageMetadata, feed: FeedContext) {
  const ofPage = { raw: page.publishedAt, source: page.provenance?.publishedAt, precision: page.publishedPrecision };
  const written = parseFeedDate(item.publishedRaw);
  const ofFeed = {
    raw: item.publishedAt ?? item.publishedRaw,
    source: 'feed' as const,
    precision: written === undefined || written.precision === 'period' ? undefined : precisionOf(written),
  };
  const candidates = BELOW_FEED.has(ofPage.source) ? [ofFeed, ofPage] : [ofPage, ofFeed];
  const { at, assumed } = publishedAt(
    candidates.map(({ raw }) => raw),
    feed.firstSeenAt,
    feed.foundAt,
  );
  if (assumed !== undefined) return { at, assumed };
  const candidate = candidates.find(({ raw }) => parseFeedDate(raw)?.instant === at);
  return { at, source: candidate?.source, precision: candidate?.precision };
}

/**
 * What the page calls its address on another site counts only when both say so: the page by its canonical link and its
 * `og:url`, and that site by the feed that announced an address there.
 */
function addressOf(page: PageMetadata, feed: FeedContext): Chosen<string> | undefined {
  const { foreignUrl } = page;
  const isAnnounced = foreignUrl !== undefined && siteOf(foreignUrl) === siteOf(feed.url);
  return isAnnounced ? { value: foreignUrl, source: 'meta' } : undefined;
}

const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;
