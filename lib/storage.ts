import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export interface StorageProps {
  readonly settings: Pick<Settings, 'ephemeral' | 'articleRetentionDays'>;
}

const string = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** What a list of articles shows; the text stays in the table. */
const articleSummary = ['title', 'url', 'siteName', 'publishedAt', 'language', 'wordCount', 'revision'];

/**
 * The four tables and the bucket, each described in docs/architecture.md. Everything is encrypted with the keys of the
 * service: they cost nothing, and unlike AWS managed KMS keys they let another account read the Articles stream.
 */
export class Storage extends Construct {
  /** The state of each feed. Its index `due` finds what is to be polled next. */
  readonly feeds: Table;
  /** The public API: the latest revision of each article, and the stream of all changes. */
  readonly articles: ITable;
  /** What articles said before they were revised. Not in Articles, whose stream carries articles only. */
  readonly revisions: Table;
  /** Claims on an article's identity: guid, URL, text. */
  readonly fingerprints: Table;
  /** What doesn't fit in a message (`messages/`) or in an item of 400 KB (`articles/`). */
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
    // CDK declares optional properties of ITable that its Table has as undefined, which exactOptionalPropertyTypes refuses.
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
        // A message lives 14 days in its queue and 14 more in the dead-letter queue.
        { prefix: 'messages/', expiration: Duration.days(30) },
        // A body is as old as its article or younger. DynamoDB may take days to delete what has expired:
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
        ...(settings.articleRetentionDays === 0
          ? []
          : [{ prefix: 'articles/', expiration: Duration.days(settings.articleRetentionDays + 7) }]),
      ],
    });
    Validations.of(this.bodies).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only this stack reads the bucket, and what it holds was public before; CloudTrail data events can be switched on.',
    });
  }
}
