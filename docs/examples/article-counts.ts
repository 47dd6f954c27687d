/** An example consumer as a construct: its function, its table, and its subscription to the Articles stream. */
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
      // The bundled SDK has one version everywhere. Lambda's built-in SDK changes, and the local runtime has none.
      bundling: { bundleAwsSDK: true },
      timeout: Duration.seconds(30),
      environment: { COUNTS_TABLE_NAME: this.counts.tableName },
    });
    this.counts.grantWriteData(countArticles);
    countArticles.addEventSource(
      new DynamoEventSource(articles, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Lambda neither invokes the function nor bills for records that the filter drops.
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 5,
        onFailure: new SqsDlq(new Queue(this, 'Failures', { enforceSSL: true })),
      }),
    );
  }
}
