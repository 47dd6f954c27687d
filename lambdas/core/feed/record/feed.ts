import type { FeedHints, FeedHub } from '../document/feed-document.ts';
import type { FeedSettings } from './feed-settings.ts';

/** Kept on the Feed, because a 304 repeats at best the headers, and never the document. */
export interface PublisherHints extends FeedHints {
  /** `Cache-Control: max-age`, or the time until `Expires` (RFC 9111 §4.2.1), in seconds. */
  readonly maxAgeSeconds?: number;
}

export type FeedStatus = 'active' | 'paused' | 'gone';

/** The outcome of the last poll, kept on the Feed for people to read. */
export interface PollSummary {
  readonly at: string;
  readonly outcome: 'changed' | 'unchanged' | 'failed' | 'gone';
  /** Sentences that tell what happened. */
  readonly detail: string;
  /** A failure's name, for instance `dns` or `not-a-feed`. */
  readonly reason?: string;
  readonly newItems: number;
  readonly changedItems: number;
}

/** One address that is polled, and all that is known about the address between two polls. */
export interface Feed extends FeedSettings {
  readonly feedId: string;
  /** The address that is polled. */
  readonly url: string;
  /** The address that the feed was added under, if it has moved since. `feedId` remains the hash of this address. */
  readonly addedUrl?: string;
  /** A permanent redirect on probation: its target, and since when (ISO 8601). See `feed-address.ts`. */
  readonly moving?: { readonly url: string; readonly since: string };
  /** The changes of `url`, the latest last. */
  readonly moves?: readonly FeedMove[];
  readonly status: FeedStatus;
  readonly addedAt: string;
  /** When the next poll is due, ISO 8601. */
  readonly nextPollAt: string;
  /** Why the next poll is due then: one sentence of the poll schedule. */
  readonly nextPollReason: string;
  /** The interval of the poll schedule, in minutes. */
  readonly intervalMinutes: number;
  /** The sum of the weights (`failure-weight.ts`) of the polls that failed since the last poll that didn't. */
  readonly failures: number;
  /** For whom the feed's articles are: 1 to 20, sorted (label.ts). */
  readonly labels?: readonly string[];
  readonly title?: string;
  readonly siteUrl?: string;
  readonly language?: string;
  /** `ETag`, opaque: sent back byte for byte. */
  readonly etag?: string;
  /** `Last-Modified`, opaque: sent back byte for byte. */
  readonly lastModified?: string;
  /** Identifies the body of the last 200, to skip parsing when a server ignores the validators. */
  readonly bodyHash?: string;
  /** The items of the last document; see `seen-set.ts`. */
  readonly seen?: Uint8Array;
  readonly lastPoll?: PollSummary;
  readonly lastChangedAt?: string;
  /** The publisher's wishes for the times of polls. */
  readonly publisherHints?: PublisherHints;
  /** The mean time between the newest items of the last document. */
  readonly meanGapMinutes?: number;
  /** `url` if the feed's guids change from poll to poll, so that items are known by their URLs. */
  readonly identity?: 'url';
  /** Possible losses, the latest last: all items of the document were replaced between two polls. */
  readonly gaps?: readonly Gap[];
  /** Whether the last document was not well-formed. */
  readonly repaired?: true;
  /** How many items of the last document were not read, because there were too many. */
  readonly leftOut?: number;
  /** Until when the server's validators are not used, because it said 304 though there was news. ISO 8601. */
  readonly distrustedUntil?: string;
  /** The hub that the publisher names. */
  readonly hub?: FeedHub;
  /** The agreement with a hub. */
  readonly subscription?: Subscription;
}

/**
 * The agreement with a hub: `poll-feed` writes it when it asks the hub, `websub-callback` when the hub answers. Times
 * are ISO 8601.
 */
export interface Subscription extends FeedHub {
  /** Unguessable: the end of the path that the hub calls. */
  readonly token: string;
  /** The key that the hub signs with. A hub without HTTPS gets none (WebSub §5.1), and signs nothing. */
  readonly secret?: string;
  /** When the hub was last asked. */
  readonly requestedAt: string;
  /** Why the hub could not be asked, or why the hub refused. */
  readonly problem?: string;
  /** When the hub last verified that we had asked; from then on the hub announces news. */
  readonly confirmedAt?: string;
  readonly leaseUntil?: string;
  /** The due time that the last announcement set. */
  readonly announcedAt?: string;
  /** When a scheduled poll found news that the hub had not announced. */
  readonly missedAt?: string;
}

/** The address that a feed is polled at, and the moves that led there. */
export type FeedAddress = Pick<Feed, 'url' | 'addedUrl' | 'moving' | 'moves'>;

export interface FeedMove {
  readonly from: string;
  readonly to: string;
  /** ISO 8601. */
  readonly at: string;
  readonly why: 'https' | 'permanent-redirect' | 'lost' | 'by-hand';
}

/** Two polls, ISO 8601, whose documents had no item in common: items that came and went between them were missed. */
export interface Gap {
  readonly after: string;
  readonly before: string;
}
