/** Whether a redirect changes the address that a feed is polled at. Why so: docs/decisions/moved-feeds.md. */
import { compact } from '../../compact.ts';
import type { Redirect } from '../../web/fetcher.ts';
import type { Feed, FeedAddress, FeedMove } from '../record/feed.ts';
import { normaliseFeedUrl } from '../record/feed-url.ts';

/** Moved for good (RFC 9110 §15.4.2, §15.4.9). */
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
/** A captive portal, a lapsed domain or a slip in a server's configuration seldom lasts as long. */
const PROBATION_MS = 7 * 86_400_000;
const MAX_MOVES = 10;
/** So many failures that only a publisher can mend, in a row (about four hours), and the address that a feed moved to is lost. */
const FAILURES_OF_A_LOST_ADDRESS = 3;

/** What an answer proves of the address that gave it. */
export type AddressProof =
  /** A readable document that goes on where ours ended. */
  | 'feed'
  /** A 304: nothing new, and nothing against it. */
  | 'not-modified'
  /** A page, a 404, a broken document, or one that has no items or none in common with ours. */
  | 'no-feed'
  /** No answer, or an error that passes: it says nothing about the address. */
  | 'nothing';

/**
 * The feed's address after a poll that was redirected so.
 *
 * @param feed as it was before the poll, with the failures before it
 */
export function addressAfter(
  feed: FeedAddress & Pick<Feed, 'failures'>,
  redirects: readonly Redirect[],
  proof: AddressProof,
  at: Date,
): FeedAddress {
  const { url, addedUrl, moves, moving, failures } = feed;
  const settled = compact({ url, addedUrl, moves });
  if (proof === 'nothing') return compact({ ...settled, moving });
  if (proof === 'no-feed') {
    // Perhaps the first address knows where the feed is by now.
    const isLost = addedUrl !== undefined && failures >= FAILURES_OF_A_LOST_ADDRESS;
    return isLost ? moved(settled, addedUrl, 'lost', at) : settled;
  }

  const [first] = redirects;
  const isSecured = first?.to === secure(url) && mayMove(settled, [first]);
  const address = isSecured ? moved(settled, first.to, 'https', at) : settled;
  const rest = isSecured ? redirects.slice(1) : redirects;
  const target = rest.at(-1)?.to;
  if (target === undefined || !mayMove(address, rest)) return address;
  if (moving?.url !== target)
    return proof === 'feed' ? { ...address, moving: { url: target, since: at.toISOString() } } : address;
  const isProven = at.getTime() - Date.parse(moving.since) >= PROBATION_MS;
  return isProven ? moved(address, target, 'permanent-redirect', at) : { ...address, moving };
}

/** The feed at the address that it was added under, for good. Undefined: it is there already. */
export function addressReverted(feed: FeedAddress, at: Date): FeedAddress | undefined {
  return feed.addedUrl === undefined ? undefined : moved(feed, feed.addedUrl, 'by-hand', at);
}

/** Whether these redirects could change an address at all: each for good, and none to where a person has moved it away from. */
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

const secure = (url: string): string => url.replace(/^http:/, 'https:');
