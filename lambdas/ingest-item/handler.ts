import { articlesTable } from '../adapters/articles-table.ts';
import { fifoHandler } from '../adapters/batch.ts';
import { bodiesFromEnvironment } from '../adapters/bodies.ts';
import { documentClient } from '../adapters/clients.ts';
import { fetcherFromEnvironment } from '../adapters/fetcher-from-environment.ts';
import { receiveItem } from '../adapters/item-body.ts';
import { count, logger } from '../adapters/log.ts';
import { decodeEnvironment } from '../core/env.ts';
import { ingestItemEnvironment, SECONDS_BESIDE_FETCH } from './config.ts';
import { ingestItem } from './ingest-item.ts';

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

const longestMs = environment.FETCH_TIMEOUT_MS + SECONDS_BESIDE_FETCH * 1000;

export const handler = fifoHandler(longestMs, async ({ body }) => {
  const message = await receiveItem(body, bodies);
  const outcome = await ingest(message);
  logger.info('Item ingested.', { feedId: message.feed.feedId, url: message.item.url, ...outcome });
  count(`Item.${outcome.outcome}`);
});
