import { join } from 'node:path';
import * as v from 'valibot';
import { readJson, writeJson } from '../machine/data-directory.ts';

const schema = v.object({ streamArn: v.string(), shards: v.record(v.string(), v.string()) });

/**
 * The last sequence number that one event source mapping has handled in each shard; `''` if no record is handled yet.
 */
export interface Checkpoints {
  get(shardId: string): string | undefined;
  set(shardId: string, sequenceNumber: string): void;
}

/**
 * Opens the checkpoints in the data directory. After a kill, the records after the checkpoint come again and no record
 * is skipped. A stream with another ARN (the table was created again) starts without checkpoints.
 */
export function openCheckpoints(dataDirectory: string, mappingId: string, streamArn: string): Checkpoints {
  const file = join(dataDirectory, 'checkpoints', `${mappingId}.json`);
  const saved = readJson(file, schema);
  const shards = new Map(Object.entries(saved?.streamArn === streamArn ? saved.shards : {}));
  return {
    get: (shardId) => shards.get(shardId),
    set: (shardId, sequenceNumber) => {
      shards.set(shardId, sequenceNumber);
      writeJson(file, { streamArn, shards: Object.fromEntries(shards) });
    },
  };
}
