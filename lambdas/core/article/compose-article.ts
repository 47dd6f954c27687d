/** One article out of two witnesses: the page and the feed's item. */
import { compact } from '../compact.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { countWords, shorten } from '../words.ts';
import type { FeedContext } from './feed-context.ts';
import { mergeMetadata } from './merge-metadata.ts';
import { accessOf } from './metadata/page-access.ts';
import type { PageReading } from './read-page.ts';
import type { ArticleContent } from './record/article.ts';
import { contentHash } from './record/content-hash.ts';
import { withinLimits } from './record/content-limits.ts';
import { fragmentText } from './text/fragment-text.ts';
import { chooseText, isOfArticle } from './text-source.ts';

const EXCERPT_CHARACTERS = 280;

/** What the feed's item and, where there is one, the page say together; see text-source.ts and merge-metadata.ts. */
export function composeArticle(item: FeedItem, reading: PageReading | undefined, feed: FeedContext): ArticleContent {
  const base = item.url ?? feed.url ?? '';
  const choice = chooseText(item.title, fragmentText(item.content ?? item.summary ?? '', base), reading);
  const { text, html, textSource, objection } = choice;
  const metadata = mergeMetadata(item, isOfArticle(choice) ? (reading?.metadata ?? {}) : {}, feed);
  const title = metadata.title ?? (shorten(text, 80) || item.url || 'Untitled');
  const excerpt =
    metadata.excerpt ?? (item.content === undefined ? text : fragmentText(item.summary ?? '', base).text || text);
  const content = compact({
    ...metadata,
    title,
    excerpt: shorten(excerpt, EXCERPT_CHARACTERS) || undefined,
    ...{ text, html: html || undefined, textSource },
    pageFailure: feed.pageFailure ?? objection,
    wordCount: countWords(text),
    access: metadata.access ?? accessOf(feed.pageFailure),
    contentHash: contentHash(title, text, metadata.publishedAssumed ? undefined : metadata.publishedAt),
  });
  return withinLimits(content);
}
