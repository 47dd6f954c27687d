/** Leases the feeds that are due and sends one message a feed to the Polls queue. */
import { SendError } from '../core/errors.ts';
import type { DueFeed, FeedStore } from '../core/feed/record/feed-store.ts';
import { hostOf } from '../core/feed/record/feed-url.ts';
import type { PollQueue } from '../core/queues/queues.ts';

export interface SchedulePollsDependencies {
  readonly feeds: FeedStore;
  readonly polls: PollQueue;
  readonly leaseSeconds: number;
  /** Leases and sends that are under way at once. */
  readonly concurrency: number;
  readonly now: () => Date;
  /** False when the function's time is nearly up: what is not leased yet stays due for the next run. */
  readonly hasTime: () => boolean;
}

export interface ScheduleOutcome {
  readonly sent: number;
  /** Feeds that another run leased first. */
  readonly lost: number;
  /** Whether every feed that was due has been seen. */
  readonly complete: boolean;
}

export const schedulePolls =
  ({ feeds, polls, leaseSeconds, concurrency, now, hasTime }: SchedulePollsDependencies) =>
  async (): Promise<ScheduleOutcome> => {
    let sent = 0;
    let lost = 0;
    const dispatch = async (due: readonly DueFeed[]): Promise<void> => {
      const until = new Date(now().getTime() + leaseSeconds * 1000);
      const leased = await Promise.all(due.map(async (feed) => ({ feed, won: await feeds.lease(feed, until) })));
      // Leased before sent: a message that is lost here costs one lease, while one that is sent twice costs a publisher.
      const won = leased.filter((each) => each.won).map(({ feed }) => feed);
      try {
        await polls.send(
          won.map(({ feedId, nextPollAt, url }) => ({
            message: { version: 1, feedId, nextPollAt, host: hostOf(url) },
            url,
          })),
        );
      } catch (error) {
        // What the queue has certainly not taken is due again at once; of the rest, the lease decides.
        const refused = error instanceof SendError ? error.refused.flatMap((position) => won[position] ?? []) : [];
        await Promise.all(refused.map((feed) => handBack(feed, until)));
        throw error;
      }
      sent += won.length;
      lost += due.length - won.length;
    };

    /** Ends a lease early: it is leased from where the lease put it to where it was. */
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
