import { canonicalUrl } from '../article/canonical-url.ts';
import { contentId, digest } from '../hash.ts';
import type { FeedItem } from './types.ts';

/** What an item is called within its feed: its guid, else its own URL, else a hash of what it says. */
export function itemKey(item: FeedItem): string {
  if (item.guid !== undefined) return `guid:${item.guid}`;
  if (item.url !== undefined && item.urlIsShared === undefined) return `url:${item.url}`;
  return `hash:${contentId(item.title, item.content ?? item.summary)}`;
}

/** Changes when what the publisher says in the item changes; dates, pictures and tracking parameters alone are not news. */
export const itemHash = (item: FeedItem): string =>
  digest(
    8,
    canonicalUrl(item.url ?? ''),
    collapse(item.title),
    collapse(item.summary),
    collapse(item.content),
  ).toString('hex');

const collapse = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();

/** Marks the items whose URL other items of the document have too: a podcast's page, a live ticker, a site's front page. */
export function markSharedUrls(items: readonly FeedItem[]): FeedItem[] {
  const bearers = new Map<string, Set<string>>();
  for (const item of items) {
    if (item.url === undefined) continue;
    const others = bearers.get(item.url) ?? new Set();
    bearers.set(item.url, others.add(item.guid ?? item.title ?? ''));
  }
  return items.map((item) => ((bearers.get(item.url ?? '')?.size ?? 0) > 1 ? { ...item, urlIsShared: true } : item));
}
