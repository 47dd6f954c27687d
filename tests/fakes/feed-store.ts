import { isDeepStrictEqual } from 'node:util';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import {
  type DuePosition,
  type FeedStore,
  fetchedStateKeys,
  type ScheduleState,
  type ScheduleStore,
} from '../../lambdas/core/feed/record/feed-store.ts';
import type { SubscriptionStore } from '../../lambdas/core/feed/websub/subscription-store.ts';

export type FakeFeedStore = FeedStore &
  SubscriptionStore & {
    readonly feeds: Map<string, Feed & { availableAt?: string }>;
    /** The ends of cool-downs by host, ISO 8601. */
    readonly coolDowns: Map<string, string>;
  };

/** Feeds in memory; tests/contract/feed-store.test.ts tests them and the real table. */
export function fakeFeedStore(initial: readonly Feed[] = []): FakeFeedStore {
  const feeds = new Map(initial.map((feed) => [feed.feedId, { ...feed, availableAt: feed.nextPollAt }]));
  const coolDowns = new Map<string, string>();
  /** Returns the stored feed if it is active and still has the subscription that was read. */
  const unchanged = ({ feedId, subscription }: Feed): (Feed & { availableAt: string }) | undefined => {
    const feed = feeds.get(feedId);
    return feed?.status === 'active' && isDeepStrictEqual(feed.subscription, subscription) ? feed : undefined;
  };
  return {
    feeds,
    coolDowns,
    async find(feedId, host = '') {
      const { availableAt: _, ...feed } = feeds.get(feedId) ?? {};
      const until = coolDowns.get(host);
      return {
        feed: feeds.has(feedId) ? (feed as Feed) : undefined,
        coolDownUntil: until === undefined ? until : new Date(until),
      };
    },
    async coolDown(host, until) {
      if ((coolDowns.get(host) ?? '') < until.toISOString()) coolDowns.set(host, until.toISOString());
    },
    async postpone({ feedId, nextPollAt }, { at, reason }) {
      const feed = feeds.get(feedId);
      if (feed === undefined || feed.nextPollAt !== nextPollAt || feed.status !== 'active') return false;
      const due = at.toISOString();
      feeds.set(feedId, { ...feed, nextPollAt: due, availableAt: due, nextPollReason: reason });
      return true;
    },
    async *due({ from = '', until, behind }) {
      const placeOf = (feed: DuePosition): string => `${feed.availableAt} ${feed.feedId}`;
      const due = [...feeds.values()]
        .flatMap(({ feedId, url, nextPollAt, availableAt, status }) =>
          status === 'active' && availableAt !== undefined && availableAt >= from && availableAt <= until
            ? [{ feedId, url, nextPollAt, availableAt, dueShard: 0 }]
            : [],
        )
        .filter((feed) => behind === undefined || placeOf(feed) > placeOf(behind));
      yield* due.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    },
    async get(feedId) {
      const { availableAt: _, ...feed } = feeds.get(feedId) ?? {};
      return feeds.has(feedId) ? (feed as Feed) : undefined;
    },
    async replaceSubscription(read, next) {
      const feed = unchanged(read);
      if (feed === undefined) return false;
      const { subscription: _, ...rest } = feed;
      feeds.set(read.feedId, { ...rest, ...(next && { subscription: next }) });
      return true;
    },
    async announce(read, at, availableAt) {
      const feed = unchanged(read);
      if (feed?.subscription === undefined || feed.nextPollAt !== read.nextPollAt) return false;
      feeds.set(read.feedId, {
        ...feed,
        nextPollAt: at.toISOString(),
        availableAt: availableAt.toISOString(),
        nextPollReason: 'The hub has announced news.',
        subscription: { ...feed.subscription, announcedAt: at.toISOString() },
      });
      return true;
    },
    async recordPoll({ feedId, nextPollAt }, { summary, next, state, address }) {
      const feed = feeds.get(feedId);
      if (feed === undefined || feed.nextPollAt !== nextPollAt || feed.status !== 'active') return false;
      const kept = { ...feed };
      if (state !== undefined) for (const key of fetchedStateKeys) delete kept[key];
      if (address !== undefined) for (const key of ['addedUrl', 'moving', 'moves'] as const) delete kept[key];
      feeds.set(feedId, {
        ...kept,
        ...state,
        ...address,
        lastPoll: summary,
        ...(next === undefined
          ? { status: 'gone' as const }
          : {
              nextPollAt: next.at.toISOString(),
              availableAt: next.at.toISOString(),
              nextPollReason: next.reason,
              intervalMinutes: next.intervalMinutes,
              failures: next.failures,
            }),
      });
      return true;
    },
  };
}

/** The schedule's state in memory; tests/contract/schedule-store.test.ts tests it and the real table. */
export function fakeScheduleStore(): ScheduleStore {
  let state: ScheduleState = { runs: 0 };
  return {
    read: async () => state,
    async replace(read, next) {
      if (read.runs === state.runs) state = { ...next, runs: read.runs + 1 };
    },
  };
}
