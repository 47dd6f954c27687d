import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  TableClass,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export interface StorageProps {
  readonly settings: Pick<Settings, 'ephemeral' | 'articleRetentionDays' | 'infrequentAccess'>;
}

const string = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** The attributes of a list of articles. The indexes carry them, but not the text. */
const articleSummary = ['title', 'url', 'siteName', 'publishedAt', 'language', 'wordCount', 'revision'];

/**
 * The four tables and the bucket, each described in docs/architecture.md. All data is encrypted with the service's own
 * keys. These keys cost nothing and, unlike AWS managed KMS keys, let another account read the Articles stream.
 */
export class Storage extends Construct {
  /** The state of each feed. The index `due` finds the feeds to poll next. */
  readonly feeds: Table;
  /** The public API: the latest revision of each article, and the stream of all changes. */
  readonly articles: ITable;
  /** The earlier revisions of articles. They are not in Articles, because its stream carries current articles only. */
  readonly revisions: Table;
  /** Claims on an article's identity: guid, URL, text. */
  readonly fingerprints: Table;
  /** Content that is too large for a message (`messages/`) or for an item of 400 KB (`articles/`). */
  readonly bodies: Bucket;

  constructor(scope: Construct, id: string, { settings }: StorageProps) {
    super(scope, id);
    const removalPolicy = settings.ephemeral ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    const table = (name: string, partitionKey: string, props: Partial<TableProps> = {}) =>
      new Table(this, name, {
        partitionKey: string(partitionKey),
        billingMode: BillingMode.PAY_PER_REQUEST,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: !settings.ephemeral,
        removalPolicy,
        ...props,
      });

    this.feeds = table('Feeds', 'feedId');
    this.feeds.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: { name: 'dueShard', type: AttributeType.NUMBER },
      sortKey: string('availableAt'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['url', 'nextPollAt'],
    });

    const articles = table('Articles', 'articleId', {
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
      ...(settings.infrequentAccess && { tableClass: TableClass.STANDARD_INFREQUENT_ACCESS }),
    });
    for (const [indexName, partitionKey] of [
      ['byFeed', 'feedId'],
      ['byDay', 'day'],
    ] as const) {
      articles.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(partitionKey),
        sortKey: string('firstSeenAt'),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: articleSummary,
      });
    }
    // A cast, because CDK's Table may have `undefined` in ITable's optional properties (exactOptionalPropertyTypes).
    this.articles = articles as ITable;

    this.revisions = table('Revisions', 'articleId', {
      sortKey: { name: 'revision', type: AttributeType.NUMBER },
      timeToLiveAttribute: 'expiresAt',
    });

    this.fingerprints = table('Fingerprints', 'fingerprint', { timeToLiveAttribute: 'expiresAt' });

    this.bodies = new Bucket(this, 'Bodies', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // A message stays 14 days in its queue and 14 more days in the dead-letter queue.
        { prefix: 'messages/', expiration: Duration.days(30) },
        // A body is never older than its article. Seven days more, because DynamoDB may take days to delete an expired
        // article: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
        ...(settings.articleRetentionDays === 0
          ? []
          : [{ prefix: 'articles/', expiration: Duration.days(settings.articleRetentionDays + 7) }]),
      ],
    });
    Validations.of(this.bodies).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only this stack and the consumers that are granted it read the bucket; CloudTrail data events can be switched on.',
    });
  }
}
