/**
 * What a feed's document held at the last poll, so that "is this item new or changed?" needs no query: 16 bytes an item
 * (8 of its key's hash, 6 of its words', 2 of its date's), 32 kB for the largest document of 2,000 items, kept on the
 * Feed itself.
 */
import { digest } from '../../hash.ts';
import type { FeedItem } from '../document/feed-document.ts';
import { hashOfWords, hasOwnUrl, itemHash, itemKey } from '../document/item-identity.ts';
import { MAX_ITEMS } from '../document/newest-items.ts';

const KEY_BYTES = 8;
const ENTRY_BYTES = 16;
/**
 * If more than this share of the items that were there before differ only in their dates, the dates mean nothing: a document
 * that is made anew at each fetch may date all of it by its own clock.
 */
const MAX_REDATED_SHARE = 0.25;

export interface SeenComparison {
  readonly newItems: readonly FeedItem[];
  /** They say something else, or a few of them are dated otherwise. */
  readonly changedItems: readonly FeedItem[];
  /** Items that say what an item said before, at the same address but under another key: their guids have changed. */
  readonly renamed: number;
  /** How much of what is seen now is new, 0 to 1. */
  readonly share: number;
  /** Nothing of the document before is left, though it had items and this one has too. */
  readonly isReplaced: boolean;
  /** The seen set after this document. */
  readonly seen: Uint8Array;
}

export interface ListedItems {
  readonly items: readonly FeedItem[];
  /** It holds only what is to be added to the one before. */
  readonly isDelta?: boolean;
  /** When the one before was fetched, ISO 8601. */
  readonly since?: string;
}

/**
 * Compares a document's first `MAX_ITEMS` items with the seen set of those before. An item listed twice counts once. One
 * that says at the same address what another said is that other one under a new guid, unless it was published since.
 */
export function compareWithSeen(
  { items, isDelta = false, since = '' }: ListedItems,
  seen: Uint8Array | undefined,
): SeenComparison {
  const before = decode(seen);
  const now = new Map<string, string>();
  const wordsBefore = new Set([...before.values()].map(hashOfWords));
  let renamed = 0;
  const newItems: FeedItem[] = [];
  const rewordedItems: FeedItem[] = [];
  const redatedItems: FeedItem[] = [];
  for (const item of items.slice(0, MAX_ITEMS)) {
    const key = digest(KEY_BYTES, itemKey(item)).toString('hex');
    if (now.has(key)) continue;
    const hash = itemHash(item);
    now.set(key, hash);
    const previous = before.get(key);
    if (previous === undefined) {
      const isPublishedSince = since !== '' && (item.publishedAt ?? '') > since;
      const saysTheSame = wordsBefore.has(hashOfWords(hash)) && !isPublishedSince;
      if (saysTheSame && item.guid === undefined) continue;
      if (saysTheSame && hasOwnUrl(item)) renamed++;
      else newItems.push(item);
    } else if (hashOfWords(previous) !== hashOfWords(hash)) rewordedItems.push(item);
    else if (previous !== hash) redatedItems.push(item);
  }
  const mayBeRedated = redatedItems.length <= (now.size - newItems.length - renamed) * MAX_REDATED_SHARE;
  const changedItems = [...rewordedItems, ...(mayBeRedated ? redatedItems : [])];
  const isReplaced = !isDelta && before.size > 0 && now.size > 0 && newItems.length === now.size;
  // An empty document is somebody's mishap: what was there before it comes again.
  if (isDelta || now.size === 0)
    for (const [key, hash] of before) if (now.size < MAX_ITEMS && !now.has(key)) now.set(key, hash);
  const share = newItems.length / Math.max(1, now.size);
  return { newItems, changedItems, renamed, share, isReplaced, seen: encode(now) };
}

const encode = (entries: ReadonlyMap<string, string>): Uint8Array =>
  Buffer.from([...entries].map(([key, hash]) => key + hash).join(''), 'hex');

function decode(seen: Uint8Array | undefined): Map<string, string> {
  const bytes = Buffer.from(seen ?? []);
  const entries = new Map<string, string>();
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    entries.set(bytes.toString('hex', at, at + KEY_BYTES), bytes.toString('hex', at + KEY_BYTES, at + ENTRY_BYTES));
  }
  return entries;
}
