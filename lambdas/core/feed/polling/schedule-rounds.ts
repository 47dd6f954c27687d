/**
 * Which feeds a run of the schedule sends (docs/decisions/leases.md). The schedule goes through the due index in rounds. A round
 * begins where the round before it ended, so that a feed that was sent is left alone until it is polled. A *sweep* is a round
 * from the beginning of the index, once in each lease: it sends what was sent before and is still not polled.
 */
import { compact } from '../../compact.ts';
import type { DuePosition, DueRange, ScheduleState } from '../record/feed-store.ts';

/**
 * How far a round reaches back into the round before it, in milliseconds: the index lags behind the table, and clocks differ. SQS
 * drops what is sent twice within five minutes.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html
 */
const OVERLAP_MS = 120_000;

/** Returns the round that ran out of time; else a sweep, if the last one is a lease ago or in the future; else the round after the last one. */
export function nextRound(
  { unfinished, sweptAt, sentUntil }: ScheduleState,
  now: Date,
  leaseSeconds: number,
): DueRange {
  if (unfinished !== undefined) return unfinished;
  const until = now.toISOString();
  const isSweepDue = sweptAt === undefined || Date.parse(sweptAt) + leaseSeconds * 1000 <= now.getTime();
  // After a clock that was fast, and is right now, a round would end before it begins, which DynamoDB refuses.
  const isAhead = sentUntil !== undefined && sentUntil > until;
  if (isSweepDue || isAhead || sentUntil === undefined) return { until };
  return { from: new Date(Date.parse(sentUntil) - OVERLAP_MS).toISOString(), until };
}

/** The state after a round that reached its end. */
export const afterRound = (state: ScheduleState, { from, until }: DueRange): ScheduleState =>
  compact({ runs: state.runs, sweptAt: from === undefined ? until : state.sweptAt, sentUntil: until });

/** The state after a round that ran out of time. @param behind the last feed that was sent; undefined if none was */
export const amidRound = (state: ScheduleState, round: DueRange, behind: DuePosition | undefined): ScheduleState => ({
  ...state,
  unfinished: compact({ ...round, behind: behind ?? round.behind }),
});

/** Before every due time. */
const BEGINNING = '0';

/** The state that makes a sweep follow, after the rest of a round that ran out of time: the feeds behind don't wait for it. */
export const beforeSweep = ({ runs, unfinished }: ScheduleState): ScheduleState =>
  compact({ runs, unfinished: unfinished && { from: BEGINNING, ...unfinished } });
