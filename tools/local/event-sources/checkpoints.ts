import { join } from 'node:path';
import * as v from 'valibot';
import { readJson, writeJson } from '../machine/data-directory.ts';

const schema = v.object({ streamArn: v.string(), shards: v.record(v.string(), v.string()) });

/** How far one event source mapping has come in each shard: the last sequence number handled, or `''` for none yet. */
export interface Checkpoints {
  get(shardId: string): string | undefined;
  set(shardId: string, sequenceNumber: string): void;
}

/**
 * Kept in the data directory, so that a killed run goes on where it was: records after the checkpoint come again, none
 * is skipped. A stream with another ARN (a table made anew) starts afresh.
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
