import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Invoker } from '../functions/invoker.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { readBatchResponse } from './batch-response.ts';
import { createFilter } from './event-filter.ts';
import type { EventSource, EventSourceMapping } from './event-source-mapping.ts';
import { sqsRecord } from './sqs-record.ts';

/** SQS gives at most ten messages a receive, and a batch call takes as many. */
const RECEIVE_MAXIMUM = 10;
const DEFAULT_BATCH_SIZE = 10;

export interface SqsEventSourceOptions {
  readonly logicalId: string;
  readonly mapping: EventSourceMapping;
  readonly queue: { readonly url: string; readonly arn: string };
  readonly target: LambdaFunction;
  readonly concurrency: number;
  /** What failed is visible again after this time. @default when the queue's visibility timeout has passed */
  readonly redeliverySeconds: number | undefined;
  readonly region: string;
  readonly sqs: SQSClient;
  readonly invoker: Invoker;
  readonly onProblem: (message: string) => void;
}

/**
 * Feeds a queue to a function as Lambda's pollers do: what succeeded is deleted, what failed stays and becomes visible
 * again after the queue's visibility timeout, until the queue's redrive policy takes it away.
 */
export function startSqsEventSource(options: SqsEventSourceOptions): EventSource {
  const { mapping, queue, target, sqs, invoker } = options;
  const batchSize = mapping.BatchSize ?? DEFAULT_BATCH_SIZE;
  const reportsFailures = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  const matches = createFilter(mapping.FilterCriteria, options.logicalId);
  const handling = new Set<Promise<void>>();
  let stopped = false;

  const receive = async (maximum: number, waitSeconds: number): Promise<readonly Message[]> => {
    const received = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages: Math.min(maximum, RECEIVE_MAXIMUM),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return received.Messages ?? [];
  };
  const collectBatch = async (): Promise<readonly Message[]> => {
    // A short long poll, so that stopping is quick.
    const batch = [...(await receive(batchSize, 1))];
    const until = Date.now() + mapping.MaximumBatchingWindowInSeconds * 1000;
    while (batch.length > 0 && batch.length < batchSize && Date.now() < until && !stopped) {
      const more = await receive(batchSize - batch.length, 0);
      batch.push(...more);
      if (more.length === 0) await sleep(50);
    }
    return batch;
  };
  const remove = async (messages: readonly Message[]): Promise<void> => {
    for (let start = 0; start < messages.length; start += RECEIVE_MAXIMUM) {
      const Entries = messages
        .slice(start, start + RECEIVE_MAXIMUM)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      const { Failed } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries }));
      for (const { Message: reason } of Failed ?? []) options.onProblem(`a message was not deleted: ${reason}`);
    }
  };
  const handBack = async (messages: readonly Message[]): Promise<void> => {
    const VisibilityTimeout = options.redeliverySeconds;
    if (VisibilityTimeout === undefined) return;
    for (const { ReceiptHandle } of messages) {
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout }));
    }
  };
  const handle = async (messages: readonly Message[]): Promise<void> => {
    const records = messages.map((message) => ({ message, record: sqsRecord(message, queue.arn, options.region) }));
    const wanted = records.filter(({ record }) => matches({ ...record, body: jsonOrText(record.body) }));
    // Filtered messages are gone: source: AWS, "Using event filtering with an Amazon SQS event source".
    await remove(records.filter((entry) => !wanted.includes(entry)).map(({ message }) => message));
    if (wanted.length === 0) return;
    const ids = new Set(wanted.map(({ record }) => record.messageId));
    const failedIds = (payload: unknown): ReadonlySet<string> => {
      const response = reportsFailures ? readBatchResponse(payload, ids) : { kind: 'partial' as const, failed: [] };
      return response.kind === 'failed' ? ids : new Set(response.failed);
    };
    const result = await invoker.invoke(
      target,
      { Records: wanted.map(({ record }) => record) },
      { trigger: 'sqs', records: wanted.length, failuresOf: (payload) => failedIds(payload).size },
    );
    const failed = result.outcome === 'success' ? failedIds(result.payload) : ids;
    await remove(wanted.filter(({ record }) => !failed.has(record.messageId)).map(({ message }) => message));
    await handBack(wanted.filter(({ record }) => failed.has(record.messageId)).map(({ message }) => message));
  };

  const poll = async (): Promise<void> => {
    while (!stopped) {
      try {
        const batch = await collectBatch();
        if (batch.length === 0) continue;
        const work: Promise<void> = handle(batch)
          .catch((error: unknown) => {
            if (!stopped) options.onProblem(`the batch was not handled: ${String(error)}`);
          })
          .finally(() => handling.delete(work));
        handling.add(work);
        if (handling.size >= options.concurrency) await Promise.race(handling);
      } catch (error) {
        if (stopped) return;
        options.onProblem(`the queue was not read: ${String(error)}`);
        await sleep(1000);
      }
    }
  };
  const polling = poll();

  return {
    caughtUp: async () => {
      while (!stopped && !(await isEmpty(sqs, queue.url))) await sleep(50);
    },
    stop: async () => {
      stopped = true;
      await polling;
      await Promise.all(handling);
    },
  };
}

async function isEmpty(sqs: SQSClient, queueUrl: string): Promise<boolean> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  return Object.values(Attributes ?? {}).every((count) => Number(count) === 0);
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
