/** What the feed and the fetches tell of an item, beside the item itself. */
export interface FeedContext {
  readonly title?: string;
  readonly language?: string;
  /** The item's canonical URL. */
  readonly url?: string;
  /** ISO 8601: replaces a date that is missing, unreadable or in the future. */
  readonly firstSeenAt: string;
  /** ISO 8601: when the item was fetched. A date more than a day later counts as in the future. */
  readonly foundAt: string;
  /** Why the page couldn't be read, as a failure's name. */
  readonly pageFailure?: string;
}
