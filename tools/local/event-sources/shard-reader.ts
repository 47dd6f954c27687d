import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { type StreamRecord, toStreamRecord } from './stream-record.ts';

export interface ShardPage {
  readonly records: readonly StreamRecord[];
  /** The last sequence number of the page, left-out records included. Undefined if the page is empty. */
  readonly last: string | undefined;
  /** Whether the shard is closed and was read to its end. */
  readonly closed: boolean;
}

export interface ShardReader {
  /**
   * Returns the next records, at most `limit`. After an error, the next read continues behind the last returned page.
   */
  read(limit: number): Promise<ShardPage>;
}

/** Reads a shard from behind the sequence number `after`, or from its beginning if `after` is `''`. */
export function createShardReader(
  streams: DynamoDBStreamsClient,
  shard: { readonly streamArn: string; readonly shardId: string; readonly region: string },
  after: string,
): ShardReader {
  let position = after;
  let iterator: string | undefined;

  const openIterator = async (): Promise<string | undefined> => {
    const request = { StreamArn: shard.streamArn, ShardId: shard.shardId };
    const fromStart = { ...request, ShardIteratorType: 'TRIM_HORIZON' as const };
    if (position === '') return (await streams.send(new GetShardIteratorCommand(fromStart))).ShardIterator;
    try {
      const behind = { ...request, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position };
      return (await streams.send(new GetShardIteratorCommand(behind))).ShardIterator;
    } catch (error) {
      // The records behind the position are older than a day and gone: read from the oldest that is left.
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      return (await streams.send(new GetShardIteratorCommand(fromStart))).ShardIterator;
    }
  };

  return {
    read: async (limit) => {
      iterator ??= await openIterator();
      const used = iterator;
      iterator = undefined;
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator: used, Limit: Math.min(limit, 1000) }),
      );
      iterator = NextShardIterator;
      const last = Records.at(-1)?.dynamodb?.SequenceNumber;
      position = last ?? position;
      const records = Records.flatMap((record) => toStreamRecord(record, shard.streamArn, shard.region) ?? []);
      return { records, last, closed: NextShardIterator === undefined };
    },
  };
}
