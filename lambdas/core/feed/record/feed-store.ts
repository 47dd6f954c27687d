import type { Feed, FeedAddress, PollSummary } from './feed.ts';

/** When a feed is polled next, and why. */
export interface NextPoll {
  readonly at: Date;
  readonly reason: string;
  readonly intervalMinutes: number;
  readonly failures: number;
}

/** A feed that is due, as the due index shows it. */
export interface DueFeed {
  readonly feedId: string;
  readonly url: string;
  readonly nextPollAt: string;
  /** The index's sort key: `nextPollAt`, or the end of the lease while the feed is leased. */
  readonly availableAt: string;
}

/** What a poll writes to its Feed. */
export interface PollRecord {
  readonly summary: PollSummary;
  /** Undefined: the feed is gone and leaves the due index. */
  readonly next: NextPoll | undefined;
  /** What is known of the document now; undefined leaves it all as it was. */
  readonly state: FetchedState | undefined;
  /** Where the feed is polled from now on, with its history; undefined leaves it as it was. */
  readonly address?: FeedAddress;
}

/** What a poll may learn of a feed's document. It replaces the earlier state whole: an absent field is forgotten. */
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

/** What a poll starts from. */
export interface FeedAtHost {
  /** Undefined: there is no such feed. */
  readonly feed: Feed | undefined;
  /** Until when the feed's host wants to be left alone by all who ask; it may have passed. */
  readonly coolDownUntil: Date | undefined;
}

export interface FeedStore {
  /** One read. @param host whom the poll will visit (`hostOf`) */
  find(feedId: string, host: string | undefined): Promise<FeedAtHost>;
  /** The feeds whose `availableAt` has come, in no particular order. */
  due(now: Date): AsyncIterable<DueFeed>;
  /** Takes the feed out of the due index until `until`. False when somebody else has been quicker. */
  lease(feed: DueFeed, until: Date): Promise<boolean>;
  /** Records a poll. False, and nothing written, when the feed isn't any more at the due time that the poll answers. */
  recordPoll(feed: Feed, poll: PollRecord): Promise<boolean>;
  /** Puts a poll off. False, and nothing written, like `recordPoll`. */
  postpone(feed: Feed, next: Pick<NextPoll, 'at' | 'reason'>): Promise<boolean>;
  /** From now on `find` gives this moment with each feed of the host. An earlier one than is known changes nothing. */
  coolDown(host: string, until: Date): Promise<void>;
}
