import { compact } from '../compact.ts';
import type { FeedItem } from '../feed/document/feed-document.ts';
import { shorten } from '../words.ts';
import type { FeedContext } from './feed-context.ts';
import type { ArticleContent } from './record/article.ts';
import { contentHash } from './record/content-hash.ts';
import { withinLimits } from './record/content-limits.ts';
import { voiceOf } from './voice.ts';

/** Max length of the title that is read, in characters. */
const MAX_TITLE_LENGTH = 500;

/**
 * Returns an article from the fields that need no reading: title, address and date. It is for an item that can't even be composed
 * within the reader's limits.
 */
export function bareArticle(item: FeedItem, feed: FeedContext): ArticleContent {
  const { url, firstSeenAt, foundAt, languageSetting: language } = feed;
  const title = shorten((item.title ?? '').slice(0, MAX_TITLE_LENGTH), MAX_TITLE_LENGTH) || url || 'Untitled';
  const isKnown = item.publishedAt !== undefined && item.publishedAt <= foundAt;
  const publishedAt = isKnown ? item.publishedAt : undefined;
  const { speaksForItem } = voiceOf(feed, undefined);
  return withinLimits(
    compact({
      title,
      url,
      authors: [],
      tags: [],
      publishedAt: publishedAt ?? firstSeenAt,
      publishedAssumed: isKnown ? undefined : ('missing' as const),
      language,
      provenance: language === undefined ? undefined : { language: 'setting' as const },
      textSource: 'feed' as const,
      wordsOf: speaksForItem ? ('site' as const) : ('other-site' as const),
      pageFailure: 'too-costly',
      wordCount: 0,
      rights: speaksForItem ? item.rights : undefined,
      restricted: feed.restricted,
      contentHash: contentHash(title, '', publishedAt),
    }),
  );
}
