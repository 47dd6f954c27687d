import { contentId, digest } from '../../hash.ts';
import { canonicalUrl } from '../../web/canonical-url.ts';
import type { FeedItem } from './feed-document.ts';

/** What an item is called within its feed: its guid, else its own URL, else a hash of what it says. */
export function itemKey(item: FeedItem): string {
  if (item.guid !== undefined) return `guid:${item.guid}`;
  if (item.url !== undefined && hasOwnUrl(item)) return `url:${withoutScheme(item.url)}`;
  return `hash:${contentId(item.title, item.content ?? item.summary)}`;
}

/** Whether the item has a URL that no other item of its document has. */
export const hasOwnUrl = ({ url, urlIsShared }: FeedItem): boolean => url !== undefined && urlIsShared === undefined;

/** Of the hash of an item, the hexadecimal digits that stand for its words; those behind them stand for its date. */
const WORD_DIGITS = 12;

/**
 * Changes when what the publisher says in the item changes, or the date of publication; pictures and tracking
 * parameters alone are not news, nor is the same path on another host or by another scheme. 16 hexadecimal digits.
 */
export function itemHash(item: FeedItem): string {
  const words = digest(
    WORD_DIGITS / 2,
    withoutScheme(item.url ?? '')?.replace(/^[^/]*/, ''),
    collapse(item.title),
    collapse(item.summary),
    collapse(item.content),
  );
  return words.toString('hex') + digest(2, item.publishedAt?.slice(0, 'YYYY-MM-DDThh:mm:ss'.length)).toString('hex');
}

/** The part of an item's hash that stays the same when only its date changes. */
export const hashOfWords = (hash: string): string => hash.slice(0, WORD_DIGITS);

const withoutScheme = (url: string): string | undefined => canonicalUrl(url)?.replace(/^https?:\/\//, '');

const collapse = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();

/**
 * Marks the items whose URL other items of the document have too, but for tracking parameters and fragments: a podcast's
 * page, the comments on a story, a live ticker, a site's front page.
 */
export function markSharedUrls(items: readonly FeedItem[]): FeedItem[] {
  const addresses = items.map(({ url }) => (url === undefined ? undefined : (canonicalUrl(url) ?? url)));
  const bearers = new Map<string, Set<string>>();
  for (const [index, { guid = '', title = '' }] of items.entries()) {
    const address = addresses[index];
    if (address !== undefined) bearers.set(address, (bearers.get(address) ?? new Set()).add(`${guid}\n${title}`));
  }
  return items.map((item, index) =>
    (bearers.get(addresses[index] ?? '')?.size ?? 0) > 1 ? { ...item, urlIsShared: true } : item,
  );
}

/**
 * A guid that several items of one document have names none of them: the address is added to it, and where that is the
 * same too, a hash of what the item says. An item that is merely listed twice stays one.
 */
export const tellGuidsApart = (items: readonly FeedItem[]): FeedItem[] =>
  toldApartBy(
    toldApartBy(items, ({ url }) => url),
    (item) => contentId(item.title, item.content ?? item.summary),
  );

function toldApartBy(items: readonly FeedItem[], sign: (item: FeedItem) => string | undefined): FeedItem[] {
  const signs = new Map<string, Set<string | undefined>>();
  for (const item of items) {
    if (item.guid !== undefined) signs.set(item.guid, (signs.get(item.guid) ?? new Set()).add(sign(item)));
  }
  return items.map((item) => {
    const isRepeated = item.guid !== undefined && (signs.get(item.guid)?.size ?? 0) > 1;
    const own = isRepeated ? sign(item) : undefined;
    return own === undefined ? item : { ...item, guid: `${item.guid} ${own}` };
  });
}
