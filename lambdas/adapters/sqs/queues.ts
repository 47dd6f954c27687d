/**
 * The two queues. A message's group is the host that its consumer will visit, so that nobody visits a host twice at
 * once.
 */
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { BodyStore } from '../../core/body-store.ts';
import { hostOf } from '../../core/feed/record/feed-url.ts';
import { contentId } from '../../core/hash.ts';
import {
  type ItemMessage,
  messageBody,
  type Overflow,
  type PollMessage,
  type RecheckMessage,
} from '../../core/queues/messages.ts';
import type { ItemQueue, PollQueue, RecheckQueue } from '../../core/queues/queues.ts';
import { MAX_BYTES, type QueueMessage, sendAll } from './sqs-batches.ts';

/**
 * Items of one document that are written out together: all 2,000 of a large one would not fit the function's memory. A
 * refusal ends it, and the poll that comes again sends them all.
 */
const PREPARED_AT_ONCE = 10;

export const pollQueue = (client: SQSClient, queueUrl: string): PollQueue => ({
  send: (messages) =>
    sendAll(
      client,
      queueUrl,
      messages.map(({ message, url }) => queueMessage(message, url)),
    ),
});

/** A message that doesn't fit the queue goes to the Bodies bucket, and its key to the queue. */
export const itemQueue = (client: SQSClient, queueUrl: string, bodies: BodyStore): ItemQueue => ({
  async send(messages) {
    for (let from = 0; from < messages.length; from += PREPARED_AT_ONCE) {
      const some = messages.slice(from, from + PREPARED_AT_ONCE);
      await sendAll(client, queueUrl, await Promise.all(some.map((message) => prepare(message, bodies))));
    }
  },
});

/** Into the Items queue, among the items of the host. */
export const recheckQueue = (client: SQSClient, queueUrl: string): RecheckQueue => ({
  send: (messages) =>
    sendAll(
      client,
      queueUrl,
      messages.map((message) => queueMessage(message, message.recheck.url)),
    ),
});

async function prepare(message: ItemMessage, bodies: BodyStore): Promise<QueueMessage> {
  const url = message.item.url ?? message.feed.url;
  const whole = queueMessage(message, url);
  if (Buffer.byteLength(whole.body) <= MAX_BYTES) return whole;
  const bodyKey = `messages/${whole.deduplicationId}.json`;
  await bodies.put(bodyKey, whole.body);
  return queueMessage({ version: 1, bodyKey }, url);
}

function queueMessage(message: PollMessage | ItemMessage | RecheckMessage | Overflow, url: string): QueueMessage {
  const body = messageBody(message);
  return { body, groupId: groupOf(url), deduplicationId: contentId(body) };
}

/** SQS allows 128 characters of ASCII; a longer host is named by its hash. */
function groupOf(url: string): string {
  const host = hostOf(url);
  return host.length <= 128 ? host : contentId(host);
}
