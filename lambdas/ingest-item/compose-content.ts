import { bareArticle } from '../core/article/bare-article.ts';
import type { ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import type { IngestContext } from './ingest-context.ts';
import type { AvailablePage } from './page-fetcher.ts';

/**
 * Returns the content that an item and its page make together. If both can't be composed within the reader's limits, the item is
 * composed alone; if the item can't either, the content has the item's bare fields.
 *
 * @param firstSeenAt ISO 8601, for an article without a date
 * @param isStored whether the item is an article of its site's words, as it is stored
 */
export async function composeContent(
  context: Pick<IngestContext, 'read' | 'message' | 'identity'>,
  page: AvailablePage,
  firstSeenAt: string,
  isStored = false,
): Promise<ArticleContent> {
  const { read, message, identity } = context;
  const { item, feed, foundAt } = message;
  const { title, language, languageSetting, site, restricted } = feed;
  const reading = page.kind === 'page' ? page.reading : undefined;
  const pageFailure = page.kind === 'none' ? page.reason : undefined;
  const told = compact({
    title,
    feedUrl: feed.url,
    isStored,
    language,
    languageSetting,
    site,
    restricted,
    url: identity.url,
    firstSeenAt,
    foundAt,
    pageFailure,
    host: page.host,
  });
  const composed = await read('compose', compact({ item, reading, context: told }));
  if (composed.kind === 'read') return composed.value;
  if (reading === undefined) return bareArticle(item, told);
  return composeContent(
    context,
    compact({ kind: 'none' as const, reason: 'too-costly', host: page.host }),
    firstSeenAt,
    isStored,
  );
}
