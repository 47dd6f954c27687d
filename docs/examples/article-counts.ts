/** A consumer of one's own as a construct: its function, its table, and how it reads the Articles stream. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export class ArticleCounts extends Construct {
  readonly counts: Table;

  constructor(scope: Construct, id: string, { articles }: { readonly articles: ITable }) {
    super(scope, id);
    this.counts = new Table(this, 'Counts', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const countArticles = new NodejsFunction(this, 'CountArticles', {
      entry: new URL('count-articles.ts', import.meta.url).pathname,
      runtime: Runtime.NODEJS_24_X,
      // Lambda has an SDK of its own; with the one in the bundle the function always runs with the same, here too.
      bundling: { bundleAwsSDK: true },
      timeout: Duration.seconds(30),
      environment: { COUNTS_TABLE_NAME: this.counts.tableName },
    });
    this.counts.grantWriteData(countArticles);
    countArticles.addEventSource(
      new DynamoEventSource(articles, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Lambda doesn't invoke, and doesn't bill, for what the filter leaves out.
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 5,
        onFailure: new SqsDlq(new Queue(this, 'Failures', { enforceSSL: true })),
      }),
    );
  }
}
