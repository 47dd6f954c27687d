/** The state that a poll leaves on the feed: see `FetchedState`. */
import { compact } from '../../compact.ts';
import type { ResponseHeaders } from '../../web/fetcher.ts';
import { lifetimeOf } from '../../web/http-hints.ts';
import type { Feed, PublisherHints } from '../record/feed.ts';
import { type FetchedState, fetchedStateKeys } from '../record/feed-store.ts';

/** Returns the state that the last poll left. */
export const stateOf = (feed: Feed): FetchedState =>
  compact(Object.fromEntries(fetchedStateKeys.map((key) => [key, feed[key]])) as FetchedState);

export const withoutValidators = ({ etag: _, lastModified: __, ...state }: FetchedState): FetchedState => state;

/** The lifetime in the headers replaces an earlier lifetime (RFC 9111 §3.2); hints without a lifetime keep theirs. */
export function hintsAfter(
  publisherHints: PublisherHints | undefined,
  headers: ResponseHeaders,
  at: Date,
): PublisherHints {
  const lifetime = lifetimeOf(headers, at);
  return compact({ ...publisherHints, maxAgeSeconds: lifetime ?? publisherHints?.maxAgeSeconds });
}
