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

/**
 * Marks the items whose URL other items of the document have too, but for tracking parameters and fragments: a podcast's
 * page, the comments on a story, a live ticker, a site's front page.
 */
export function markSharedUrls(items: readonly FeedItem[]): FeedItem[] {
  const addresses = items.map(({ url }) => (url === undefined ? undefined : (canonicalUrl(url) ?? url)));
  const bearers = new Map<string, Set<string>>();
  for (const [index, { guid, title = '' }] of items.entries()) {
    const address = addresses[index];
    if (address !== undefined) bearers.set(address, (bearers.get(address) ?? new Set()).add(guid ?? title));
  }
  return items.map((item, index) =>
    (bearers.get(addresses[index] ?? '')?.size ?? 0) > 1 ? { ...item, urlIsShared: true } : item,
  );
}
