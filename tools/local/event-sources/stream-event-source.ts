import { DescribeStreamCommand } from '@aws-sdk/client-dynamodb-streams';
import type { EventSource } from './event-source-mapping.ts';
import { consumeShard, type StreamEventSourceOptions } from './shard-consumer.ts';
import { createShardReader } from './shard-reader.ts';

/** Feeds each shard of a DynamoDB stream to a function (`shard-consumer.ts`). Fixes the starting positions first. */
export async function startStreamEventSource(options: StreamEventSourceOptions): Promise<EventSource> {
  const abort = new AbortController();
  const { StreamDescription } = await options.streams.send(new DescribeStreamCommand({ StreamArn: options.streamArn }));
  const shardIds = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
  for (const shardId of shardIds) await fixStartingPosition(options, shardId);
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
 * Fixes the position at which the first run begins. "LATEST" becomes the sequence number of the current last record.
 * Otherwise a run that is killed before its first record would begin later next time, and skip the records in between.
 */
async function fixStartingPosition({ mapping, checkpoints, ...options }: StreamEventSourceOptions, shardId: string) {
  if (checkpoints.get(shardId) !== undefined) return;
  let last = '';
  if (mapping.StartingPosition === 'LATEST') {
    const reader = createShardReader(options.streams, { ...options, shardId }, '');
    for (let page = await reader.read(1000); page.last !== undefined; page = await reader.read(1000)) last = page.last;
  }
  checkpoints.set(shardId, last);
}
