/**
 * The items of a feed's document at the last poll, kept on the Feed itself: whether an item is new or changed needs no
 * query. 16 bytes an item (8 of its key's hash, 6 of its words', 2 of its date's), 32 kB for the largest document of
 * 2,000 items.
 */
import { digest } from '../../hash.ts';
import type { FeedItem } from '../document/feed-document.ts';
import { hashOfWords, hasOwnUrl, itemHash, itemKey } from '../document/item-identity.ts';
import { MAX_ITEMS } from '../document/newest-items.ts';

const KEY_BYTES = 8;
const ENTRY_BYTES = 16;
/**
 * If more than this share of the known items differ only in their dates, the dates mean nothing: a document that is
 * made anew at each fetch may date all of its items by its own clock.
 */
const MAX_REDATED_SHARE = 0.25;

export interface SeenComparison {
  readonly newItems: readonly FeedItem[];
  /** Known items with other words, or, if few, with another date. */
  readonly changedItems: readonly FeedItem[];
  /** How many items have the words and the address of a known item, but another key: their guids have changed. */
  readonly renamed: number;
  /** The share of new items in the seen set after this document, 0 to 1. */
  readonly share: number;
  /** Whether all items are new, though the document before had items too. */
  readonly isReplaced: boolean;
  /** The seen set after this document. */
  readonly seen: Uint8Array;
}

export interface ListedItems {
  readonly items: readonly FeedItem[];
  /** Whether the document holds only what is to be added to the one before. */
  readonly isDelta?: boolean;
  /** When the document before was fetched, ISO 8601. */
  readonly since?: string;
}

/** Hashes of items by the hashes of their keys, in hexadecimal digits. */
type SeenSet = Map<string, string>;

/**
 * Compares a document's first `MAX_ITEMS` items with the seen set of the documents before. An item that is listed twice
 * counts once.
 */
export function compareWithSeen(
  { items, isDelta = false, since = '' }: ListedItems,
  seen: Uint8Array | undefined,
): SeenComparison {
  const before = decode(seen);
  const { current, sorted } = sortItems(items.slice(0, MAX_ITEMS), before, since);
  const newItems = sorted.new;
  const renamed = sorted.renamed.length;
  const knownItems = current.size - newItems.length - renamed;
  const areDatesMeant = sorted.redated.length <= knownItems * MAX_REDATED_SHARE;
  const isReplaced = !isDelta && before.size > 0 && current.size > 0 && newItems.length === current.size;
  // An empty document is a publisher's mishap: the items of before will come again.
  if (isDelta || current.size === 0) addEarlier(current, before);
  return {
    newItems,
    changedItems: areDatesMeant ? [...sorted.reworded, ...sorted.redated] : sorted.reworded,
    renamed,
    share: newItems.length / Math.max(1, current.size),
    isReplaced,
    seen: encode(current),
  };
}

type ItemStatus = 'new' | 'renamed' | 'reworded' | 'redated' | 'same';

/** Sorts the items by what has become of each since the documents before. `current` is the seen set of these items. */
function sortItems(items: readonly FeedItem[], before: SeenSet, since: string) {
  const wordsBefore = new Set([...before.values()].map(hashOfWords));
  const current: SeenSet = new Map();
  const sorted: Record<ItemStatus, FeedItem[]> = { new: [], renamed: [], reworded: [], redated: [], same: [] };
  for (const item of items) {
    const key = digest(KEY_BYTES, itemKey(item)).toString('hex');
    if (current.has(key)) continue;
    const hash = itemHash(item);
    current.set(key, hash);
    const previous = before.get(key);
    const isPublishedSince = since !== '' && (item.publishedAt ?? '') > since;
    const isKnownText = wordsBefore.has(hashOfWords(hash)) && !isPublishedSince;
    const status = previous === undefined ? statusOfUnknownKey(item, isKnownText) : statusOfKnownKey(previous, hash);
    sorted[status].push(item);
  }
  return { current, sorted };
}

/** An item with a known text is the known item under a new guid, unless it has no address that would prove so. */
function statusOfUnknownKey(item: FeedItem, isKnownText: boolean): ItemStatus {
  if (!isKnownText) return 'new';
  if (item.guid === undefined) return 'same';
  return hasOwnUrl(item) ? 'renamed' : 'new';
}

function statusOfKnownKey(previous: string, hash: string): ItemStatus {
  if (hashOfWords(previous) !== hashOfWords(hash)) return 'reworded';
  return previous === hash ? 'same' : 'redated';
}

/** Adds the entries of an earlier seen set behind those of the current one, up to `MAX_ITEMS` in all. */
function addEarlier(current: SeenSet, before: SeenSet): void {
  for (const [key, hash] of before) if (current.size < MAX_ITEMS && !current.has(key)) current.set(key, hash);
}

const encode = (entries: SeenSet): Uint8Array =>
  Buffer.from([...entries].map(([key, hash]) => key + hash).join(''), 'hex');

function decode(seen: Uint8Array | undefined): SeenSet {
  const bytes = Buffer.from(seen ?? []);
  const entries: SeenSet = new Map();
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    entries.set(bytes.toString('hex', at, at + KEY_BYTES), bytes.toString('hex', at + KEY_BYTES, at + ENTRY_BYTES));
  }
  return entries;
}
