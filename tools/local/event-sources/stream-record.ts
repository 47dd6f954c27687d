import { isDeepStrictEqual } from 'node:util';
import type { _Record as StreamsRecord } from '@aws-sdk/client-dynamodb-streams';

export interface StreamRecord {
  readonly sequenceNumber: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The record as Lambda puts it into an event. */
  readonly event: unknown;
}

/**
 * Turns a record of `GetRecords` into a record of Lambda's event. Returns undefined if the record's images are equal:
 * DynamoDB makes no record of a write that changes nothing, but the embedded emulator makes a MODIFY.
 */
export function toStreamRecord(record: StreamsRecord, streamArn: string, region: string): StreamRecord | undefined {
  const change = record.dynamodb;
  const isUnchanged =
    record.eventName === 'MODIFY' &&
    change?.OldImage !== undefined &&
    isDeepStrictEqual(change.OldImage, change.NewImage);
  if (change?.SequenceNumber === undefined || isUnchanged) return undefined;
  const created = change.ApproximateCreationDateTime ?? new Date();
  return {
    sequenceNumber: change.SequenceNumber,
    createdAt: created.getTime(),
    event: {
      eventID: record.eventID,
      eventName: record.eventName,
      eventVersion: record.eventVersion,
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: encodeBinary({ ...change, ApproximateCreationDateTime: Math.floor(created.getTime() / 1000) }),
      eventSourceARN: streamArn,
      // The emulator writes these fields in lower case and the SDK drops them. Any userIdentity means a TTL removal.
      ...(record.userIdentity === undefined
        ? {}
        : { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
    },
  };
}

/** Replaces binary values by base64 text, as in an event. */
function encodeBinary(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(encodeBinary);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, encodeBinary(entry)]));
}
