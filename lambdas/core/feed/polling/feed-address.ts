/** Whether a redirect changes the address that a feed is polled at. The reasons: docs/decisions/moved-feeds.md. */
import { compact } from '../../compact.ts';
import type { Redirect } from '../../web/fetcher.ts';
import type { Feed, FeedAddress, FeedMove } from '../record/feed.ts';
import { normaliseFeedUrl } from '../record/feed-url.ts';

/** Statuses of a redirect for good (RFC 9110 §15.4.2, §15.4.9). */
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
/** A captive portal, a lapsed domain or a mistake in a server's configuration seldom lasts as long. */
const PROBATION_MS = 7 * 86_400_000;
/** Of more moves the earliest are forgotten. */
const MAX_MOVES = 10;
/**
 * After so many failures in a row that only a publisher can mend (about four hours), the address that a feed moved to
 * counts as lost.
 */
const FAILURES_OF_A_LOST_ADDRESS = 3;

/** What an answer proves of the address that gave it. */
export type AddressProof =
  /** A readable document that has items in common with the document before. */
  | 'feed'
  /** A 304: nothing new, and nothing against the address. */
  | 'not-modified'
  /** A page, a 404, a broken document, or a document that has no items or none in common with the document before. */
  | 'no-feed'
  /** No answer, or an error that passes. */
  | 'nothing';

/**
 * Returns the feed's address after a poll.
 *
 * @param feed as it was before the poll, with the failures before it
 * @param redirects those that the poll followed
 */
export function addressAfter(
  feed: FeedAddress & Pick<Feed, 'failures' | 'credentials'>,
  redirects: readonly Redirect[],
  proof: AddressProof,
  at: Date,
): FeedAddress {
  switch (proof) {
    case 'nothing':
      return compact({ ...withoutProbation(feed), moving: feed.moving });
    case 'no-feed':
      return afterNoFeed(feed, at);
    case 'feed':
    case 'not-modified':
      return afterRedirects(feed, redirects.some(({ to }) => isAwayFrom(feed, to)) ? [] : redirects, proof, at);
  }
}

/** A private feed doesn't move to another origin: its credentials would stay behind. Each poll follows the redirect without them. */
const isAwayFrom = ({ url, credentials }: Pick<Feed, 'url' | 'credentials'>, target: string): boolean =>
  credentials !== undefined && new URL(target).origin !== new URL(url).origin;

/** Returns the feed at the address that it was added under, for good; undefined if that is its address already. */
export function addressReverted(feed: FeedAddress, at: Date): FeedAddress | undefined {
  return feed.addedUrl === undefined ? undefined : moved(feed, feed.addedUrl, 'by-hand', at);
}

const withoutProbation = ({ url, addedUrl, moves }: FeedAddress): FeedAddress => compact({ url, addedUrl, moves });

/** If an address is lost, the feed goes back to its first address, which may know by now where the feed is. */
function afterNoFeed(feed: FeedAddress & Pick<Feed, 'failures'>, at: Date): FeedAddress {
  const address = withoutProbation(feed);
  const isLost = feed.failures >= FAILURES_OF_A_LOST_ADDRESS;
  return isLost && feed.addedUrl !== undefined ? moved(address, feed.addedUrl, 'lost', at) : address;
}

/** Every target but the same address in https is put on probation first. */
function afterRedirects(
  feed: FeedAddress,
  redirects: readonly Redirect[],
  proof: 'feed' | 'not-modified',
  at: Date,
): FeedAddress {
  const { address, rest } = upgradedToHttps(withoutProbation(feed), redirects, at);
  const target = rest.at(-1)?.to;
  if (target === undefined || !mayMove(address, rest)) return address;

  const { moving } = feed;
  if (moving?.url !== target)
    return proof === 'feed' ? { ...address, moving: { url: target, since: at.toISOString() } } : address;
  const isProven = at.getTime() - Date.parse(moving.since) >= PROBATION_MS;
  return isProven ? moved(address, target, 'permanent-redirect', at) : { ...address, moving };
}

/** Takes a redirect to the same address in https at once. `rest` are the redirects behind that redirect. */
function upgradedToHttps(
  address: FeedAddress,
  redirects: readonly Redirect[],
  at: Date,
): { readonly address: FeedAddress; readonly rest: readonly Redirect[] } {
  const [first, ...rest] = redirects;
  const isUpgrade = first?.to === address.url.replace(/^http:/, 'https:') && mayMove(address, [first]);
  return isUpgrade ? { address: moved(address, first.to, 'https', at), rest } : { address, rest: redirects };
}

/**
 * Whether these redirects could change an address: all are permanent, and no person has moved the feed away from the
 * target.
 */
function mayMove({ url, moves = [] }: FeedAddress, redirects: readonly Redirect[]): boolean {
  const target = redirects.at(-1)?.to;
  if (target === undefined || target === url || normaliseFeedUrl(target) !== target) return false;
  const isDowngrade = url.startsWith('https:') && target.startsWith('http:');
  const wasLeft = moves.some(({ from, why }) => from === target && why === 'by-hand');
  return redirects.every(({ status }) => PERMANENT.has(status)) && !isDowngrade && !wasLeft;
}

function moved(
  { url, addedUrl = url, moves = [] }: FeedAddress,
  to: string,
  why: FeedMove['why'],
  at: Date,
): FeedAddress {
  const move: FeedMove = { from: url, to, at: at.toISOString(), why };
  return compact({
    url: to,
    addedUrl: to === addedUrl ? undefined : addedUrl,
    moves: [...moves, move].slice(-MAX_MOVES),
  });
}
