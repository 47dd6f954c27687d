import type { FeedHints, FeedHub } from '../document/feed-document.ts';

/** Kept on the Feed, for a 304 repeats the headers at best and never the document. */
export interface PublisherHints extends FeedHints {
  /** `Cache-Control: max-age`, or what `Expires` leaves (RFC 9111 §4.2.1), in seconds. */
  readonly maxAgeSeconds?: number;
}

export type FeedStatus = 'active' | 'paused' | 'gone';

/** What the last poll came to, kept on the Feed for people to read. */
export interface PollSummary {
  readonly at: string;
  readonly outcome: 'changed' | 'unchanged' | 'failed' | 'gone';
  /** One sentence: what happened. */
  readonly detail: string;
  /** A failure's name, for instance `dns` or `not-a-feed`. */
  readonly reason?: string;
  readonly newItems: number;
  readonly changedItems: number;
}

/** One address that is polled, with everything that is known about it between two polls. */
export interface Feed {
  readonly feedId: string;
  /** Where it is polled. */
  readonly url: string;
  /** The address that it was added under, when it has moved since. `feedId` remains the hash of this one. */
  readonly addedUrl?: string;
  /** A permanent redirect on probation: where it has led ever since, ISO 8601. See `feed-address.ts`. */
  readonly moving?: { readonly url: string; readonly since: string };
  /** The changes of `url`, the latest last. */
  readonly moves?: readonly FeedMove[];
  readonly status: FeedStatus;
  readonly addedAt: string;
  /** When the next poll is due, ISO 8601. */
  readonly nextPollAt: string;
  /** Why then: one sentence of the cadence rules. */
  readonly nextPollReason: string;
  /** The interval that the cadence rules have arrived at, in minutes. */
  readonly intervalMinutes: number;
  /** The polls that failed since the last one that didn't, by their weights (`failure-weight.ts`). */
  readonly failures: number;
  /** Whether the pages of its items are fetched, by the operator's choice. @default on */
  readonly pages?: 'on' | 'off';
  readonly title?: string;
  readonly siteUrl?: string;
  readonly language?: string;
  /** `ETag`, opaque: sent back byte for byte. */
  readonly etag?: string;
  /** `Last-Modified`, opaque: sent back byte for byte. */
  readonly lastModified?: string;
  /** Identifies the body of the last 200, to skip parsing when a server ignores the validators. */
  readonly bodyHash?: string;
  /** What the document held last time; see `seen-set.ts`. */
  readonly seen?: Uint8Array;
  readonly lastPoll?: PollSummary;
  readonly lastChangedAt?: string;
  /** What the publisher asks of those who poll. */
  readonly publisherHints?: PublisherHints;
  /** The mean time between the newest items of the document. */
  readonly meanGapMinutes?: number;
  /** `url`: the feed's guids change from poll to poll, so items are known by their URLs. */
  readonly identity?: 'url';
  /** Possible losses, the latest last: between these two polls the document was replaced whole. */
  readonly gaps?: readonly Gap[];
  /** The document was not well-formed when it was read last. */
  readonly repaired?: true;
  /** How many items of the document were left out when it was read last, because there were too many. */
  readonly leftOut?: number;
  /** The server said 304 though there was news: until then its validators are not used. ISO 8601. */
  readonly distrustedUntil?: string;
  /** The hub that the publisher names. */
  readonly hub?: FeedHub;
  /** What was agreed with a hub. */
  readonly subscription?: Subscription;
}

/**
 * What was agreed with a hub: `poll-feed` writes it when it asks, `websub-callback` when the hub answers. Times are ISO
 * 8601.
 */
export interface Subscription extends FeedHub {
  /** Unguessable: the end of the path that the hub calls. */
  readonly token: string;
  /** The key that the hub signs with. */
  readonly secret: string;
  /** When the hub was last asked. */
  readonly requestedAt: string;
  /** Why the hub could not be asked, or what it refused with. */
  readonly problem?: string;
  /** When the hub last made sure that it was us who asked; from then on it announces. */
  readonly confirmedAt?: string;
  readonly leaseUntil?: string;
  /** The due time that the last announcement has set. */
  readonly announcedAt?: string;
  /** When a poll of our own found news that the hub had not announced. */
  readonly missedAt?: string;
}

/** Where a feed is polled, and how it came there. */
export type FeedAddress = Pick<Feed, 'url' | 'addedUrl' | 'moving' | 'moves'>;

export interface FeedMove {
  readonly from: string;
  readonly to: string;
  /** ISO 8601. */
  readonly at: string;
  readonly why: 'https' | 'permanent-redirect' | 'lost' | 'by-hand';
}

/** Two polls, ISO 8601, whose documents had no item in common: what came and went between them was not seen. */
export interface Gap {
  readonly after: string;
  readonly before: string;
}
