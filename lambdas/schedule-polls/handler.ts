import type { Context } from 'aws-lambda';
import { documentClient, sqsClient } from '../adapters/clients.ts';
import { feedsTable } from '../adapters/dynamodb/feeds-table.ts';
import { scheduleTable } from '../adapters/dynamodb/schedule-table.ts';
import { count, logger, publishCounts } from '../adapters/log.ts';
import { pollQueue } from '../adapters/sqs/queues.ts';
import { decodeEnvironment } from '../core/env.ts';
import { schedulePollsEnvironment } from './config.ts';
import { type ScheduleOutcome, schedulePolls } from './schedule-polls.ts';

/** The time at the end of an invocation that is kept for the batch under way, in milliseconds. */
const RESERVE_MS = 5_000;
/** 20 requests. */
const FEEDS_AT_ONCE = 200;

const environment = decodeEnvironment(schedulePollsEnvironment, process.env);
const feeds = feedsTable(documentClient(), environment.FEEDS_TABLE_NAME);
const rounds = scheduleTable(documentClient(), environment.FEEDS_TABLE_NAME);
const polls = pollQueue(sqsClient(), environment.POLL_QUEUE_URL);

export async function handler(_event: unknown, context: Context): Promise<ScheduleOutcome> {
  const schedule = schedulePolls({
    feeds,
    rounds,
    polls,
    leaseSeconds: environment.LEASE_SECONDS,
    feedsAtOnce: FEEDS_AT_ONCE,
    now: () => new Date(),
    hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MS,
  });
  const outcome = await schedule();
  logger.info('Polls scheduled.', { ...outcome });
  count('PollsScheduled', outcome.sent);
  publishCounts();
  return outcome;
}
