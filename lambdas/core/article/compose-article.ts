/** One article out of two witnesses: the page and the feed's item. */
import { compact } from '../compact.ts';
import { publishedAt } from '../feed/dates.ts';
import type { FeedItem } from '../feed/types.ts';
import { languageTag } from '../language-tag.ts';
import { countWords, shorten } from '../words.ts';
import { blockText } from './block-text.ts';
import { contentHash } from './content-hash.ts';
import { withinLimits } from './content-limits.ts';
import { parseFragment } from './page-document.ts';
import type { PageReading } from './read-page.ts';
import { isAnnouncedBy } from './same-news.ts';
import type { ArticleContent } from './types.ts';

const EXCERPT_CHARACTERS = 280;

/**
 * What the feed's item and, where there is one, the page say together. The page wins, unless its text is the shorter or it
 * is another page than the item announces.
 */
export function composeArticle(item: FeedItem, reading: PageReading | undefined, feed: FeedContext): ArticleContent {
  const page = reading !== undefined && isAnnouncedBy(item, reading) ? reading : undefined;
  const feedText = textOf(item.content ?? item.summary);
  const usePage = page?.text !== undefined && page.text.length >= feedText.length;
  const text = usePage ? (page.text ?? '') : feedText;
  const metadata = page?.metadata ?? {};
  const title = metadata.title ?? item.title ?? (shorten(text, 80) || item.url || 'Untitled');
  const published = publishedAt(
    [metadata.publishedAt, item.publishedAt ?? item.publishedRaw],
    feed.firstSeenAt,
    feed.foundAt,
  );
  const content = compact({
    title,
    url: metadata.url ?? feed.url,
    siteName: metadata.siteName ?? feed.title,
    authors: metadata.authors?.length ? metadata.authors : item.authors.map((author) => author.name),
    publishedAt: published.at,
    publishedAssumed: published.assumed,
    publishedRaw: item.publishedRaw,
    modifiedAt: metadata.modifiedAt ?? item.updatedAt,
    language: languageTag(metadata.language, feed.language),
    section: metadata.section,
    tags: metadata.tags?.length ? metadata.tags : item.categories,
    image: metadata.image ?? (item.imageUrl === undefined ? undefined : { url: item.imageUrl }),
    excerpt:
      shorten(
        metadata.excerpt ?? (item.content === undefined ? text : textOf(item.summary) || text),
        EXCERPT_CHARACTERS,
      ) || undefined,
    text,
    html: usePage ? page.html : undefined,
    textSource: usePage ? (page.textSource ?? ('page' as const)) : ('feed' as const),
    pageFailure: feed.pageFailure,
    wordCount: countWords(text),
    contentHash: contentHash(title, text, published.assumed ? undefined : published.at),
  });
  return withinLimits(content);
}

export interface FeedContext {
  readonly title?: string;
  readonly language?: string;
  /** The item's canonical URL. */
  readonly url?: string;
  /** ISO 8601: stands in for a date that is missing or can't be true. */
  readonly firstSeenAt: string;
  /** ISO 8601: when the item was fetched; a date that lies well behind it lies in the future. */
  readonly foundAt: string;
  /** Why there is no page, by a failure's name. */
  readonly pageFailure?: string;
}

const textOf = (html: string | undefined): string => {
  if (html === undefined) return '';
  try {
    return blockText(parseFragment(html).body);
  } catch {
    return '';
  }
};
