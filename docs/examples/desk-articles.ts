/** An example consumer of a desk or client: a table with the articles of its labels, and of no others. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface DeskArticlesProps {
  readonly articles: ITable;
  /** An article with any of these labels is the desk's. */
  readonly labels: readonly [string, ...string[]];
}

export class DeskArticles extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { articles, labels }: DeskArticlesProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'articleId', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const keepArticles = new NodejsFunction(this, 'KeepArticles', {
      entry: new URL('keep-articles.ts', import.meta.url).pathname,
      runtime: Runtime.NODEJS_24_X,
      bundling: { bundleAwsSDK: true },
      timeout: Duration.seconds(30),
      environment: { DESK_TABLE_NAME: this.table.tableName },
    });
    this.table.grantWriteData(keepArticles);
    // `labels` is a string set: a pattern matches a set that has one of its values.
    const hasLabel = { labels: { SS: FilterRule.or(...labels) } };
    keepArticles.addEventSource(
      new DynamoEventSource(articles, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // Several filters are alternatives. An article that leaves the table has no new image.
        filters: [
          FilterCriteria.filter({ dynamodb: { NewImage: hasLabel } }),
          FilterCriteria.filter({ eventName: FilterRule.isEqual('REMOVE'), dynamodb: { OldImage: hasLabel } }),
        ],
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 5,
        onFailure: new SqsDlq(new Queue(this, 'Failures', { enforceSSL: true })),
      }),
    );
  }
}
