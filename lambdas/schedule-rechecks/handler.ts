import type { Context } from 'aws-lambda';
import { documentClient, sqsClient } from '../adapters/clients.ts';
import { articlesByDay } from '../adapters/dynamodb/articles-by-day.ts';
import { count, logger, publishCounts } from '../adapters/log.ts';
import { recheckQueue } from '../adapters/sqs/queues.ts';
import { decodeEnvironment } from '../core/env.ts';
import { parseScheduledRun } from '../core/queues/messages.ts';
import { scheduleRechecksEnvironment } from './config.ts';
import { type RechecksOutcome, scheduleRechecks } from './schedule-rechecks.ts';

/** The time at the end of an invocation that is kept for the batch under way, in milliseconds. */
const RESERVE_MS = 10_000;

const environment = decodeEnvironment(scheduleRechecksEnvironment, process.env);
const articles = articlesByDay(documentClient(), environment.ARTICLES_TABLE_NAME);
const rechecks = recheckQueue(sqsClient(), environment.ITEM_QUEUE_URL);

export async function handler(event: unknown, context: Context): Promise<RechecksOutcome> {
  const schedule = scheduleRechecks({
    articles,
    rechecks,
    afterHours: environment.RECHECK_AFTER_HOURS,
    hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MS,
  });
  const outcome = await schedule(parseScheduledRun(event));
  logger.info('Rechecks scheduled.', { ...outcome });
  count('RechecksScheduled', outcome.sent);
  publishCounts();
  return outcome;
}
