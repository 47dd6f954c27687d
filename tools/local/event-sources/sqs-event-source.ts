import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import type { Invoker } from '../functions/invoker.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { readBatchResponse } from './batch-response.ts';
import { createFilter } from './event-filter.ts';
import type { EventSource, EventSourceMapping } from './event-source-mapping.ts';
import { type QueueMessages, queueMessages } from './queue-messages.ts';
import { sqsRecord } from './sqs-record.ts';

/** Lambda's default. Source: AWS, "Creating and configuring an SQS event source mapping". */
const DEFAULT_BATCH_SIZE = 10;
/** A short long poll, in seconds, so that a stop is quick. */
const WAIT_SECONDS = 1;

export interface SqsEventSourceOptions {
  readonly logicalId: string;
  readonly mapping: EventSourceMapping;
  readonly queue: { readonly url: string; readonly arn: string };
  readonly target: LambdaFunction;
  readonly concurrency: number;
  /** Seconds until failed messages are visible again. @default the queue's visibility timeout */
  readonly redeliverySeconds: number | undefined;
  readonly region: string;
  readonly sqs: SQSClient;
  readonly invoker: Invoker;
  readonly onProblem: (message: string) => void;
}

/**
 * Feeds a queue to a function as Lambda's pollers do: receive, filter, invoke, delete. A failed message stays and
 * becomes visible again after the queue's visibility timeout, until the queue's redrive policy moves it.
 */
export function startSqsEventSource(options: SqsEventSourceOptions): EventSource {
  const { mapping, onProblem } = options;
  const messages = queueMessages(options.sqs, options.queue.url, onProblem);
  const handle = batchHandler(options, messages);
  const handling = new Set<Promise<void>>();
  let stopped = false;

  const startHandling = (batch: readonly Message[]): void => {
    const work: Promise<void> = handle(batch)
      .catch((error: unknown) => {
        if (!stopped) onProblem(`the batch was not handled: ${String(error)}`);
      })
      .finally(() => handling.delete(work));
    handling.add(work);
  };
  const poll = async (): Promise<void> => {
    while (!stopped) {
      try {
        const batch = await collectBatch(messages, mapping, () => stopped);
        if (batch.length === 0) continue;
        startHandling(batch);
        if (handling.size >= options.concurrency) await Promise.race(handling);
      } catch (error) {
        if (stopped) return;
        onProblem(`the queue was not read: ${String(error)}`);
        await sleep(1000);
      }
    }
  };
  const polling = poll();

  return {
    caughtUp: async () => {
      while (!stopped && !(await messages.isEmpty())) await sleep(50);
    },
    stop: async () => {
      stopped = true;
      await polling;
      await Promise.all(handling);
    },
  };
}

/** Receives until the batch is full, the batching window has passed, or the source is stopped. */
async function collectBatch(
  messages: QueueMessages,
  { BatchSize = DEFAULT_BATCH_SIZE, MaximumBatchingWindowInSeconds }: EventSourceMapping,
  isStopped: () => boolean,
): Promise<readonly Message[]> {
  const batch = [...(await messages.receive(BatchSize, WAIT_SECONDS))];
  const until = Date.now() + MaximumBatchingWindowInSeconds * 1000;
  while (batch.length > 0 && batch.length < BatchSize && Date.now() < until && !isStopped()) {
    const more = await messages.receive(BatchSize - batch.length, 0);
    batch.push(...more);
    if (more.length === 0) await sleep(50);
  }
  return batch;
}

/** Handles one batch: deletes the messages that the filter drops and those that succeed, hands back those that fail. */
function batchHandler(options: SqsEventSourceOptions, messages: QueueMessages) {
  const { mapping, queue, target, invoker, redeliverySeconds } = options;
  const reportsFailures = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  const matches = createFilter(mapping.FilterCriteria, options.logicalId);

  return async (batch: readonly Message[]): Promise<void> => {
    const entries = batch.map((message) => ({ message, record: sqsRecord(message, queue.arn, options.region) }));
    const wanted = entries.filter(({ record }) => matches({ ...record, body: jsonOrText(record.body) }));
    // Lambda deletes filtered messages. Source: AWS, "Using event filtering with an Amazon SQS event source".
    await messages.delete(entries.filter((entry) => !wanted.includes(entry)).map(({ message }) => message));
    if (wanted.length === 0) return;
    const ids = new Set(wanted.map(({ record }) => record.messageId));
    const failedIds = (payload: unknown): ReadonlySet<string> => {
      if (!reportsFailures) return new Set();
      const response = readBatchResponse(payload, ids);
      return response.kind === 'failed' ? ids : new Set(response.failed);
    };
    const result = await invoker.invoke(
      target,
      { Records: wanted.map(({ record }) => record) },
      { trigger: 'sqs', records: wanted.length, failuresOf: (payload) => failedIds(payload).size },
    );
    const failed = result.outcome === 'success' ? failedIds(result.payload) : ids;
    await messages.delete(wanted.filter(({ record }) => !failed.has(record.messageId)).map(({ message }) => message));
    if (redeliverySeconds === undefined) return;
    const toHandBack = wanted.filter(({ record }) => failed.has(record.messageId)).map(({ message }) => message);
    await messages.handBack(toHandBack, redeliverySeconds);
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
