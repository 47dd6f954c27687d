import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { articlesTable } from '../adapters/articles-table.ts';
import { processFifoBatch } from '../adapters/batch.ts';
import { bodiesFromEnvironment } from '../adapters/bodies.ts';
import { documentClient } from '../adapters/clients.ts';
import { fetcherFromEnvironment } from '../adapters/fetcher-from-environment.ts';
import { receiveItem } from '../adapters/item-body.ts';
import { count, logger, publishCounts } from '../adapters/log.ts';
import { decodeEnvironment } from '../core/env.ts';
import { ingestItemEnvironment } from './config.ts';
import { ingestItem } from './ingest-item.ts';

/** What an item may take beside its page's fetch: extraction and two transactions; in milliseconds. */
const BESIDE_FETCH_MS = 15_000;

const environment = decodeEnvironment(ingestItemEnvironment, process.env);
const bodies = bodiesFromEnvironment(environment.BODIES_BUCKET_NAME, process.env);
const ingest = ingestItem({
  articles: articlesTable({
    client: documentClient(),
    articlesTableName: environment.ARTICLES_TABLE_NAME,
    fingerprintsTableName: environment.FINGERPRINTS_TABLE_NAME,
    bodies,
    fingerprintRetentionDays: environment.FINGERPRINT_RETENTION_DAYS,
  }),
  fetch: fetcherFromEnvironment(environment),
  articleRetentionDays: environment.ARTICLE_RETENTION_DAYS,
  now: () => new Date(),
});

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const response = await processFifoBatch(
    event,
    context,
    environment.FETCH_TIMEOUT_MS + BESIDE_FETCH_MS,
    async ({ body }) => {
      const message = await receiveItem(body, bodies);
      const outcome = await ingest(message);
      logger.info('Item ingested.', { feedId: message.feed.feedId, url: message.item.url, ...outcome });
      count(`Item.${outcome.outcome}`);
    },
  );
  publishCounts();
  return response;
}
