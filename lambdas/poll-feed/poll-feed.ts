/** One poll of one feed: a polite conditional fetch, what is new in it to the Items queue, and when to come back. */

import { compact } from '../core/compact.ts';
import { nextPollAt } from '../core/feed/cadence.ts';
import { addressAfter } from '../core/feed/feed-address.ts';
import { addedUrlOf } from '../core/feed/feed-url.ts';
import { readAnswer } from '../core/feed/read-answer.ts';
import type { Feed, FeedItem, PollSummary } from '../core/feed/types.ts';
import { validatorsToSend } from '../core/feed/validators.ts';
import type { ItemMessage, PollMessage } from '../core/messages.ts';
import type { FeedStore, FetchedState, Fetcher, ItemQueue } from '../core/ports.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

export interface PollFeedDependencies {
  readonly feeds: FeedStore;
  readonly items: ItemQueue;
  readonly fetch: Fetcher;
  readonly floorMinutes: number;
  readonly now: () => Date;
}

/** `stale`: the message is a duplicate, or the feed was removed or paused; nothing was fetched. */
export type PollOutcome = PollSummary | { readonly outcome: 'stale' };

export const pollFeed =
  ({ feeds, items, fetch, floorMinutes, now }: PollFeedDependencies) =>
  async (message: PollMessage): Promise<PollOutcome> => {
    const feed = await feeds.get(message.feedId);
    if (feed === undefined || feed.status !== 'active' || feed.nextPollAt !== message.nextPollAt)
      return { outcome: 'stale' };

    const validators = validatorsToSend(feed, now());
    // A delta is the difference to the document that the ETag names (RFC 3229 §10.5.3).
    const delta = validators.etag !== undefined;
    const fetched = await fetch({ url: feed.url, accept: ACCEPT, ...validators, delta });
    const at = now();
    const answer = await readAnswer(feed, validators, fetched, at);
    const { cadence, retryAt, state, newItems, changedItems } = answer;
    const redirects = fetched.kind === 'response' ? fetched.redirects : undefined;
    const address = addressAfter(feed, redirects ?? [], answer.proof, at);

    // Items before state: when we die in between, the poll is done again and the same messages come twice, never not at all.
    await items.send([...newItems, ...changedItems].map((item) => itemMessage(feed, item, at, state)));

    const summary: PollSummary = {
      at: at.toISOString(),
      ...answer.summary,
      detail: `${answer.summary.detail}${address.url === feed.url ? '' : ` It is polled at ${address.url} from now on.`}`,
      newItems: newItems.length,
      changedItems: changedItems.length,
    };
    const hints = compact({ floorMinutes, retryAt, publisher: state?.publisherHints });
    const next = cadence && nextPollAt(cadence, { ...feed, ...state }, hints, at);
    const recorded = await feeds.recordPoll(feed, { summary, next, state, address });
    return recorded ? summary : { outcome: 'stale' };
  };

function itemMessage(feed: Feed, item: FeedItem, foundAt: Date, state: FetchedState | undefined): ItemMessage {
  const { title, language } = state ?? {};
  const { feedId, pages } = feed;
  return {
    version: 1,
    feed: compact({ feedId, url: addedUrlOf(feed), title, language, pages }),
    item,
    foundAt: foundAt.toISOString(),
  };
}
