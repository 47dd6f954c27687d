/**
 * Fingerprints of addresses, guids and texts. An article claims its fingerprints; one article at most holds each claim.
 */

import type { FeedItem } from '../../feed/document/feed-document.ts';
import { itemKey } from '../../feed/document/item-identity.ts';
import { contentId } from '../../hash.ts';
import { sketchOf, type TextSketch } from './near-duplicate.ts';

export interface Claim {
  readonly fingerprint: string;
  readonly articleId: string;
  /**
   * On the claim of a feed's item: a hash of the item as it was ingested last, and when the item was found like that.
   */
  readonly item?: { readonly hash: string; readonly foundAt: string };
  /** On the claim of a key of a text: a sample of that text, with which other texts that have the key are compared. */
  readonly sketch?: TextSketch;
}

/** What an article may claim. */
export type Claimable = Pick<Claim, 'fingerprint' | 'sketch'>;

/**
 * Max days that the claim of a text's key is kept. News is copied within three days (near-news.ts), and the keys of set
 * phrases are soon free again.
 */
export const NEAR_CLAIM_DAYS = 14;

/** Min words of a text with a fingerprint: shorter texts may be the same by chance or by template. */
const MIN_WORDS = 40;

/** The fingerprint of an item in its feed. */
export const itemFingerprint = (feedId: string, item: FeedItem): string => `item:${contentId(feedId, itemKey(item))}`;

/**
 * The fingerprint of a guid that is unique in the world: a URI or a UUID. Counters and slugs have none: they are unique
 * in their feed only.
 */
export function guidFingerprint(guid: string | undefined): string | undefined {
  const global =
    /^(?:https?:\/\/[^/.]+\.[^/]+\/|tag:[^,:]+[,:].+:|urn:\w+:|(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$)/i;
  return guid !== undefined && global.test(guid) ? `guid:${contentId(guid)}` : undefined;
}

export const urlFingerprint = (canonicalUrl: string): string =>
  `url:${contentId(canonicalUrl.replace(/^http:/, 'https:'))}`;

/** The fingerprint of a text, whatever its white space, punctuation and letter case; undefined for a short text. */
export function textFingerprint(text: string | undefined): string | undefined {
  const words = text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < MIN_WORDS ? undefined : `text:${contentId(words.join(' '))}`;
}

/** Whether a fingerprint is that of a text, not of an address or guid. */
export const isOfText = (fingerprint: string): boolean => fingerprint.startsWith('text:');

/** The keys of a text, which nearly the same texts have too (near-duplicate.ts). */
export function nearFingerprints(text: string | undefined): Required<Claimable>[] {
  const { sketch, keys = [] } = (text === undefined ? undefined : sketchOf(text)) ?? {};
  return sketch === undefined ? [] : keys.map((key) => ({ fingerprint: `near:${key}`, sketch }));
}
