/** Leases the feeds that are due and sends one message a feed to the Polls queue. */
import { SendError } from '../core/errors.ts';
import type { DueFeed, FeedStore } from '../core/feed/record/feed-store.ts';
import { hostOf } from '../core/feed/record/feed-url.ts';
import type { PollQueue } from '../core/queues/queues.ts';

export interface SchedulePollsDependencies {
  readonly feeds: FeedStore;
  readonly polls: PollQueue;
  readonly leaseSeconds: number;
  /** How many feeds are leased and sent at once. */
  readonly concurrency: number;
  readonly now: () => Date;
  /** Returns false if the function's time is nearly up: feeds that are not leased yet stay due for the next run. */
  readonly hasTime: () => boolean;
}

export interface ScheduleOutcome {
  readonly sent: number;
  /** Feeds that another run leased first. */
  readonly lost: number;
  /** Whether the run has reached every feed that was due. */
  readonly complete: boolean;
}

export const schedulePolls =
  ({ feeds, polls, leaseSeconds, concurrency, now, hasTime }: SchedulePollsDependencies) =>
  async (): Promise<ScheduleOutcome> => {
    let sent = 0;
    let lost = 0;
    const dispatch = async (due: readonly DueFeed[]): Promise<void> => {
      const until = new Date(now().getTime() + leaseSeconds * 1000);
      const leased = await Promise.all(due.map(async (feed) => ({ feed, isWon: await feeds.lease(feed, until) })));
      // Leased before sent: a lost message costs one lease, but a message that is sent twice costs the publisher a poll.
      const won = leased.flatMap(({ feed, isWon }) => (isWon ? [feed] : []));
      try {
        await polls.send(
          won.map(({ feedId, nextPollAt, url }) => ({
            message: { version: 1, feedId, nextPollAt, host: hostOf(url) },
            url,
          })),
        );
      } catch (error) {
        // Feeds whose messages were refused are due again at once; the others may be polled, so that their leases hold.
        const refused = error instanceof SendError ? error.refused.flatMap((position) => won[position] ?? []) : [];
        await Promise.all(refused.map((feed) => handBack(feed, until)));
        throw error;
      }
      sent += won.length;
      lost += due.length - won.length;
    };

    /** Ends a lease early: a second lease moves the feed back to its earlier place in the due index. */
    const handBack = (feed: DueFeed, until: Date): Promise<boolean> =>
      feeds.lease({ ...feed, availableAt: until.toISOString() }, new Date(feed.availableAt));

    let batch: DueFeed[] = [];
    for await (const feed of feeds.due(now())) {
      if (!hasTime()) return { sent, lost, complete: false };
      batch.push(feed);
      if (batch.length === concurrency) {
        await dispatch(batch);
        batch = [];
      }
    }
    await dispatch(batch);
    return { sent, lost, complete: true };
  };
