import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/**
 * Receives of a message before it is a dead letter. Lambda's page on SQS asks for at least 5.
 *
 * - A message that shares its batches with messages that kill the function is handled by its sixteenth receive, however many they
 *   are (lambdas/adapters/sqs/suspects.ts; tests/unit/adapters/sqs/poison.test.ts). Four are left for receives without work:
 *   invocations that were throttled, and messages that were handed back because the function's time was up.
 * - A message that fails each time waits five times 5, then 10, 20, 40, 80, 160 and nine times 300 seconds between its receives
 *   (lambdas/adapters/sqs/batch.ts). So it survives a disturbance of AWS of three quarters of an hour.
 */
const MAX_RECEIVES = 20;

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
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVES },
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
