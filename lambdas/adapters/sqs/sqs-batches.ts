/** Sending many messages to one queue: batches within SQS's limits, and an error that names each refused message. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { SendError } from '../../core/errors.ts';

/** Max messages in one SendMessageBatch. */
const MAX_ENTRIES = 10;
/** Max bytes of one message, and of all messages in one SendMessageBatch: 1 MiB. */
export const MAX_BYTES = 1_048_576;
/** Max tries of an entry that SQS refuses without our fault. The SDK doesn't repeat single entries. */
const MAX_ROUNDS = 4;
/** Mean pause before the second round; it doubles with each round. */
const PAUSE_MS = 100;

export interface QueueMessage {
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
}

interface Refused {
  readonly entry: SendMessageBatchRequestEntry;
  readonly reason: string;
  readonly isOurFault: boolean;
}

/** @throws {SendError} names the messages that SQS still refused in the last round */
export async function sendAll(client: SQSClient, queueUrl: string, messages: readonly QueueMessage[]): Promise<void> {
  let entries = messages.map(entryOf);
  let refused: Refused[] = [];
  for (let round = 0; round < MAX_ROUNDS && entries.length > 0; round++) {
    if (round > 0) await sleep(PAUSE_MS * 2 ** round * Math.random());
    refused = await sendOnce(client, queueUrl, entries);
    if (refused.some(({ isOurFault }) => isOurFault)) break; // SQS would refuse the entry again
    entries = refused.map(({ entry }) => entry);
  }
  if (refused.length === 0) return;
  throw new SendError(
    queueUrl,
    refused.map(({ entry, reason }) => ({ position: Number(entry.Id), reason })),
  );
}

const entryOf = (message: QueueMessage, index: number): SendMessageBatchRequestEntry => ({
  Id: String(index),
  MessageBody: message.body,
  MessageGroupId: message.groupId,
  MessageDeduplicationId: message.deduplicationId,
});

async function sendOnce(
  client: SQSClient,
  queueUrl: string,
  entries: readonly SendMessageBatchRequestEntry[],
): Promise<Refused[]> {
  const send = async (batch: SendMessageBatchRequestEntry[]): Promise<Refused[]> => {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: batch }));
    return Failed.flatMap(({ Id, Code = 'unknown', SenderFault = false }) => {
      const entry = batch.find((each) => each.Id === Id);
      return entry === undefined ? [] : [{ entry, reason: Code, isOurFault: SenderFault }];
    });
  };
  // At once, because the order of messages doesn't matter.
  return (await Promise.all([...batches(entries)].map(send))).flat();
}

/** Packs entries into batches in their order, by count and by bytes. A too large entry is alone in its batch. */
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
