import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { encodeEnvironment } from '../lambdas/core/env.ts';
import { ingestItemEnvironment } from '../lambdas/ingest-item/config.ts';
import { fetchValues } from './fetch-values.ts';
import { grant, grantObjects } from './grants.ts';
import { NodeFunction } from './node-function.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage.ts';
import { WorkQueue } from './work-queue.ts';

export interface ArticleIngestionProps {
  readonly storage: Storage;
  readonly settings: Settings;
}

/** Items queue → `ingest-item` → Articles. */
export class ArticleIngestion extends Construct {
  /** New and changed items of feeds. The message group is the host of the article's page. */
  readonly items: WorkQueue;
  readonly ingestItem: NodeFunction;

  constructor(scope: Construct, id: string, { storage, settings }: ArticleIngestionProps) {
    super(scope, id);
    const { articles, revisions, fingerprints, bodies } = storage;
    const timeout = Duration.seconds(settings.ingestTimeoutSeconds);
    this.items = new WorkQueue(this, 'Items', { consumerTimeout: timeout });

    this.ingestItem = new NodeFunction(this, 'IngestItem', {
      source: 'ingest-item',
      description: 'Fetches the page of an item, extracts and deduplicates its article',
      timeout,
      memorySize: 1024,
      settings,
      environment: encodeEnvironment(ingestItemEnvironment, {
        ...fetchValues(settings),
        ARTICLES_TABLE_NAME: articles.tableName,
        REVISIONS_TABLE_NAME: revisions.tableName,
        FINGERPRINTS_TABLE_NAME: fingerprints.tableName,
        BODIES_BUCKET_NAME: bodies.bucketName,
        ITEM_QUEUE_URL: this.items.queue.queueUrl,
        ARTICLE_RETENTION_DAYS: settings.articleRetentionDays,
        REVISION_RETENTION_DAYS: settings.revisionRetentionDays,
        FINGERPRINT_RETENTION_DAYS: settings.fingerprintRetentionDays,
      }),
    });
    this.items.consumedBy(this.ingestItem, { batchSize: 5, maxConcurrency: settings.ingestConcurrency });
    // A transaction needs the actions of its writes. IAM has no action for the transaction itself.
    grant(this.ingestItem, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], articles.tableArn);
    grant(this.ingestItem, ['dynamodb:PutItem'], revisions.tableArn);
    grant(this.ingestItem, ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'], fingerprints.tableArn);
    grantObjects(this.ingestItem, ['s3:GetObject'], bodies, 'messages/');
    grantObjects(this.ingestItem, ['s3:PutObject'], bodies, 'articles/');
  }
}
