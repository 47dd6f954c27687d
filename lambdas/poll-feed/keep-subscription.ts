/** After a poll: asks the hub that the feed names, renews the agreement with the hub, or leaves the hub. */

import { compact } from '../core/compact.ts';
import type { Feed, Subscription } from '../core/feed/record/feed.ts';
import { callbackPath } from '../core/feed/websub/callback-path.ts';
import type { HubClient } from '../core/feed/websub/hub-client.ts';
import { HUB_LEASE_SECONDS, subscriptionStep } from '../core/feed/websub/subscription.ts';
import type { SubscriptionStore } from '../core/feed/websub/subscription-store.ts';

export interface SubscriptionDependencies {
  readonly subscriptions: SubscriptionStore;
  readonly askHub: HubClient;
  /** The URL that hubs call, with a slash at its end. */
  readonly callbackUrl: string;
  /** The key that `websub-callback` knows our paths by. */
  readonly callbackKey: string;
  /** Returns an unguessable text, another each time. */
  readonly random: () => string;
}

/**
 * @param feed as it was before the poll, with the hub that it names now.
 * @param foundNews whether the poll brought any
 */
export const keepSubscription =
  ({ subscriptions, askHub, callbackUrl, callbackKey, random }: SubscriptionDependencies) =>
  async (feed: Feed, foundNews: boolean, at: Date): Promise<void> => {
    const callbackOf = ({ token }: Subscription): string =>
      new URL(callbackPath({ feedId: feed.feedId, token }, callbackKey), callbackUrl).href;
    const { ask, leave } = subscriptionStep(feed, foundNews, at, random);
    if (ask === undefined && leave === undefined) return;
    // Stored before the hub is asked, because the hub may call back before it answers. If another poll was quicker, that
    // poll has asked the hub.
    if (!(await subscriptions.replaceSubscription(feed, ask))) return;
    if (leave !== undefined) {
      // If this request fails, the hub's next announcement is answered with a 410.
      await askHub({ hub: leave.url, mode: 'unsubscribe', topic: leave.topic, callback: callbackOf(leave) });
    }
    if (ask === undefined) return;
    const problem = await askHub(
      compact({
        hub: ask.url,
        mode: 'subscribe',
        topic: ask.topic,
        callback: callbackOf(ask),
        secret: ask.secret,
        leaseSeconds: HUB_LEASE_SECONDS,
      } as const),
    );
    if (problem === undefined) return;
    await subscriptions.replaceSubscription({ ...feed, subscription: ask }, { ...ask, problem });
  };
