import type { ArticleRights } from '../../rights/rights.ts';

/** A person as feeds name them. */
export interface FeedAuthor {
  readonly name: string;
  readonly email?: string;
}

/** A file that comes with an item: an episode, a document. */
export interface FeedEnclosure {
  readonly url: string;
  /** Media type as declared. */
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
  readonly durationSeconds?: number;
  /** Plain text. */
  readonly title?: string;
  /** What the file is beside an episode (Podcasting 2.0). `alternate`: the episode in another form. */
  readonly role?: 'alternate' | 'transcript' | 'chapters';
}

/** A picture, sound or film about an item, or a thumbnail. */
export interface FeedMedia {
  readonly url: string;
  readonly kind: 'content' | 'thumbnail';
  /** Media type as declared. */
  readonly type?: string;
  /** `image`, `audio`, `video`, `document` or `executable` (Media RSS 1.5.1). */
  readonly medium?: string;
  /** The name to show with the medium. */
  readonly credit?: string;
  /** Bytes. */
  readonly length?: number;
  readonly durationSeconds?: number;
  /** Plain text. */
  readonly title?: string;
  /** The contents of one number are one thing in several forms (`media:group`). */
  readonly group?: number;
  /** The form of its group to show. */
  readonly isDefault?: true;
}

/**
 * One `<item>` or `<entry>` of a feed document, normalised: absolute URLs, ISO 8601 dates, decoded text. Its texts have
 * the limits of feed-limits.ts.
 */
export interface FeedItem {
  /** The publisher's own identifier (`guid`, `atom:id`, `rdf:about`), as written; a hash if it is very long. */
  readonly guid?: string;
  /** The address of the page, absolute http or https. */
  readonly url?: string;
  /** Other items of the document have the same URL, so the URL identifies neither this item nor its page. */
  readonly urlIsShared?: true;
  /** Plain text. */
  readonly title?: string;
  /** HTML. */
  readonly summary?: string;
  /** HTML; usually longer than the summary. */
  readonly content?: string;
  readonly authors: readonly FeedAuthor[];
  readonly publishedAt?: string;
  /** The date of publication as the publisher wrote it, readable or not. */
  readonly publishedRaw?: string;
  readonly updatedAt?: string;
  readonly categories: readonly string[];
  /** The address of an image that stands for the item. */
  readonly imageUrl?: string;
  /** At most 50. */
  readonly enclosures?: readonly FeedEnclosure[];
  /** At most 50 contents and 50 thumbnails. */
  readonly media?: readonly FeedMedia[];
  /** What the item, or else its feed, says of its use. */
  readonly rights?: ArticleRights;
}

/** A document's hints to those who poll it. */
export interface FeedHints {
  /** RSS `ttl`: the time for which a copy may be kept, in minutes. */
  readonly ttlMinutes?: number;
  /** `sy:updatePeriod` by `sy:updateFrequency`, in minutes. */
  readonly updateEveryMinutes?: number;
  /** Hours of the day, 0 to 23 in GMT, in which the document doesn't change. */
  readonly skipHours?: readonly number[];
  /** Days of the week in GMT, 0 for Sunday, in which the document doesn't change. */
  readonly skipDays?: readonly number[];
}

/** A WebSub hub, and the feed's address there. */
export interface FeedHub {
  readonly url: string;
  readonly topic: string;
}

/** A feed document, parsed and normalised. */
export interface FeedDocument {
  readonly title?: string;
  readonly siteUrl?: string;
  /** As declared, for instance `de-AT`. */
  readonly language?: string;
  readonly hints?: FeedHints;
  readonly hub?: FeedHub;
  /** The document was not well-formed, and was mended where the publisher's intent is clear. */
  readonly repaired?: true;
  /** How many items, the oldest, are left out because the document has more than a Feed can remember. */
  readonly leftOut?: number;
  readonly items: readonly FeedItem[];
}
