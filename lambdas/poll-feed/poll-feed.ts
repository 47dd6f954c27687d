/** One poll of one feed: a polite conditional fetch, what is new in it to the Items queue, and when to come back. */

import { compact } from '../core/compact.ts';
import { nextPollAt } from '../core/feed/cadence.ts';
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
    const fetched = await fetch({ url: feed.url, accept: ACCEPT, ...validators });
    const at = now();
    const {
      summary: result,
      cadence,
      retryAt,
      state,
      newItems,
      changedItems,
    } = await readAnswer(feed, validators, fetched, at);

    // Items before state: when we die in between, the poll is done again and the same messages come twice, never not at all.
    await items.send([...newItems, ...changedItems].map((item) => itemMessage(feed, item, at, state)));

    const summary: PollSummary = {
      at: at.toISOString(),
      ...result,
      newItems: newItems.length,
      changedItems: changedItems.length,
    };
    const hints = compact({ floorMinutes, retryAt, publisher: state?.publisherHints });
    const next = cadence && nextPollAt(cadence, { ...feed, ...state }, hints, at);
    const recorded = await feeds.recordPoll(feed, { summary, next, state });
    return recorded ? summary : { outcome: 'stale' };
  };

function itemMessage(
  { feedId, url }: Feed,
  item: FeedItem,
  foundAt: Date,
  state: FetchedState | undefined,
): ItemMessage {
  const { title, language } = state ?? {};
  return { version: 1, feed: compact({ feedId, url, title, language }), item, foundAt: foundAt.toISOString() };
}
