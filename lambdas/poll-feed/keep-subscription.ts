/** After a poll: asks the hub that the feed names, renews what was agreed with it, or gives it up. */

import type { Feed, Subscription } from '../core/feed/record/feed.ts';
import type { HubClient } from '../core/feed/websub/hub-client.ts';
import { HUB_LEASE_SECONDS, subscriptionStep } from '../core/feed/websub/subscription.ts';
import type { SubscriptionStore } from '../core/feed/websub/subscription-store.ts';

export interface SubscriptionDependencies {
  readonly subscriptions: SubscriptionStore;
  readonly askHub: HubClient;
  /** Where hubs call, with a slash at the end. */
  readonly callbackUrl: string;
  /** An unguessable text, another one each time. */
  readonly random: () => string;
}

/** @param feed as it was before the poll, with the hub that it names now. @param foundNews whether the poll brought any */
export const keepSubscription =
  ({ subscriptions, askHub, callbackUrl, random }: SubscriptionDependencies) =>
  async (feed: Feed, foundNews: boolean, at: Date): Promise<void> => {
    const callbackOf = ({ token }: Subscription): string => new URL(`${feed.feedId}/${token}`, callbackUrl).href;
    const { ask, leave } = subscriptionStep(feed, foundNews, at, random);
    if (ask === undefined && leave === undefined) return;
    // Stored before the hub is asked: it may call back before it answers. Whoever was quicker has asked it already.
    if (!(await subscriptions.replaceSubscription(feed, ask))) return;
    if (leave !== undefined) {
      // When it doesn't listen, it is told at its next announcement (410).
      await askHub({ hub: leave.url, mode: 'unsubscribe', topic: leave.topic, callback: callbackOf(leave) });
    }
    if (ask === undefined) return;
    const problem = await askHub({
      hub: ask.url,
      mode: 'subscribe',
      topic: ask.topic,
      callback: callbackOf(ask),
      secret: ask.secret,
      leaseSeconds: HUB_LEASE_SECONDS,
    });
    if (problem === undefined) return;
    await subscriptions.replaceSubscription({ ...feed, subscription: ask }, { ...ask, problem });
  };
