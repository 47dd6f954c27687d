import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeStreamCommand, type DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Invoker } from '../functions/invoker.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { type BatchResponse, readBatchResponse } from './batch-response.ts';
import type { Checkpoints } from './checkpoints.ts';
import { createFilter } from './event-filter.ts';
import type { EventSource, EventSourceMapping } from './event-source-mapping.ts';
import { failureDocument } from './failure-document.ts';
import { createShardReader, type ShardReader } from './shard-reader.ts';
import { handleStreamBatch } from './stream-batch.ts';
import type { StreamRecord } from './stream-record.ts';

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
  /** Sends a metadata document to the on-failure destination. */
  readonly sendFailure: (document: unknown) => Promise<void>;
  readonly onProblem: (message: string) => void;
}

/** Feeds a DynamoDB stream to a function, one batch of a shard at a time, in order. */
export async function startStreamEventSource(options: StreamEventSourceOptions): Promise<EventSource> {
  const abort = new AbortController();
  const { StreamDescription } = await options.streams.send(new DescribeStreamCommand({ StreamArn: options.streamArn }));
  const shardIds = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
  for (const shardId of shardIds) await startingPosition(options, shardId);
  const shards = shardIds.map((shardId) => consumeShard(options, shardId, abort.signal));
  return {
    caughtUp: async () => {
      await Promise.all(shards.map((shard) => shard.caughtUp()));
    },
    stop: async () => {
      abort.abort();
      await Promise.all(shards.map((shard) => shard.ended));
    },
  };
}

/**
 * Fixes where the first run begins. "LATEST" is written down as the last record that is there now: if it stayed a word,
 * a run that is killed before its first record would begin later and skip what was written between.
 */
async function startingPosition({ mapping, checkpoints, ...options }: StreamEventSourceOptions, shardId: string) {
  if (checkpoints.get(shardId) !== undefined) return;
  let last = '';
  if (mapping.StartingPosition === 'LATEST') {
    const reader = createShardReader(options.streams, { ...options, shardId }, '');
    for (let page = await reader.read(1000); page.last !== undefined; page = await reader.read(1000)) last = page.last;
  }
  checkpoints.set(shardId, last);
}

function consumeShard(options: StreamEventSourceOptions, shardId: string, signal: AbortSignal) {
  const { mapping, checkpoints, onProblem } = options;
  const batchSize = mapping.BatchSize ?? DEFAULT_BATCH_SIZE;
  const matches = createFilter(mapping.FilterCriteria, options.logicalId);
  let waiting: (() => void)[] = [];

  /** Reads one batch; undefined when there was nothing. */
  const readBatch = async (reader: ShardReader) => {
    let { records, last, closed } = await reader.read(batchSize);
    const until = Date.now() + mapping.MaximumBatchingWindowInSeconds * 1000;
    while (last !== undefined && records.length < batchSize && Date.now() < until && !closed) {
      await sleep(POLL_INTERVAL_MS, undefined, { signal });
      const more = await reader.read(batchSize - records.length);
      records = [...records, ...more.records];
      last = more.last ?? last;
      closed = more.closed;
    }
    return { records: records.filter(({ event }) => matches(event)), last, closed };
  };

  const consume = async (): Promise<void> => {
    const reader = createShardReader(options.streams, { ...options, shardId }, checkpoints.get(shardId) ?? '');
    while (!signal.aborted) {
      // Only a read that began after the question can answer it.
      const asked = waiting;
      waiting = [];
      const { records, last, closed } = await readBatch(reader);
      if (last === undefined) {
        for (const answer of asked) answer();
        if (closed) return;
        await sleep(POLL_INTERVAL_MS, undefined, { signal });
        continue;
      }
      waiting.push(...asked);
      if (records.length > 0) await handleStreamBatch(records, policyOf(mapping), portsOf(options, shardId, signal));
      checkpoints.set(shardId, last);
    }
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await consume();
        break;
      } catch (error) {
        if (signal.aborted) break;
        onProblem(`the stream was not read: ${String(error)}`);
        await sleep(1000);
      }
    }
    for (const answer of waiting) answer();
  };
  const ended = run();
  return {
    ended,
    caughtUp: () =>
      Promise.race([
        ended,
        new Promise<void>((resolve) => {
          waiting.push(resolve);
        }),
      ]),
  };
}

const policyOf = (mapping: EventSourceMapping) => ({
  bisect: mapping.BisectBatchOnFunctionError,
  maximumRetries: mapping.MaximumRetryAttempts,
  maximumAge: mapping.MaximumRecordAgeInSeconds === -1 ? -1 : mapping.MaximumRecordAgeInSeconds * 1000,
});

function portsOf(options: StreamEventSourceOptions, shardId: string, signal: AbortSignal) {
  const { mapping, target, streamArn, checkpoints } = options;
  const reportsFailures = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  return {
    now: Date.now,
    wait: async (milliseconds: number) => {
      await sleep(milliseconds, undefined, { signal });
    },
    checkpoint: (last: StreamRecord) => checkpoints.set(shardId, last.sequenceNumber),
    discard: (batch: Parameters<typeof failureDocument>[0]) =>
      options.sendFailure(failureDocument(batch, { functionArn: target.arn, streamArn, shardId, now: new Date() })),
    invoke: async (records: readonly StreamRecord[]): Promise<BatchResponse> => {
      const ids = new Set(records.map(({ sequenceNumber }) => sequenceNumber));
      const read = (payload: unknown): BatchResponse =>
        reportsFailures ? readBatchResponse(payload, ids) : { kind: 'partial', failed: [] };
      const result = await options.invoker.invoke(
        target,
        { Records: records.map(({ event }) => event) },
        {
          trigger: 'stream',
          records: records.length,
          failuresOf: (payload) => {
            const response = read(payload);
            return response.kind === 'failed' ? records.length : response.failed.length;
          },
        },
      );
      return result.outcome === 'success' ? read(result.payload) : { kind: 'failed' };
    },
  };
}
