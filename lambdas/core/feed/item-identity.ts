import { canonicalUrl } from '../article/canonical-url.ts';
import { contentId, digest } from '../hash.ts';
import type { FeedItem } from './types.ts';

/** What an item is called within its feed: its guid, else its own URL, else a hash of what it says. */
export function itemKey(item: FeedItem): string {
  if (item.guid !== undefined) return `guid:${item.guid}`;
  if (item.url !== undefined && hasOwnUrl(item)) return `url:${withoutScheme(item.url)}`;
  return `hash:${contentId(item.title, item.content ?? item.summary)}`;
}

/** Whether the item has a URL that no other item of its document has. */
export const hasOwnUrl = ({ url, urlIsShared }: FeedItem): boolean => url !== undefined && urlIsShared === undefined;

/**
 * Changes when what the publisher says in the item changes; dates, pictures and tracking parameters alone are not news, nor
 * is the same path on another host or by another scheme.
 */
export const itemHash = (item: FeedItem): string =>
  digest(
    8,
    withoutScheme(item.url ?? '')?.replace(/^[^/]*/, ''),
    collapse(item.title),
    collapse(item.summary),
    collapse(item.content),
  ).toString('hex');

const withoutScheme = (url: string): string | undefined => canonicalUrl(url)?.replace(/^https?:\/\//, '');

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

/** A guid that stands at several addresses in one document names none of them: the address is added to it. */
export function tellGuidsApart(items: readonly FeedItem[]): FeedItem[] {
  const addresses = new Map<string, Set<string | undefined>>();
  for (const { guid, url } of items) {
    if (guid !== undefined) addresses.set(guid, (addresses.get(guid) ?? new Set()).add(url));
  }
  return items.map((item) => {
    const isRepeated = item.guid !== undefined && (addresses.get(item.guid)?.size ?? 0) > 1;
    return isRepeated && item.url !== undefined ? { ...item, guid: `${item.guid} ${item.url}` } : item;
  });
}
