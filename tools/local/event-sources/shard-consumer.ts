import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Invoker } from '../functions/invoker.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { type BatchResponse, readBatchResponse } from './batch-response.ts';
import type { Checkpoints } from './checkpoints.ts';
import { createFilter } from './event-filter.ts';
import type { EventSourceMapping } from './event-source-mapping.ts';
import { failureDocument } from './failure-document.ts';
import { createShardReader, type ShardPage, type ShardReader } from './shard-reader.ts';
import { handleStreamBatch, type StreamBatchPolicy, type StreamBatchPorts } from './stream-batch.ts';

/** Lambda's default. Source: AWS, "Polling and batching streams". */
const DEFAULT_BATCH_SIZE = 100;
/** Lambda polls an idle shard four times a second. Source: AWS, "Polling and batching streams". */
const POLL_INTERVAL_MS = 250;

export interface StreamEventSourceOptions {
  readonly logicalId: string;
  readonly mapping: EventSourceMapping;
  readonly streamArn: string;
  readonly target: LambdaFunction;
  readonly region: string;
  readonly streams: DynamoDBStreamsClient;
  readonly checkpoints: Checkpoints;
  readonly invoker: Invoker;
  /** Sends a failure document to the on-failure destination. */
  readonly sendFailure: (document: unknown) => Promise<void>;
  readonly onProblem: (message: string) => void;
}

export interface ShardConsumer {
  /** Resolves when the shard is read to its end or the signal aborts. */
  readonly ended: Promise<void>;
  /** Resolves when the records that the shard holds now are handled, or the consumer has ended. */
  caughtUp(): Promise<void>;
}

/**
 * Reads a shard's batches in order, filters each batch, and invokes the function with its retries (`stream-batch.ts`).
 * After an error, the shard is read again from the last checkpoint.
 */
export function consumeShard(options: StreamEventSourceOptions, shardId: string, signal: AbortSignal): ShardConsumer {
  const waiters = createWaiters();
  // Created here, so that a faulty filter is found at start.
  const matches = createFilter(options.mapping.FilterCriteria, options.logicalId);
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await readShard({ options, shardId, signal, matches, waiters });
        break;
      } catch (error) {
        if (signal.aborted) break;
        options.onProblem(`the stream was not read: ${String(error)}`);
        await sleep(1000);
      }
    }
    waiters.take().answer();
  };
  const ended = run();
  return { ended, caughtUp: () => Promise.race([ended, waiters.wait()]) };
}

async function readShard({ options, shardId, signal, matches, waiters }: ShardReading): Promise<void> {
  const { mapping, checkpoints } = options;
  const ports = portsOf(options, shardId, signal);
  const reader = createShardReader(options.streams, { ...options, shardId }, checkpoints.get(shardId) ?? '');
  while (!signal.aborted) {
    // A read answers only the callers that waited before the read began.
    const asked = waiters.take();
    const { records, last, closed } = await readBatch(reader, mapping, signal);
    if (last === undefined) {
      asked.answer();
      if (closed) return;
      await sleep(POLL_INTERVAL_MS, undefined, { signal });
      continue;
    }
    asked.putBack();
    const wanted = records.filter(({ event }) => matches(event));
    if (wanted.length > 0) await handleStreamBatch(wanted, policyOf(mapping), ports);
    checkpoints.set(shardId, last);
  }
}

interface ShardReading {
  readonly options: StreamEventSourceOptions;
  readonly shardId: string;
  readonly signal: AbortSignal;
  readonly matches: (event: unknown) => boolean;
  readonly waiters: Waiters;
}

/** The callers of `caughtUp()`. */
interface Waiters {
  wait(): Promise<void>;
  /** Takes the callers that wait now, to answer them or to let them wait again. */
  take(): { answer(): void; putBack(): void };
}

function createWaiters(): Waiters {
  let waiting: (() => void)[] = [];
  return {
    wait: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    take: () => {
      const taken = waiting;
      waiting = [];
      return {
        answer: () => {
          for (const resolve of taken) resolve();
        },
        putBack: () => {
          waiting.push(...taken);
        },
      };
    },
  };
}

/** Reads until the batch is full, the batching window has passed, or the shard is closed. */
async function readBatch(
  reader: ShardReader,
  { BatchSize = DEFAULT_BATCH_SIZE, MaximumBatchingWindowInSeconds }: EventSourceMapping,
  signal: AbortSignal,
): Promise<ShardPage> {
  let { records, last, closed } = await reader.read(BatchSize);
  const until = Date.now() + MaximumBatchingWindowInSeconds * 1000;
  while (last !== undefined && records.length < BatchSize && Date.now() < until && !closed) {
    await sleep(POLL_INTERVAL_MS, undefined, { signal });
    const more = await reader.read(BatchSize - records.length);
    records = [...records, ...more.records];
    last = more.last ?? last;
    closed = more.closed;
  }
  return { records, last, closed };
}

const policyOf = (mapping: EventSourceMapping): StreamBatchPolicy => ({
  bisect: mapping.BisectBatchOnFunctionError,
  maximumRetries: mapping.MaximumRetryAttempts,
  maximumAge: mapping.MaximumRecordAgeInSeconds === -1 ? -1 : mapping.MaximumRecordAgeInSeconds * 1000,
});

function portsOf(options: StreamEventSourceOptions, shardId: string, signal: AbortSignal): StreamBatchPorts {
  const { mapping, target, streamArn, checkpoints } = options;
  const reportsFailures = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  return {
    now: Date.now,
    wait: async (milliseconds) => {
      await sleep(milliseconds, undefined, { signal });
    },
    checkpoint: (last) => checkpoints.set(shardId, last.sequenceNumber),
    discard: (batch) =>
      options.sendFailure(failureDocument(batch, { functionArn: target.arn, streamArn, shardId, now: new Date() })),
    invoke: async (records) => {
      const ids = new Set(records.map(({ sequenceNumber }) => sequenceNumber));
      const read = (payload: unknown): BatchResponse =>
        reportsFailures ? readBatchResponse(payload, ids) : { kind: 'partial', failed: [] };
      const failuresOf = (payload: unknown): number => {
        const response = read(payload);
        return response.kind === 'failed' ? records.length : response.failed.length;
      };
      const result = await options.invoker.invoke(
        target,
        { Records: records.map(({ event }) => event) },
        { trigger: 'stream', records: records.length, failuresOf },
      );
      return result.outcome === 'success' ? read(result.payload) : { kind: 'failed' };
    },
  };
}
