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
   * Max time that a message waits for a consumer before SQS drops it.
   * @default - 14 days, SQS's max
   */
  readonly retention?: Duration;
}

/** High throughput for FIFO: order and deduplication are per message group, so throughput grows with the groups. */
const fifo = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  // Messages need not outlive the stack: the polls of a new stack find their items again.
  removalPolicy: RemovalPolicy.DESTROY,
} as const;

/**
 * A FIFO queue whose message groups are hosts, with its dead-letter queue. SQS delivers a group to one consumer at a
 * time, so two functions never request one host at once, however far the pipeline scales out.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  /** Messages that failed `maxReceiveCount` times. `wireroom redrive` moves them back. */
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetterQueue = new Queue(this, 'DeadLetterQueue', { ...fifo, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...fifo,
      retentionPeriod: props.retention ?? Duration.days(14),
      // Six times the function's timeout leaves room for Lambda's retries of a throttled batch:
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      // The same page asks for at least 5. The rest is room for messages that a function hands back when its time is
      // up, and for throttled invocations when the account's concurrency is used up.
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: 8 },
    });
  }

  /** Delivers up to `batchSize` messages (FIFO: at most 10) to `consumer`, which reports the failed messages. */
  consumedBy(consumer: IFunction, options: { readonly batchSize: number; readonly maxConcurrency: number }): void {
    consumer.addEventSource(new SqsEventSource(this.queue, { ...options, reportBatchItemFailures: true }));
  }

  /** Grants sending only. Queue.grantSendMessages would also grant reading the queue's attributes and URL. */
  grantSend(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] });
  }
}
