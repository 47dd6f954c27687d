import { randomUUID } from 'node:crypto';
import type { DiscardedBatch } from './stream-batch.ts';

/**
 * The document that Lambda sends to the on-failure destination of a DynamoDB stream. It names the records' positions.
 * Source: AWS, "Retain discarded batches for a DynamoDB event source in Lambda".
 */
export function failureDocument(
  { records, condition, invocations }: DiscardedBatch,
  source: { readonly functionArn: string; readonly streamArn: string; readonly shardId: string; readonly now: Date },
) {
  const [first, last] = [records[0], records.at(-1)];
  const time = (milliseconds: number | undefined) => new Date(milliseconds ?? source.now).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: source.functionArn,
      condition,
      approximateInvokeCount: invocations,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: source.now.toISOString(),
    DDBStreamBatchInfo: {
      shardId: source.shardId,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: time(first?.createdAt),
      approximateArrivalOfLastRecord: time(last?.createdAt),
      batchSize: records.length,
      streamArn: source.streamArn,
    },
  };
}
