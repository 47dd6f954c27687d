/** Sending many messages to one queue: full batches, within SQS's limits, and nothing that was refused goes unnoticed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { SendError } from '../../core/errors.ts';

/** SendMessageBatch: at most ten messages and 1 MiB together. */
const MAX_ENTRIES = 10;
export const MAX_BYTES = 1_048_576;
/** Rounds for entries that SQS refused for reasons of its own, which the SDK doesn't repeat, and the pause that grows between. */
const ROUNDS = 4;
const PAUSE_MS = 100;

export interface QueueMessage {
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
}

/** @throws {SendError} naming the messages that were still refused after the last round. */
export async function sendAll(client: SQSClient, queueUrl: string, messages: readonly QueueMessage[]): Promise<void> {
  let entries: SendMessageBatchRequestEntry[] = messages.map((message, index) => ({
    Id: String(index),
    MessageBody: message.body,
    MessageGroupId: message.groupId,
    MessageDeduplicationId: message.deduplicationId,
  }));
  let refused: { entry: SendMessageBatchRequestEntry; reason: string; isOurFault: boolean }[] = [];
  for (let round = 0; round < ROUNDS && entries.length > 0; round++) {
    if (round > 0) await sleep(PAUSE_MS * 2 ** round * Math.random());
    refused = [];
    for (const batch of batches(entries)) {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: batch }));
      for (const { Id, Code = 'unknown', SenderFault = false } of Failed) {
        const entry = batch.find((each) => each.Id === Id);
        if (entry !== undefined) refused.push({ entry, reason: Code, isOurFault: SenderFault });
      }
    }
    if (refused.some(({ isOurFault }) => isOurFault)) break; // sending it again would change nothing
    entries = refused.map(({ entry }) => entry);
  }
  if (refused.length > 0) {
    throw new SendError(
      queueUrl,
      refused.map(({ entry, reason }) => ({ position: Number(entry.Id), reason })),
    );
  }
}

/** Packs entries in their order, by count and by bytes. */
export function* batches(entries: readonly SendMessageBatchRequestEntry[]): Generator<SendMessageBatchRequestEntry[]> {
  let batch: SendMessageBatchRequestEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody ?? '');
    if (batch.length === MAX_ENTRIES || (batch.length > 0 && bytes + size > MAX_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
