/** What the feed says about an item beside the item itself. */
export interface FeedContext {
  readonly title?: string;
  readonly language?: string;
  /** The item's canonical URL. */
  readonly url?: string;
  /** ISO 8601: stands in for a date that is missing or can't be true. */
  readonly firstSeenAt: string;
  /** ISO 8601: when the item was fetched; a date that lies well behind it lies in the future. */
  readonly foundAt: string;
  /** Why there is no page, by a failure's name. */
  readonly pageFailure?: string;
}
