/**
 * XML of a publisher → a document of ours. Loaded with the first one, for most polls end with a 304 and need none of
 * this.
 */
import { compact } from '../../compact.ts';
import { canonicalFeed } from './canonical-feed.ts';
import type { FeedDocument } from './feed-document.ts';
import { normaliseFeed } from './normalise-feed.ts';
import { parseXmlFeed } from './rss-parser.ts';

/** @returns `no-root` when it is no feed, `ruin` when it was one, and nothing of its items is left. */
export async function readXmlFeed(text: string, baseUrl: string): Promise<FeedDocument | 'no-root' | 'ruin'> {
  const canonical = canonicalFeed(text, baseUrl);
  if (typeof canonical === 'string') return canonical;
  const document = normaliseFeed(await parseXmlFeed(canonical), baseUrl);
  return compact({
    ...document,
    repaired: canonical.repaired ? (true as const) : undefined,
    leftOut: canonical.leftOut || undefined,
  });
}
