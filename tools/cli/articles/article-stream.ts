/** The events of the Articles stream, for a person who watches: across all shards, until the signal aborts. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeStreamCommand, type Shard } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { type ArticleEvent, decodeArticleRecord } from '../../../lambdas/consumer/index.ts';
import { createShardReader, type ShardReader } from '../../local/event-sources/shard-reader.ts';
import type { Deployment } from '../deployment.ts';

/** DynamoDB allows five GetRecords per second and shard, shared by all readers. Source: AWS, "Service quotas". */
const POLL_MS = 1_000;
const DESCRIBE_EVERY_POLLS = 15;
const PAGE = 100;

export interface TailOptions {
  /** `true`: from the oldest record that the stream keeps (24 hours). `false`: from now on. */
  readonly fromStart: boolean;
  readonly signal: AbortSignal;
}

export async function* tailArticles(
  deployment: Deployment,
  { fromStart, signal }: TailOptions,
): AsyncGenerator<ArticleEvent> {
  // There is no checkpoint: the readers read every record, and the older ones are dropped.
  const since = fromStart ? Number.NEGATIVE_INFINITY : Date.now() - POLL_MS;
  const readers = new Map<string, ShardReader | 'done'>();
  for (let poll = 0; !signal.aborted; poll++) {
    if (poll % DESCRIBE_EVERY_POLLS === 0) await openShards(deployment, readers);
    yield* readShards(readers, since);
    await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}

/** Reads every open shard once, and yields the events since then. @param since milliseconds since 1970 */
async function* readShards(readers: Map<string, ShardReader | 'done'>, since: number): AsyncGenerator<ArticleEvent> {
  for (const [shardId, reader] of readers) {
    if (reader === 'done') continue;
    const { records, closed } = await reader.read(PAGE);
    const wanted = records.filter(({ createdAt }) => createdAt >= since);
    for (const { event } of wanted) yield* decodeArticleRecord(event as DynamoDBRecord);
    if (closed) readers.set(shardId, 'done');
  }
}

/** Adds a reader for each shard that has none yet. */
async function openShards(
  { streams, output, region }: Deployment,
  readers: Map<string, ShardReader | 'done'>,
): Promise<void> {
  const streamArn = output('ArticlesStreamArn');
  let last: string | undefined;
  do {
    const { StreamDescription } = await streams.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: last }),
    );
    for (const { ShardId: shardId } of StreamDescription?.Shards ?? ([] as Shard[])) {
      if (shardId !== undefined && !readers.has(shardId))
        readers.set(shardId, createShardReader(streams, { streamArn, shardId, region }, ''));
    }
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
}
