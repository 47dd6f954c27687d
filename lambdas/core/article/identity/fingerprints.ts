/** Claims on an article's identity: whoever holds the claim is the article. */

import type { FeedItem } from '../../feed/document/feed-document.ts';
import { itemKey } from '../../feed/document/item-identity.ts';
import { contentId } from '../../hash.ts';
import { sketchOf, type TextSketch } from './near-duplicate.ts';

export interface Claim {
  readonly fingerprint: string;
  readonly articleId: string;
  /** On the claim of a feed's item: which state of the item was ingested last, and when that state was found. */
  readonly item?: { readonly hash: string; readonly foundAt: string };
  /** On the claim of a key to texts that are nearly the same: the text that it was made for. */
  readonly sketch?: TextSketch;
}

/** What an article may claim. */
export type Claimable = Pick<Claim, 'fingerprint' | 'sketch'>;

/**
 * Days until a key to nearly equal texts is forgotten, if other fingerprints aren't before: news is copied within three days
 * (near-news.ts), and set phrases are soon free again.
 */
export const NEAR_CLAIM_DAYS = 14;

/** Texts below this many words may be the same by chance or by template, so they prove nothing. */
const MIN_WORDS = 40;

/** The claim of one feed's one item. */
export const itemFingerprint = (feedId: string, item: FeedItem): string => `item:${contentId(feedId, itemKey(item))}`;

/** The claim of a guid that is unique in the world: a URI or a UUID. Counters and slugs only mean something in their feed. */
export function guidFingerprint(guid: string | undefined): string | undefined {
  const global =
    /^(?:https?:\/\/[^/.]+\.[^/]+\/|tag:[^,:]+[,:].+:|urn:\w+:|(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$)/i;
  return guid !== undefined && global.test(guid) ? `guid:${contentId(guid)}` : undefined;
}

export const urlFingerprint = (canonicalUrl: string): string =>
  `url:${contentId(canonicalUrl.replace(/^http:/, 'https:'))}`;

/** The claim of a text, whatever its white space and letter case; none for a short one. */
export function textFingerprint(text: string | undefined): string | undefined {
  const words = text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < MIN_WORDS ? undefined : `text:${contentId(words.join(' '))}`;
}

/** The keys that lead to texts that are nearly the same. Each is held by one article, so a set phrase leads to one only. */
export function nearFingerprints(text: string | undefined): Required<Claimable>[] {
  const { sketch, keys = [] } = (text === undefined ? undefined : sketchOf(text)) ?? {};
  return sketch === undefined ? [] : keys.map((key) => ({ fingerprint: `near:${key}`, sketch }));
}
