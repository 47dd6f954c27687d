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
  /** The index's partition. */
  readonly dueShard: number;
  /** The index's sort key: `nextPollAt`, or later if a hub's announcement has sent the feed. */
  readonly availableAt: string;
}

/** A feed's place in the due index. */
export type DuePosition = Pick<DueFeed, 'feedId' | 'dueShard' | 'availableAt'>;

/** A part of the due index, by `availableAt`, ISO 8601. */
export interface DueRange {
  /** @default from the beginning */
  readonly from?: string;
  /** Inclusive. */
  readonly until: string;
  /** Only the feeds behind this one. */
  readonly behind?: DuePosition;
}

/** How far the schedule has gone through the due index (schedule-rounds.ts). Times are ISO 8601. */
export interface ScheduleState {
  /** How many runs have replaced the state. */
  readonly runs: number;
  /** When the last sweep began. */
  readonly sweptAt?: string;
  /** The end of the last round. */
  readonly sentUntil?: string;
  /** A round that ran out of time, from where it goes on. */
  readonly unfinished?: DueRange;
}

export interface ScheduleStore {
  read(): Promise<ScheduleState>;
  /** Writes nothing if another run has replaced the state since it was read. */
  replace(read: ScheduleState, next: ScheduleState): Promise<void>;
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
  /** Yields the feeds whose `availableAt` is in the range, shard by shard, in the order of `availableAt`. */
  due(range: DueRange): AsyncIterable<DueFeed>;
  /** Records a poll. Returns false, and writes nothing, if the feed is inactive or has another due time than `feed`. */
  recordPoll(feed: Feed, poll: PollRecord): Promise<boolean>;
  /** Puts a poll off. Returns false, and writes nothing, like `recordPoll`. */
  postpone(feed: Feed, next: Pick<NextPoll, 'at' | 'reason'>): Promise<boolean>;
  /** From now on `find` returns this moment with each feed of the host, unless a later moment is known. */
  coolDown(host: string, until: Date): Promise<void>;
}
