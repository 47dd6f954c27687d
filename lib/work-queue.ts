import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface WorkQueueProps {
  /** The timeout of the function that consumes the queue. */
  readonly consumerTimeout: Duration;
  /**
   * How long a message waits for a consumer before it is dropped.
   * @default - 14 days, the longest that SQS offers
   */
  readonly retention?: Duration;
}

/** High throughput for FIFO: a message group is the unit of order and deduplication, so that throughput grows with the groups. */
const fifo = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  // What is in flight is either found again by the next poll or lies in the dead-letter queue of a stack being deleted.
  removalPolicy: RemovalPolicy.DESTROY,
} as const;

/**
 * A FIFO queue whose message groups are hosts, with its dead-letter queue. One group is in flight once at a time: one host
 * is never asked by two functions at once, however far the pipeline scales out.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  /** What failed `maxReceiveCount` times. `wireroom redrive` moves it back. */
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetterQueue = new Queue(this, 'DeadLetterQueue', { ...fifo, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...fifo,
      retentionPeriod: props.retention ?? Duration.days(14),
      // Six times the function's timeout leaves room for Lambda's own retries of a throttled batch:
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      // The same page asks for at least 5. The rest is room for messages that are handed back unharmed when a function's
      // time is up or the account's concurrency is.
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: 8 },
    });
  }

  /** Lets `consumer` take up to `batchSize` messages (FIFO: at most 10) and report which of them failed. */
  consumedBy(consumer: IFunction, options: { readonly batchSize: number; readonly maxConcurrency: number }): void {
    consumer.addEventSource(new SqsEventSource(this.queue, { ...options, reportBatchItemFailures: true }));
  }

  /** Sending only: Queue.grantSendMessages would add reading the queue's attributes and URL. */
  grantSend(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] });
  }
}
