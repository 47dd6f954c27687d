import type { Feed, FeedAddress, PollSummary } from './feed.ts';

/** When a feed is polled next, and why. */
export interface NextPoll {
  readonly at: Date;
  readonly reason: string;
  readonly intervalMinutes: number;
  readonly failures: number;
}

/** A feed in the due index. */
export interface DueFeed {
  readonly feedId: string;
  readonly url: string;
  readonly nextPollAt: string;
  /** The index's sort key: `nextPollAt`, or the end of the lease if the feed is leased. */
  readonly availableAt: string;
}

/** The fields that a poll writes to its Feed. */
export interface PollRecord {
  readonly summary: PollSummary;
  /** Undefined if the feed is gone: it leaves the due index. */
  readonly next: NextPoll | undefined;
  /** The state after the poll; undefined leaves the state as it was. */
  readonly state: FetchedState | undefined;
  /** The address of the next poll, and its history; undefined leaves the address as it was. */
  readonly address?: FeedAddress;
}

/**
 * The fields that a poll may learn from a feed's document. They replace the earlier state: an absent field is
 * forgotten.
 */
export const fetchedStateKeys = [
  'title',
  'siteUrl',
  'language',
  'etag',
  'lastModified',
  'bodyHash',
  'seen',
  'lastChangedAt',
  'publisherHints',
  'meanGapMinutes',
  'identity',
  'gaps',
  'distrustedUntil',
  'repaired',
  'leftOut',
  'hub',
] as const satisfies readonly (keyof Feed)[];
export type FetchedState = Pick<Feed, (typeof fetchedStateKeys)[number]>;

/** A feed at the start of a poll. */
export interface FeedAtHost {
  /** Undefined if there is no such feed. */
  readonly feed: Feed | undefined;
  /** Until when all feeds of the host wait; the moment may have passed. */
  readonly coolDownUntil: Date | undefined;
}

export interface FeedStore {
  /** One read. @param host the host that the poll will visit (`hostOf`) */
  find(feedId: string, host: string | undefined): Promise<FeedAtHost>;
  /** Yields the feeds whose `availableAt` has come, in no particular order. */
  due(now: Date): AsyncIterable<DueFeed>;
  /** Takes the feed out of the due index until `until`. Returns false if another run has leased the feed first. */
  lease(feed: DueFeed, until: Date): Promise<boolean>;
  /** Records a poll. Returns false, and writes nothing, if the feed is inactive or has another due time than `feed`. */
  recordPoll(feed: Feed, poll: PollRecord): Promise<boolean>;
  /** Puts a poll off. Returns false, and writes nothing, like `recordPoll`. */
  postpone(feed: Feed, next: Pick<NextPoll, 'at' | 'reason'>): Promise<boolean>;
  /** From now on `find` returns this moment with each feed of the host, unless a later moment is known. */
  coolDown(host: string, until: Date): Promise<void>;
}
