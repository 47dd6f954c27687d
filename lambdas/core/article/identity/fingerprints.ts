/**
 * Fingerprints of addresses, guids and texts. An article claims its fingerprints; one article at most holds each claim.
 */

import type { FeedItem } from '../../feed/document/feed-document.ts';
import { itemKey } from '../../feed/document/item-identity.ts';
import { foldedText } from '../../folded-text.ts';
import { contentId } from '../../hash.ts';
import { parseUrl } from '../../web/absolute-url.ts';
import { speakerOf, speaksFor } from '../../web/site.ts';
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
  /** If the article was a stand-in when the claim was written, so that the claim binds nobody when the stand-in is deleted. */
  readonly isOfStandIn?: true;
}

/** What an article may claim. */
export interface Claimable extends Pick<Claim, 'fingerprint' | 'sketch'> {
  /** If an earlier version claimed keys like this one: it is looked up, and not claimed any more. */
  readonly isRetired?: true;
}

/**
 * Max days that the claim of a text's key is kept. News is copied within three days (near-news.ts), and the keys of set
 * phrases are soon free again.
 */
export const NEAR_CLAIM_DAYS = 14;

/** Min words of a text with a fingerprint: shorter texts may be the same by chance or by template. */
const MIN_WORDS = 40;

/** The fingerprint of an item in its feed. */
export const itemFingerprint = (feedId: string, item: FeedItem): string => `item:${contentId(feedId, itemKey(item))}`;

/** A guid that is unique in the world: a URI or a UUID. Counters and slugs are unique in their feed only. */
const GLOBAL =
  /^(?:https?:\/\/[^/.]+\.[^/]+\/|tag:[^,:]+[,:].+:|urn:\w+:|(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$)/i;

/**
 * The fingerprint that a guid has in all feeds of the feed's site; undefined if the guid counts in its feed only. A guid of
 * the feed's own site counts wherever that site speaks. Another guid (of another host, or of none, such as a UUID) counts on
 * the feed's host, so that no stranger who copies a guid gets the article that has it.
 */
export function guidFingerprint(guid: string | undefined, feedUrl: string): string | undefined {
  if (guid === undefined || !GLOBAL.test(guid)) return undefined;
  const address = guidAddress(guid);
  if (address !== undefined && speaksFor(feedUrl, address)) return `guid:${contentId(guid)}`;
  const speaker = speakerOf(feedUrl);
  return speaker === undefined ? undefined : `guid:${contentId(speaker, guid)}`;
}

/** The address of the guid's authority: its own, or that of the name in a `tag:` URI (RFC 4151, 2.1), which may be an e-mail's. */
function guidAddress(guid: string): string | undefined {
  const authority = /^tag:(?:[^,:@]*@)?([^,:@]+)[,:]/i.exec(guid)?.[1];
  const address = authority === undefined ? guid : `https://${authority}/`;
  return /^https?:/i.test(address) && parseUrl(address) !== null ? address : undefined;
}

export const urlFingerprint = (canonicalUrl: string): string =>
  `url:${contentId(canonicalUrl.replace(/^http:/, 'https:'))}`;

/**
 * The fingerprint of a text, whatever its white space, punctuation, letter case and spelling (folded-text.ts); undefined
 * for a short text.
 */
export function textFingerprint(text: string | undefined): string | undefined {
  const words = foldedText(text ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < MIN_WORDS ? undefined : `text:${contentId(words.join(' '))}`;
}

/** Whether a fingerprint is that of a text, not of an address or guid. */
export const isOfText = (fingerprint: string): boolean => fingerprint.startsWith('text:');

/** The keys of a text, which nearly the same texts have too, those first that an article should claim (text-keys.ts). */
export function nearFingerprints(text: string | undefined): (Claimable & Required<Pick<Claim, 'sketch'>>)[] {
  const sketched = text === undefined ? undefined : sketchOf(text);
  if (sketched === undefined) return [];
  const { sketch, keys, retiredKeys } = sketched;
  const retired = retiredKeys.filter((key) => !keys.includes(key));
  return [
    ...keys.map((key) => ({ fingerprint: `near:${key}`, sketch })),
    ...retired.map((key) => ({ fingerprint: `near:${key}`, sketch, isRetired: true as const })),
  ];
}
