/** What an item, and later its page, say about which article it is. */
import { compact } from '../../compact.ts';
import { itemHash } from '../../feed/document/item-identity.ts';
import { contentId } from '../../hash.ts';
import type { ItemMessage } from '../../queues/messages.ts';
import { canonicalUrl, namesAnArticle } from '../../web/canonical-url.ts';
import { shorten } from '../../words.ts';
import type { Appearance, ArticleContent } from '../record/article.ts';
import {
  type Claim,
  type Claimable,
  guidFingerprint,
  itemFingerprint,
  nearFingerprints,
  textFingerprint,
  urlFingerprint,
} from './fingerprints.ts';

/** Characters that an appearance lists; longer ones would let a hundred of them burst the article's record. */
const MAX_LISTED_URL_LENGTH = 1_000;
const MAX_LISTED_NAME_LENGTH = 60;

/** What a message says about identity before anything is fetched. */
export interface Identity {
  /** The claim of this feed's item. */
  readonly item: string;
  /** What the item says, as a hash. */
  readonly hash: string;
  /** Claims that hold whichever feed the item comes from, strongest first. */
  readonly sharedFingerprints: readonly string[];
  /** The item's canonical URL, when it is its own. */
  readonly url: string | undefined;
}

export function identify({ feed, item }: ItemMessage): Identity {
  const canonical = item.url === undefined || item.urlIsShared ? undefined : canonicalUrl(item.url);
  const url = canonical !== undefined && namesAnArticle(canonical) ? canonical : undefined;
  const sharedFingerprints = [url === undefined ? undefined : urlFingerprint(url), guidFingerprint(item.guid)];
  return {
    item: itemFingerprint(feed.feedId, item),
    hash: itemHash(item),
    sharedFingerprints: sharedFingerprints.filter((fingerprint) => fingerprint !== undefined),
    url,
  };
}

/** What the page adds: its own word on its address, and its text, strongest first. */
export function pageFingerprints(content: ArticleContent, identity: Identity): Claimable[] {
  const url = content.url === undefined || content.url === identity.url ? undefined : urlFingerprint(content.url);
  const exact = [url, textFingerprint(content.text)].filter((fingerprint) => fingerprint !== undefined);
  return [...asClaimable(exact), ...nearFingerprints(content.text)];
}

export const asClaimable = (fingerprints: readonly string[]): Claimable[] =>
  fingerprints.map((fingerprint) => ({ fingerprint }));

/** The claims that a message makes for an article: always that of its item, and of the others those that are free. */
export function claimsFor(
  articleId: string,
  message: ItemMessage,
  identity: Identity,
  others: readonly Claimable[],
  held: ReadonlyMap<string, Claim>,
): Claim[] {
  const item = { hash: identity.hash, foundAt: message.foundAt };
  return [{ fingerprint: identity.item, articleId, item }, ...freeClaims(articleId, others, held)];
}

/**
 * Claims that nobody else holds, each once. A key to nearly equal texts that the article has already stays with the
 * text that it was made for.
 */
export function freeClaims(articleId: string, wanted: readonly Claimable[], held: ReadonlyMap<string, Claim>): Claim[] {
  const free = wanted.filter(({ fingerprint, sketch }) => {
    const holder = held.get(fingerprint)?.articleId;
    return holder === undefined || (holder === articleId && sketch === undefined);
  });
  return [...new Map(free.map((each) => [each.fingerprint, { ...each, articleId }])).values()];
}

/** @param copy where the feed carries the news in a text of its own */
export function appearanceOf(
  { feed, item }: ItemMessage,
  identity: Identity,
  now: Date,
  copy: Pick<Appearance, 'similarity' | 'publisher'> = {},
): Appearance {
  const url = identity.url ?? item.url;
  return compact({
    key: contentId(feed.feedId, url).slice(0, 16),
    feedId: feed.feedId,
    feedUrl: feed.url,
    url: (url?.length ?? 0) > MAX_LISTED_URL_LENGTH ? undefined : url,
    firstSeenAt: now.toISOString(),
    similarity: copy.similarity,
    publisher: copy.publisher === undefined ? undefined : shorten(copy.publisher, MAX_LISTED_NAME_LENGTH),
  });
}
