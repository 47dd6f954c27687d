import { contentId, digest } from '../../hash.ts';
import { canonicalUrl } from '../../web/canonical-url.ts';
import type { FeedItem } from './feed-document.ts';

/** The key of an item within its feed: its guid, else a URL that no other item has, else a hash of its words. */
export function itemKey(item: FeedItem): string {
  if (item.guid !== undefined) return `guid:${item.guid}`;
  if (item.url !== undefined && hasOwnUrl(item)) return `url:${withoutScheme(item.url)}`;
  return `hash:${contentId(item.title, item.content ?? item.summary)}`;
}

/** Whether the item has a URL that no other item of its document has. */
export const hasOwnUrl = ({ url, urlIsShared }: FeedItem): boolean => url !== undefined && urlIsShared === undefined;

/** Hexadecimal digits of an item's hash that stand for its words. The digits behind them stand for its date. */
const WORD_DIGITS = 12;

/**
 * A hash of 16 hexadecimal digits, which changes when the item's words, the path of its URL or its date of publication
 * change. Pictures, tracking parameters, the host and the scheme don't count.
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

/** White space as one blank. A blank alone isn't matched, because megabytes of words would make millions of matches. */
const collapse = (text: string | undefined): string | undefined => text?.replace(/\s{2,}|[^\S ]/g, ' ').trim();

/**
 * Marks the items whose URL other items of the document share, such as a podcast's page, a live ticker or a site's
 * front page. Tracking parameters and fragments don't count.
 */
export function markSharedUrls(items: readonly FeedItem[]): FeedItem[] {
  const addresses = items.map(({ url }) => (url === undefined ? undefined : (canonicalUrl(url) ?? url)));
  const namesAt = new Map<string, Set<string>>();
  for (const [index, { guid = '', title = '' }] of items.entries()) {
    const address = addresses[index];
    if (address !== undefined) namesAt.set(address, (namesAt.get(address) ?? new Set()).add(`${guid}\n${title}`));
  }
  return items.map((item, index) =>
    (namesAt.get(addresses[index] ?? '')?.size ?? 0) > 1 ? { ...item, urlIsShared: true } : item,
  );
}

/**
 * Makes the guids of a document unique. If items share a guid, their URLs are added to the guid; if they share the URL
 * too, a hash of their words. An item that is merely listed twice keeps its guid.
 */
export const tellGuidsApart = (items: readonly FeedItem[]): FeedItem[] =>
  toldApartBy(
    toldApartBy(items, ({ url }) => url),
    (item) => contentId(item.title, item.content ?? item.summary),
  );

function toldApartBy(items: readonly FeedItem[], suffixOf: (item: FeedItem) => string | undefined): FeedItem[] {
  const suffixes = new Map<string, Set<string | undefined>>();
  for (const item of items) {
    if (item.guid !== undefined) suffixes.set(item.guid, (suffixes.get(item.guid) ?? new Set()).add(suffixOf(item)));
  }
  return items.map((item) => {
    const isShared = item.guid !== undefined && (suffixes.get(item.guid)?.size ?? 0) > 1;
    const suffix = isShared ? suffixOf(item) : undefined;
    return suffix === undefined ? item : { ...item, guid: `${item.guid} ${suffix}` };
  });
}
