import type { Feed, Subscription } from '../record/feed.ts';

/** The agreements with hubs, on the feeds themselves. */
export interface SubscriptionStore {
  get(feedId: string): Promise<Feed | undefined>;
  /** Replaces a feed's subscription. Returns false, and writes nothing, if it has changed or the feed isn't active. */
  replaceSubscription(feed: Feed, next: Subscription | undefined): Promise<boolean>;
  /**
   * Makes the feed due at `at`, because its hub has announced news. Returns false, and writes nothing, if its
   * subscription or due time has changed, or the feed isn't active.
   */
  announce(feed: Feed, at: Date, availableAt: Date): Promise<boolean>;
}
