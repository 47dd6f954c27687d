/**
 * Which article an item is. The use case (ingest-item.ts) takes these steps, and asks this room at each:
 *
 * 1. `identify`: message → the item's own fingerprint, and the fingerprints of its address and guid (fingerprints.ts).
 *    If an article holds the item's own fingerprint, the item is that article, unchanged or revised.
 * 2. The same address or guid: one article, if the headlines agree (`titlesAgree` in same-news.ts).
 * 3. `pageFingerprints`: the page's content → the fingerprints of the address that the page declares and of its text.
 *    own-address.ts decides whether a declared address is believed (called by the metadata room).
 * 4. An article at the item's address under another headline: if the page's own headline agrees, or no page can tell
 *    (`findReworded` in ingest-item.ts, own-page.ts). The same declared address: one article, if the headlines agree. The
 *    same text, word for word: if `isSameText` (same-news.ts).
 * 5. Nearly the same text: near-duplicate.ts measures how much of one text is in the other, near-news.ts decides
 *    whether both are the same news, and says by which rule (news-verdict.ts); name-comparison.ts and one-frame.ts tell
 *    two pages from one template apart.
 * 6. `itemClaim`, `freeClaims`: the article's claims, so that the next item finds the article. `appearanceOf`: where the
 *    article was found.
 *
 * In steps 2, 4 and 5 headline.ts says which words of a headline count. If no step finds an article, the item is a new
 * one.
 */
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
import { isStandIn } from './stand-in.ts';
import { MAX_HELD_KEYS } from './text-keys.ts';

/** Max characters of an appearance's URL and name: a hundred appearances fit into the article's record. */
const MAX_LISTED_URL_LENGTH = 1_000;
const MAX_LISTED_NAME_LENGTH = 60;

/** What a message says about an item's identity before the page is fetched. */
export interface Identity {
  /** The fingerprint of the item in its feed. */
  readonly item: string;
  /** A hash of the item's content. */
  readonly hash: string;
  /** Fingerprints that are the same in each feed, strongest first. */
  readonly sharedFingerprints: readonly string[];
  /** The item's canonical URL, unless other items share the URL or the URL names no article. */
  readonly url: string | undefined;
}

export function identify({ feed, item }: ItemMessage): Identity {
  const canonical = item.url === undefined || item.urlIsShared ? undefined : canonicalUrl(item.url);
  const url = canonical !== undefined && namesAnArticle(canonical) ? canonical : undefined;
  const sharedFingerprints = [
    url === undefined ? undefined : urlFingerprint(url),
    guidFingerprint(item.guid, feed.url),
  ];
  return {
    item: itemFingerprint(feed.feedId, item),
    hash: itemHash(item),
    sharedFingerprints: sharedFingerprints.filter((fingerprint) => fingerprint !== undefined),
    url,
  };
}

/**
 * Returns the fingerprints that the page adds, strongest first: of the address that the page declares, and of its text.
 */
export function pageFingerprints(
  content: Pick<ArticleContent, 'url' | 'text'>,
  identity: Partial<Pick<Identity, 'url'>>,
): Claimable[] {
  const url = content.url === undefined || content.url === identity.url ? undefined : urlFingerprint(content.url);
  const exact = [url, textFingerprint(content.text)].filter((fingerprint) => fingerprint !== undefined);
  return [...asClaimable(exact), ...nearFingerprints(content.text)];
}

/** Returns those of a page's fingerprints that its article claims. A stand-in claims no text: its words may be copied. */
export const claimedOf = (fingerprints: readonly Claimable[], content: ArticleContent): readonly Claimable[] =>
  isStandIn(content) ? fingerprints.filter(({ fingerprint }) => fingerprint.startsWith('url:')) : fingerprints;

export const asClaimable = (fingerprints: readonly string[]): Claimable[] =>
  fingerprints.map((fingerprint) => ({ fingerprint }));

/** Returns the id that a new article gets from its strongest free claim. */
export const articleIdOf = (fingerprint: string): string => contentId('article', fingerprint);

/** Returns the claim of the message's own item, with the state of the item that the message brings. */
export const itemClaim = (articleId: string, { foundAt }: ItemMessage, { item, hash }: Identity): Claim => ({
  fingerprint: item,
  articleId,
  item: { hash, foundAt },
});

/**
 * Returns claims on the fingerprints that no other article holds, each once. Of the keys of a text, the first six free ones are
 * claimed, less those that the article holds already: these aren't written again, so that their sketch stays.
 */
export function freeClaims(articleId: string, wanted: readonly Claimable[], held: ReadonlyMap<string, Claim>): Claim[] {
  const holderOf = ({ fingerprint }: Claimable) => held.get(fingerprint)?.articleId;
  const exact = wanted.filter(({ sketch }) => sketch === undefined);
  const keys = wanted.filter(({ sketch, isRetired }) => sketch !== undefined && !isRetired);
  const room = MAX_HELD_KEYS - keys.filter((key) => holderOf(key) === articleId).length;
  const free = [
    ...exact.filter((each) => [undefined, articleId].includes(holderOf(each))),
    ...keys.filter((key) => holderOf(key) === undefined).slice(0, Math.max(0, room)),
  ];
  return [...new Map(free.map((claimable) => [claimable.fingerprint, { ...claimable, articleId }])).values()];
}

/** @param copy if the feed carries the news in a text of its own: how similar that text is, and who published it */
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
    labels: feed.labels,
    similarity: copy.similarity,
    publisher: copy.publisher === undefined ? undefined : shorten(copy.publisher, MAX_LISTED_NAME_LENGTH),
  });
}
