import { articlesTable } from '../adapters/articles-table.ts';
import { fifoHandler } from '../adapters/batch.ts';
import { blockMemoryTable } from '../adapters/block-memory-table.ts';
import { bodiesFromEnvironment } from '../adapters/bodies.ts';
import { documentClient } from '../adapters/clients.ts';
import { fetcherFromEnvironment } from '../adapters/fetcher-from-environment.ts';
import { hostsTable } from '../adapters/hosts-table.ts';
import { receiveItem } from '../adapters/item-body.ts';
import { count, logger } from '../adapters/log.ts';
import { messageDelay } from '../adapters/message-delay.ts';
import { decodeEnvironment } from '../core/env.ts';
import type { ItemMessage, RecheckMessage } from '../core/messages.ts';
import { FETCHES, ingestItemEnvironment, SECONDS_BESIDE_FETCHES } from './config.ts';
import { hostManners } from './host-manners.ts';
import { ingestItem } from './ingest-item.ts';
import type { IngestOutcome } from './outcome.ts';
import { pageSource } from './page-source.ts';
import { recheckArticle } from './recheck-article.ts';

const environment = decodeEnvironment(ingestItemEnvironment, process.env);
const documents = documentClient();
const bodies = bodiesFromEnvironment(environment.BODIES_BUCKET_NAME, process.env);
const fetch = fetcherFromEnvironment(environment);
const now = () => new Date();
const manners = hostManners({
  hosts: hostsTable(documents, environment.FINGERPRINTS_TABLE_NAME),
  fetch,
  productToken: environment.USER_AGENT.split('/', 1)[0] ?? '',
  now,
});
const repetitions = blockMemoryTable(documents, environment.FINGERPRINTS_TABLE_NAME);
const dependencies = {
  articles: articlesTable({
    client: documents,
    articlesTableName: environment.ARTICLES_TABLE_NAME,
    revisionsTableName: environment.REVISIONS_TABLE_NAME,
    fingerprintsTableName: environment.FINGERPRINTS_TABLE_NAME,
    bodies,
    revisionRetentionDays: environment.REVISION_RETENTION_DAYS,
    fingerprintRetentionDays: environment.FINGERPRINT_RETENTION_DAYS,
  }),
  page: pageSource({ fetch, manners, repetitions, now }),
  articleRetentionDays: environment.ARTICLE_RETENTION_DAYS,
  now,
};
const ingest = ingestItem(dependencies);
const recheck = recheckArticle(dependencies);

const longestMs = FETCHES * environment.FETCH_TIMEOUT_MS + SECONDS_BESIDE_FETCHES * 1000;

const delay = messageDelay(environment.ITEM_QUEUE_URL, process.env);

async function handle(message: ItemMessage | RecheckMessage, attempt: number): Promise<IngestOutcome> {
  if ('recheck' in message) {
    const outcome = await recheck(message, attempt);
    logger.info('Article rechecked.', { ...message.recheck, ...outcome });
    count(`Recheck.${outcome.outcome}`);
    return outcome;
  }
  const outcome = await ingest(message, attempt);
  logger.info('Item ingested.', { feedId: message.feed.feedId, url: message.item.url, ...outcome });
  count(`Item.${outcome.outcome}`);
  return outcome;
}

export const handler = fifoHandler(longestMs, async ({ body, receiptHandle, attributes }) => {
  const outcome = await handle(await receiveItem(body, bodies), Number(attributes.ApproximateReceiveCount));
  if (outcome.outcome !== 'postponed') return 'done';
  await delay(receiptHandle, outcome.seconds);
  return 'again';
});
