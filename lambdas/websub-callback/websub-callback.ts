/**
 * What hubs call: they make sure that it was us who asked, and announce news. What they bring is not read, only polled
 * for.
 */
import { compact } from '../core/compact.ts';
import type { Feed, Subscription } from '../core/feed/record/feed.ts';
import { hostOf } from '../core/feed/record/feed-url.ts';
import { isSameText, isSigned } from '../core/feed/websub/hub-signature.ts';
import { pollAfterAnnouncement } from '../core/feed/websub/subscription.ts';
import type { SubscriptionStore } from '../core/feed/websub/subscription-store.ts';
import type { PollQueue } from '../core/queues/queues.ts';

/** The schedule takes a due feed up by itself when the message that was sent for it is lost. */
const HEAD_START_MS = 120_000;
/** Asked again when others have written meanwhile. */
const ATTEMPTS = 3;
/** A challenge is given back as it came: only what is of a challenge's length. */
const MAX_CHALLENGE_LENGTH = 2_000;

export interface WebsubCallbackDependencies {
  readonly feeds: SubscriptionStore;
  readonly polls: PollQueue;
  readonly now: () => Date;
}

export interface HubCall {
  readonly method: string;
  /** `/<feedId>/<token>` */
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

type Known = Feed & { readonly subscription: Subscription };

export const websubCallback = ({ feeds, polls, now }: WebsubCallbackDependencies) => {
  /** The feed, if the path is that of its subscription. */
  const find = async (path: string): Promise<Known | undefined> => {
    const [, feedId, token, ...rest] = path.split('/');
    if (!feedId || !token || rest.length > 0 || feedId.length > 100) return undefined;
    const feed = await feeds.get(feedId);
    const { status, subscription } = feed ?? {};
    if (feed === undefined || status !== 'active' || subscription === undefined) return undefined;
    return isSameText(subscription.token, token) ? { ...feed, subscription } : undefined;
  };

  /** Writes on what was read, and reads again when that has changed. False when the subscription is gone. */
  const change = async (path: string, write: (feed: Known) => Promise<boolean>): Promise<boolean> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const feed = await find(path);
      if (feed === undefined) return false;
      if (await write(feed)) return true;
    }
    throw new Error('Others have written to the feed at each attempt.');
  };

  const verify = async (path: string, query: URLSearchParams): Promise<CallbackResponse> => {
    const mode = query.get('hub.mode');
    const topic = query.get('hub.topic') ?? '';
    const challenge = query.get('hub.challenge') ?? '';
    const feed = await find(path);
    const isOurs = feed?.subscription.topic === topic;
    if (mode === 'denied' && isOurs) {
      const problem = `The hub refuses: ${query.get('hub.reason')?.slice(0, 200).replace(/\.$/, '') || 'it says no reason'}.`;
      await change(path, (known) => {
        const { confirmedAt: _, leaseUntil: __, ...subscription } = known.subscription;
        return feeds.replaceSubscription(known, { ...subscription, problem });
      });
      return respond(200, 'denied');
    }
    if (challenge.length > MAX_CHALLENGE_LENGTH) return respond(404, 'unknown');
    // Whatever isn't held is not wanted any more.
    if (mode === 'unsubscribe' && !isOurs) return respond(200, 'left', challenge);
    const leaseSeconds = Number(query.get('hub.lease_seconds'));
    if (mode !== 'subscribe' || !isOurs || !(leaseSeconds > 0)) return respond(404, 'unknown');
    const at = now();
    const lease = {
      confirmedAt: at.toISOString(),
      leaseUntil: new Date(at.getTime() + Math.min(leaseSeconds, MAX_LEASE_SECONDS) * 1000).toISOString(),
    };
    const confirmed = await change(path, (known) => {
      const { problem: _, ...subscription } = known.subscription;
      return feeds.replaceSubscription(known, { ...subscription, ...lease });
    });
    return confirmed ? respond(200, 'confirmed', challenge) : respond(404, 'unknown');
  };

  const receive = async ({ path, body, signature }: HubCall): Promise<CallbackResponse> => {
    const found = await find(path);
    // 410: a hub that serves a feed which was paused, removed or has another hub by now may stop.
    if (found === undefined) return respond(410, 'unknown');
    // As WebSub §7.1 wants it: accepted, and ignored, so that nobody learns which signatures are good.
    if (!isSigned(body, signature, found.subscription.secret)) return respond(202, 'forged');
    let outcome: CallbackResponse['outcome'] = 'nothing-to-do';
    await change(path, async (feed) => {
      const at = pollAfterAnnouncement(feed, now());
      if (at === undefined) return true;
      const isNow = at.getTime() <= now().getTime();
      if (!(await feeds.announce(feed, at, isNow ? new Date(at.getTime() + HEAD_START_MS) : at))) return false;
      outcome = 'announced';
      // One that is due later is the schedule's.
      const message = {
        version: 1,
        feedId: feed.feedId,
        nextPollAt: at.toISOString(),
        host: hostOf(feed.url),
      } as const;
      if (isNow) await polls.send([{ message, url: feed.url }]);
      return true;
    });
    return respond(202, outcome);
  };

  return (call: HubCall): Promise<CallbackResponse> | CallbackResponse => {
    if (call.method === 'GET') return verify(call.path, call.query);
    return call.method === 'POST' ? receive(call) : respond(405, 'unknown');
  };
};

/** A year; a longer lease would outlive what we know of the hub. */
const MAX_LEASE_SECONDS = 31_536_000;

const respond = (statusCode: number, outcome: CallbackResponse['outcome'], body = ''): CallbackResponse =>
  compact({ statusCode, outcome, body });
