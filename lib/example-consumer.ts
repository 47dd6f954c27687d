import { Duration, Validations } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import { NodeFunction } from './node-function.ts';
import type { Settings } from './settings.ts';

export interface ExampleConsumerProps {
  /** A table with a stream of new and old images. */
  readonly articles: ITable;
  readonly settings: Settings;
}

/** Prints every event of the Articles stream: a pattern to copy for your own consumer (docs/consuming.md). */
export class ExampleConsumer extends Construct {
  readonly printEvents: NodeFunction;
  /** The queue to which Lambda sends the shard and sequence numbers of discarded records, but not the records. */
  readonly failureQueue: FailureQueue;

  constructor(scope: Construct, id: string, { articles, settings }: ExampleConsumerProps) {
    super(scope, id);
    this.failureQueue = new FailureQueue(this, 'FailureQueue');
    this.printEvents = new NodeFunction(this, 'PrintEvents', {
      source: 'print-events',
      description: 'Prints the events of the Articles stream',
      timeout: Duration.seconds(30),
      memorySize: 256,
      settings,
      environment: {},
    });
    this.printEvents.addEventSource(
      new DynamoEventSource(articles, {
        // LATEST may miss records that are written while the mapping is created. TRIM_HORIZON starts with the last 24
        // hours: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 5,
        // Without this limit, a failing record would block its shard until the stream drops the record after 24 hours.
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(this.failureQueue),
      }),
    );
    Validations.of(this.printEvents.role ?? this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams, which the event source mapping needs, has no resource-level permission.',
    });
  }
}
