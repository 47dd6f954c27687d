/**
 * A publisher's XML as a feed document. Loaded with the first XML feed: most polls end with a 304 and need no parser,
 * which takes a sixth of the cold start.
 */
import { compact } from '../../compact.ts';
import type { DocumentBase } from '../../web/document-base.ts';
import { canonicalFeed } from './canonical-feed.ts';
import type { FeedDocument } from './feed-document.ts';
import { normaliseFeed } from './normalise-feed.ts';
import { parseXmlFeed } from './rss-parser.ts';

/** @returns `no-root` when the XML is no feed, `broken` when it is a broken feed of which no item is whole */
export async function readXmlFeed(text: string, base: DocumentBase): Promise<FeedDocument | 'no-root' | 'broken'> {
  const canonical = canonicalFeed(text, base);
  if (typeof canonical === 'string') return canonical;
  const document = normaliseFeed(await parseXmlFeed(canonical), base);
  return compact({
    ...document,
    repaired: canonical.repaired ? (true as const) : undefined,
    leftOut: canonical.leftOut || undefined,
  });
}
