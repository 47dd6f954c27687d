import type { ArticleStore } from '../../core/article/article-store.ts';
import type { RepeatedBlocksStore } from '../../core/article/text/repeated-blocks.ts';
import type { articlesEnvironment } from '../../core/articles-environment.ts';
import type { BodyStore } from '../../core/body-store.ts';
import type { Values } from '../../core/env.ts';
import type { HostStore } from '../../core/web/host-store.ts';
import { documentClient } from '../clients.ts';
import { bodiesFromEnvironment } from '../s3/bodies.ts';
import { articlesTable } from './articles-table.ts';
import { hostsTable } from './hosts-table.ts';
import { repeatedBlocksTable } from './repeated-blocks-table.ts';

export interface ArticleStores {
  readonly articles: ArticleStore;
  readonly hosts: HostStore;
  readonly repetitions: RepeatedBlocksStore;
  readonly bodies: BodyStore;
}

/**
 * The tables and the bucket that a function's environment names.
 *
 * @param processEnvironment has the credentials, and the endpoints of emulators
 */
export function articleStores(
  environment: Values<typeof articlesEnvironment>,
  processEnvironment: NodeJS.ProcessEnv,
): ArticleStores {
  const client = documentClient();
  const bodies = bodiesFromEnvironment(environment.BODIES_BUCKET_NAME, processEnvironment);
  const fingerprintsTableName = environment.FINGERPRINTS_TABLE_NAME;
  return {
    articles: articlesTable({
      client,
      articlesTableName: environment.ARTICLES_TABLE_NAME,
      revisionsTableName: environment.REVISIONS_TABLE_NAME,
      fingerprintsTableName,
      bodies,
      revisionRetentionDays: environment.REVISION_RETENTION_DAYS,
      fingerprintRetentionDays: environment.FINGERPRINT_RETENTION_DAYS,
    }),
    hosts: hostsTable(client, fingerprintsTableName),
    repetitions: repeatedBlocksTable(client, fingerprintsTableName),
    bodies,
  };
}
