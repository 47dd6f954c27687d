import type { Feed, Subscription } from '../record/feed.ts';

/** What is agreed with hubs, on the feeds themselves. */
export interface SubscriptionStore {
  get(feedId: string): Promise<Feed | undefined>;
  /** Replaces what the feed holds. False, and nothing written, when it holds something else by now or isn't active. */
  replaceSubscription(feed: Feed, next: Subscription | undefined): Promise<boolean>;
  /**
   * Makes the feed due at `at` by the hub's word. False when its subscription or its due time has changed, or it isn't
   * active.
   */
  announce(feed: Feed, at: Date, availableAt: Date): Promise<boolean>;
}
