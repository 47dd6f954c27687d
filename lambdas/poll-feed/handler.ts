import { documentClient, sqsClient } from '../adapters/clients.ts';
import { feedsTable } from '../adapters/dynamodb/feeds-table.ts';
import { subscriptionsTable } from '../adapters/dynamodb/subscriptions-table.ts';
import { fetcherFromEnvironment } from '../adapters/http/fetcher-from-environment.ts';
import { hubClientFromEnvironment } from '../adapters/http/hub-client.ts';
import { count, logger } from '../adapters/log.ts';
import { readerProcess } from '../adapters/reader/reader-process.ts';
import { bodiesFromEnvironment } from '../adapters/s3/bodies.ts';
import { secretsManager } from '../adapters/secrets-manager/secrets.ts';
import { type FifoHandle, fifoHandler } from '../adapters/sqs/batch.ts';
import { itemQueue } from '../adapters/sqs/queues.ts';
import { receivedMessages } from '../adapters/sqs/received-messages.ts';
import { unguessable } from '../adapters/unguessable.ts';
import { decodeEnvironment } from '../core/env.ts';
import { keptCredentials } from '../core/feed/credentials/kept-credentials.ts';
import type { FeedOperations } from '../core/feed/polling/feed-operations.ts';
import { parsePollMessage } from '../core/queues/messages.ts';
import { pollFeedEnvironment, READER_LIMITS, SECONDS_BESIDE_FETCH } from './config.ts';
import { pollFeed } from './poll-feed.ts';

const environment = decodeEnvironment(pollFeedEnvironment, process.env);
const { WEBSUB_CALLBACK_URL: callbackUrl, WEBSUB_CALLBACK_KEY: callbackKey } = environment;
const bodies = bodiesFromEnvironment(environment.BODIES_BUCKET_NAME, process.env);
const subscriptions = subscriptionsTable(documentClient(), environment.FEEDS_TABLE_NAME);
const askHub = hubClientFromEnvironment(environment);
const fetch = fetcherFromEnvironment(environment);
const reader = readerProcess<FeedOperations>(process.env, READER_LIMITS);
const now = (): Date => new Date();
const dependencies = {
  feeds: feedsTable(documentClient(), environment.FEEDS_TABLE_NAME),
  items: itemQueue(sqsClient(), environment.ITEM_QUEUE_URL, bodies),
  fetch,
  floorMinutes: environment.POLL_FLOOR_MINUTES,
  backfillPagesDays: environment.BACKFILL_PAGES_DAYS,
  hubs:
    callbackUrl && callbackKey ? { subscriptions, askHub, callbackUrl, callbackKey, random: unguessable } : undefined,
  credentials: keptCredentials(secretsManager(environment.CREDENTIALS_PREFIX, process.env), now),
  now,
};

const messages = receivedMessages(environment.POLL_QUEUE_URL, process.env);
const longestMs = environment.FETCH_TIMEOUT_MS + SECONDS_BESIDE_FETCH * 1000;

const handle: FifoHandle = async ({ body }, deadline) => {
  const message = parsePollMessage(body);
  const outcome = await pollFeed({ ...dependencies, read: reader.until(deadline) })(message);
  logger.info('Feed polled.', { feedId: message.feedId, ...outcome });
  count(`Poll.${outcome.outcome}`);
  for (const note of 'noted' in outcome ? outcome.noted : []) count(`Poll.${note}`);
  return { restMs: message.host === undefined ? 0 : fetch.restMs(message.host) };
};

// A feed can hold up its own host only, so that a first poll isn't made dearer by a call of SQS.
export const handler = fifoHandler({ longestMs, hideFromReceive: 2, messages, handle });
