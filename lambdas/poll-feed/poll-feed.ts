/**
 * One poll of one feed: a conditional fetch (`ask-publisher.ts`), the new items to the Items queue, and the time of the next
 * poll. The steps in order, with their files: `core/feed/polling/read-answer.ts`.
 */

import { compact } from '../core/compact.ts';
import type { FeedItem } from '../core/feed/document/feed-document.ts';
import { addressAfter } from '../core/feed/polling/feed-address.ts';
import type { FeedAnswer } from '../core/feed/polling/feed-answer.ts';
import { coolDownOf } from '../core/feed/polling/host-cool-down.ts';
import { type Note, notesOn } from '../core/feed/polling/notes.ts';
import { afterCoolDown, nextPollAt } from '../core/feed/polling/poll-schedule.ts';
import type { Feed, FeedAddress, PollSummary } from '../core/feed/record/feed.ts';
import type { FeedStore, FetchedState, NextPoll } from '../core/feed/record/feed-store.ts';
import { addedUrlOf, hostOf } from '../core/feed/record/feed-url.ts';
import { nextPollWithHub } from '../core/feed/websub/subscription.ts';
import type { ItemMessage, PollMessage } from '../core/queues/messages.ts';
import type { ItemQueue } from '../core/queues/queues.ts';
import type { FetchOutcome } from '../core/web/fetcher.ts';
import { type AskPublisherDependencies, askPublisher } from './ask-publisher.ts';
import { keepSubscription, type SubscriptionDependencies } from './keep-subscription.ts';

export interface PollFeedDependencies extends AskPublisherDependencies {
  readonly feeds: FeedStore;
  readonly items: ItemQueue;
  readonly floorMinutes: number;
  /** Max age of an item at the first poll of its feed whose page is read, in days. */
  readonly backfillPagesDays: number;
  /** Subscribes at the hubs that feeds name. @default no hub is asked */
  readonly hubs?: SubscriptionDependencies | undefined;
}

/** `stale` and `postponed` are outcomes without a fetch. */
export type PollOutcome =
  | (PollSummary & { readonly noted: readonly Note[] })
  /** The message is a duplicate, or the feed was removed, paused or moved to another due time. */
  | { readonly outcome: 'stale' }
  /** The feed's host has asked to be left alone. */
  | { readonly outcome: 'postponed'; readonly detail: string };

export const pollFeed =
  ({ feeds, items, floorMinutes, backfillPagesDays, hubs: allHubs, ...publishers }: PollFeedDependencies) =>
  async (message: PollMessage): Promise<PollOutcome> => {
    const { feed, coolDownUntil } = await feeds.find(message.feedId, message.host);
    if (feed === undefined || !isDue(feed, message)) return { outcome: 'stale' };

    const begun = publishers.now();
    if (coolDownUntil !== undefined && coolDownUntil > begun) {
      const next = afterCoolDown(coolDownUntil, feed, begun);
      return (await feeds.postpone(feed, next)) ? { outcome: 'postponed', detail: next.reason } : { outcome: 'stale' };
    }

    const { fetched, answer, at } = await askPublisher(publishers)(feed, begun);
    const { state, newItems, changedItems } = answer;

    const coolDown = coolDownIn(fetched, answer.retryAt, at);
    if (coolDown !== undefined) await feeds.coolDown(coolDown.host, coolDown.until);

    // Items before state: if the function dies in between, the poll is done again and the same messages come twice.
    const pagesSince = new Date(at.getTime() - backfillPagesDays * 86_400_000).toISOString();
    await items.send([...newItems, ...changedItems].map((item) => itemMessage(feed, item, at, pagesSince, state)));

    const redirects = fetched.kind === 'response' ? fetched.redirects : undefined;
    const address = addressAfter(feed, redirects ?? [], answer.proof, at);
    const summary = summaryOf(answer, feed, address, at);
    const bySchedule = scheduledPoll(answer, feed, floorMinutes, at);
    // A hub would learn the address of a private feed.
    const hubs = feed.credentials === undefined ? allHubs : undefined;
    // If WebSub was switched off, hubs call in vain, so that their word is not relied upon.
    const next = hubs && bySchedule ? nextPollWithHub(bySchedule, feed, summary.outcome, at) : bySchedule;
    const isRecorded = await feeds.recordPoll(feed, { summary, next, state, address });
    if (!isRecorded) return { outcome: 'stale' };

    if (hubs !== undefined && next !== undefined && state !== undefined) {
      await keepSubscription(hubs)(compact({ ...feed, hub: state.hub }), newItems.length > 0, at);
    }
    return { ...summary, noted: notesOn(feed, state, at) };
  };

const isDue = ({ status, nextPollAt: dueAt }: Feed, message: PollMessage): boolean =>
  status === 'active' && dueAt === message.nextPollAt;

/** The host that answered, and until when all of its feeds wait. */
function coolDownIn(fetched: FetchOutcome, retryAt: Date | undefined, at: Date) {
  if (fetched.kind === 'failed') return undefined;
  const until = coolDownOf(fetched.status, retryAt, at);
  return until && { host: hostOf(fetched.url), until };
}

function summaryOf(answer: FeedAnswer, feed: Feed, address: FeedAddress, at: Date): PollSummary {
  const { outcome, detail, reason } = answer.summary;
  const move = address.url === feed.url ? '' : ` It is polled at ${address.url} from now on.`;
  return compact({
    at: at.toISOString(),
    outcome,
    reason,
    detail: `${detail}${move}`,
    newItems: answer.newItems.length,
    changedItems: answer.changedItems.length,
  });
}

/** The next poll by the feed's own schedule; undefined if the feed is gone. */
function scheduledPoll(answer: FeedAnswer, feed: Feed, floorMinutes: number, at: Date): NextPoll | undefined {
  const { schedule, state, retryAt } = answer;
  const { shortestMinutes = floorMinutes, longestMinutes } = feed;
  const hints = compact({
    floorMinutes: shortestMinutes,
    ceilingMinutes: longestMinutes,
    retryAt,
    publisher: (state ?? feed).publisherHints,
  });
  return schedule && nextPollAt(schedule, { ...feed, ...state }, hints, at);
}

/** @param pagesSince the date from which on the items of a first poll have their pages read, ISO 8601 */
function itemMessage(
  feed: Feed,
  item: FeedItem,
  foundAt: Date,
  pagesSince: string,
  state: FetchedState | undefined,
): ItemMessage {
  const { title, language } = state ?? {};
  const { feedId, labels, pages, retentionDays, languageSetting, site, credentials } = feed;
  const restricted = credentials === undefined ? undefined : (true as const);
  const set = { labels, pages, retentionDays, languageSetting, site, restricted };
  const isFirstPoll = feed.bodyHash === undefined;
  const isBackfill = isFirstPoll && item.publishedAt !== undefined && item.publishedAt < pagesSince;
  return compact({
    version: 1 as const,
    feed: compact({ feedId, url: addedUrlOf(feed), title, language, ...set }),
    item,
    isBackfill: isBackfill || undefined,
    foundAt: foundAt.toISOString(),
  });
}
