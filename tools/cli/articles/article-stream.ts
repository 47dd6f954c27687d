/** The Articles stream for a person who watches: from now on (or from its beginning), across shards, until aborted. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeStreamCommand, type Shard } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { type ArticleEvent, decodeArticleRecord } from '../../../lambdas/consumer/index.ts';
import { createShardReader, type ShardReader } from '../../local/event-sources/shard-reader.ts';
import type { Deployment } from '../deployment.ts';

/** DynamoDB allows five GetRecords a second and shard, for all its readers together. */
const POLL_MS = 1_000;
const DESCRIBE_EVERY_POLLS = 15;
const PAGE = 100;

export interface TailOptions {
  /** From the oldest record that the stream keeps (24 hours), instead of from now on. */
  readonly fromStart: boolean;
  readonly signal: AbortSignal;
}

export async function* tailArticles(
  deployment: Deployment,
  { fromStart, signal }: TailOptions,
): AsyncGenerator<ArticleEvent> {
  const startedAt = Date.now();
  const readers = new Map<string, ShardReader | 'done'>();
  for (let poll = 0; !signal.aborted; poll++) {
    if (poll % DESCRIBE_EVERY_POLLS === 0) await openShards(deployment, readers);
    for (const [shardId, reader] of readers) {
      if (reader === 'done') continue;
      const { records, closed } = await reader.read(PAGE);
      for (const record of records) {
        // Without a checkpoint of its own it reads all and keeps quiet about what was before.
        if (fromStart || record.createdAt >= startedAt - POLL_MS)
          yield* decodeArticleRecord(record.event as DynamoDBRecord);
      }
      if (closed) readers.set(shardId, 'done');
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}

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
