/** Sends one message for each feed that is due to the Polls queue. */
import { SendError } from '../core/errors.ts';
import { afterRound, amidRound, beforeSweep, nextRound } from '../core/feed/polling/schedule-rounds.ts';
import type { DueFeed, DuePosition, FeedStore, ScheduleStore } from '../core/feed/record/feed-store.ts';
import { hostOf } from '../core/feed/record/feed-url.ts';
import type { PollQueue } from '../core/queues/queues.ts';

export interface SchedulePollsDependencies {
  readonly feeds: FeedStore;
  readonly rounds: ScheduleStore;
  readonly polls: PollQueue;
  readonly leaseSeconds: number;
  /** How many feeds are sent at once. */
  readonly feedsAtOnce: number;
  readonly now: () => Date;
  /** Returns false if the function's time is nearly up: the next run goes on from there. */
  readonly hasTime: () => boolean;
}

export interface ScheduleOutcome {
  readonly sent: number;
  /** Whether the run has reached every feed that was due. */
  readonly complete: boolean;
}

/** If a run dies, the next run sends the same again, because the state is replaced last. SQS drops what it has had already. */
export const schedulePolls =
  ({ feeds, rounds, polls, leaseSeconds, feedsAtOnce, now, hasTime }: SchedulePollsDependencies) =>
  async (): Promise<ScheduleOutcome> => {
    const read = await rounds.read();
    const begun = now();
    let state = read;
    let sent = 0;
    let refusal: SendError | undefined;
    let isComplete = false;

    const send = async (due: readonly DueFeed[]): Promise<void> => {
      try {
        await polls.send(due.map(pollOf));
        sent += due.length;
      } catch (error) {
        // A refused message doesn't hold up the feeds behind it.
        if (!(error instanceof SendError)) throw error;
        sent += due.length - error.refused.length;
        refusal = error;
      }
    };

    while (!isComplete && hasTime()) {
      const round = nextRound(state, begun, leaseSeconds);
      let behind: DuePosition | undefined;
      let isAtEnd = true;
      for await (const batch of batchesOf(feeds.due(round), feedsAtOnce)) {
        isAtEnd = hasTime();
        if (!isAtEnd) break;
        await send(batch);
        behind = positionOf(batch.at(-1));
      }
      state = isAtEnd ? afterRound(state, round) : amidRound(state, round, behind);
      if (!isAtEnd) break;
      isComplete = round.until === begun.toISOString();
    }

    if (refusal !== undefined) state = beforeSweep(state);
    if (sent > 0 || refusal !== undefined) await rounds.replace(read, state);
    if (refusal !== undefined) throw refusal;
    return { sent, complete: isComplete };
  };

const pollOf = ({ feedId, nextPollAt, url }: DueFeed) => ({
  message: { version: 1 as const, feedId, nextPollAt, host: hostOf(url) },
  url,
});

const positionOf = (feed: DueFeed | undefined): DuePosition | undefined =>
  feed && { feedId: feed.feedId, dueShard: feed.dueShard, availableAt: feed.availableAt };

async function* batchesOf(feeds: AsyncIterable<DueFeed>, size: number): AsyncGenerator<readonly DueFeed[]> {
  let batch: DueFeed[] = [];
  for await (const feed of feeds) {
    batch.push(feed);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
