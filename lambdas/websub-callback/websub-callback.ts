/**
 * Answers the calls of hubs: they verify that we have asked, and announce news. The content of an announcement is not
 * read: the feed is polled instead. The steps of WebSub, with their files: `core/feed/websub/subscription.ts`.
 */
import { compact } from '../core/compact.ts';
import type { Feed, Subscription } from '../core/feed/record/feed.ts';
import { hostOf } from '../core/feed/record/feed-url.ts';
import { readCallbackPath } from '../core/feed/websub/callback-path.ts';
import { isSameText, isSigned } from '../core/feed/websub/hub-signature.ts';
import { pollAfterAnnouncement } from '../core/feed/websub/subscription.ts';
import type { SubscriptionStore } from '../core/feed/websub/subscription-store.ts';
import type { PollQueue } from '../core/queues/queues.ts';

/** The time until the schedule takes up an announced feed by itself, in case the poll's message is lost. */
const HEAD_START_MS = 120_000;
/** Max attempts to write to a feed that others write to meanwhile. */
const MAX_ATTEMPTS = 3;
/** Max length of a challenge that is sent back, in characters. */
const MAX_CHALLENGE_LENGTH = 2_000;
/** Max length of a hub's reason, in characters. */
const MAX_REASON_LENGTH = 200;
/** A year: a longer lease would outlive our knowledge of the hub. */
const MAX_LEASE_SECONDS = 31_536_000;

export interface WebsubCallbackDependencies {
  readonly feeds: SubscriptionStore;
  readonly polls: PollQueue;
  /** The key that `poll-feed` seals the paths with. */
  readonly key: string;
  readonly now: () => Date;
}

export interface HubCall {
  readonly method: string;
  /** `/<feedId>/<token>/<seal>` */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly signature?: string;
  readonly body: Uint8Array;
}

export interface CallbackResponse {
  readonly statusCode: number;
  readonly body: string;
  /** For the log and the metrics. */
  readonly outcome: 'confirmed' | 'denied' | 'left' | 'announced' | 'nothing-to-do' | 'forged' | 'unknown';
}

type SubscribedFeed = Feed & { readonly subscription: Subscription };

export const websubCallback = ({ feeds, polls, key, now }: WebsubCallbackDependencies) => {
  /** Returns the feed whose subscription has this path. */
  const find = async (path: string): Promise<SubscribedFeed | undefined> => {
    const ours = readCallbackPath(path, key);
    if (ours === undefined) return undefined;
    const feed = await feeds.get(ours.feedId);
    return isSubscribed(feed) && isSameText(feed.subscription.token, ours.token) ? feed : undefined;
  };

  /**
   * Writes to the feed that was found; reads it and writes again if the feed has changed meanwhile. Returns false if
   * the subscription is gone.
   */
  const change = async (
    path: string,
    found: SubscribedFeed,
    write: (feed: SubscribedFeed) => Promise<boolean>,
  ): Promise<boolean> => {
    let feed: SubscribedFeed | undefined = found;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (feed === undefined) return false;
      if (await write(feed)) return true;
      feed = await find(path);
    }
    throw new Error('Others have written to the feed at each attempt.');
  };

  /** WebSub §5.3: the hub asks whether we want what was asked for in our name, or tells that it refuses. */
  const verify = async ({ path, query }: HubCall): Promise<CallbackResponse> => {
    const mode = query.get('hub.mode');
    const feed = await find(path);
    const wanted = feed?.subscription.topic === (query.get('hub.topic') ?? '') ? feed : undefined;
    if (mode === 'denied' && wanted) return deny(path, wanted, query.get('hub.reason') ?? '');
    if (challengeOf(query).length > MAX_CHALLENGE_LENGTH) return respond(404, 'unknown');
    if (mode === 'unsubscribe' && !wanted) return respond(200, 'left', challengeOf(query));
    return mode === 'subscribe' && wanted ? confirm(path, wanted, query) : respond(404, 'unknown');
  };

  const deny = async (path: string, found: SubscribedFeed, reason: string): Promise<CallbackResponse> => {
    const problem = `The hub refuses: ${reason.slice(0, MAX_REASON_LENGTH).replace(/\.$/, '') || 'it says no reason'}.`;
    await change(path, found, (feed) => {
      const { confirmedAt: _, leaseUntil: __, ...subscription } = feed.subscription;
      return feeds.replaceSubscription(feed, { ...subscription, problem });
    });
    return respond(200, 'denied');
  };

  const confirm = async (path: string, found: SubscribedFeed, query: URLSearchParams): Promise<CallbackResponse> => {
    const leaseSeconds = Number(query.get('hub.lease_seconds'));
    if (!(leaseSeconds > 0)) return respond(404, 'unknown');
    const at = now();
    const confirmedAt = at.toISOString();
    const leaseUntil = new Date(at.getTime() + Math.min(leaseSeconds, MAX_LEASE_SECONDS) * 1000).toISOString();
    const isConfirmed = await change(path, found, (feed) => {
      const { problem: _, ...subscription } = feed.subscription;
      return feeds.replaceSubscription(feed, { ...subscription, confirmedAt, leaseUntil });
    });
    return isConfirmed ? respond(200, 'confirmed', challengeOf(query)) : respond(404, 'unknown');
  };

  /** WebSub §7: the hub announces news. */
  const receive = async ({ path, body, signature }: HubCall): Promise<CallbackResponse> => {
    const found = await find(path);
    // With a 410 the hub may stop: the feed was paused or removed, or has another hub by now.
    if (found === undefined) return respond(410, 'unknown');
    // A hub without a secret can't sign. Its call is a hint as well, because the news is read at the publisher.
    const { secret } = found.subscription;
    // WebSub §7.1: a forged call is accepted and ignored, so that nobody learns which signatures are right.
    if (secret !== undefined && !isSigned(body, signature, secret)) return respond(202, 'forged');
    let outcome: CallbackResponse['outcome'] = 'nothing-to-do';
    await change(path, found, async (feed) => {
      const at = pollAfterAnnouncement(feed, now());
      if (at === undefined) return true;
      if (!(await announce(feed, at))) return false;
      outcome = 'announced';
      return true;
    });
    return respond(202, outcome);
  };

  /**
   * Makes the feed due. A poll that is due now is sent; the schedule sends a later poll. Returns false if the feed has
   * changed.
   */
  const announce = async (feed: SubscribedFeed, at: Date): Promise<boolean> => {
    const isNow = at.getTime() <= now().getTime();
    if (!(await feeds.announce(feed, at, isNow ? new Date(at.getTime() + HEAD_START_MS) : at))) return false;
    const { feedId, url } = feed;
    if (isNow)
      await polls.send([{ message: { version: 1, feedId, nextPollAt: at.toISOString(), host: hostOf(url) }, url }]);
    return true;
  };

  return (call: HubCall): Promise<CallbackResponse> | CallbackResponse => {
    if (call.method === 'GET') return verify(call);
    return call.method === 'POST' ? receive(call) : respond(405, 'unknown');
  };
};

const isSubscribed = (feed: Feed | undefined): feed is SubscribedFeed =>
  feed?.status === 'active' && feed.subscription !== undefined;

const challengeOf = (query: URLSearchParams): string => query.get('hub.challenge') ?? '';

const respond = (statusCode: number, outcome: CallbackResponse['outcome'], body = ''): CallbackResponse =>
  compact({ statusCode, outcome, body });
