/**
 * The queues Polls and Items. The group of a message is the host that its consumer will visit. SQS gives a group to one
 * Lambda at a time, so no two Lambdas visit one host at once.
 */
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { BodyStore } from '../../core/body-store.ts';
import { hostOf } from '../../core/feed/record/feed-url.ts';
import { contentId } from '../../core/hash.ts';
import {
  type BodyReference,
  type ItemMessage,
  messageBody,
  type PollMessage,
  type RecheckMessage,
} from '../../core/queues/messages.ts';
import type { ItemQueue, PollQueue, RecheckQueue } from '../../core/queues/queues.ts';
import { MAX_BYTES, type QueueMessage, sendAll } from './sqs-batches.ts';

/**
 * Max messages in memory at once: the 2,000 items of a large document would exceed the function's memory. If SQS
 * refuses one, the rest isn't sent, and the next delivery of the poll sends all of them.
 */
const MAX_PREPARED = 10;

export const pollQueue = (client: SQSClient, queueUrl: string): PollQueue => ({
  send: (messages) =>
    sendAll(
      client,
      queueUrl,
      messages.map(({ message, url }) => queueMessage(message, url)),
    ),
});

/** If a message is too large for SQS, the message goes to the Bodies bucket and its key to the queue. */
export const itemQueue = (client: SQSClient, queueUrl: string, bodies: BodyStore): ItemQueue => ({
  async send(messages) {
    for (let from = 0; from < messages.length; from += MAX_PREPARED) {
      const batch = messages.slice(from, from + MAX_PREPARED);
      await sendAll(client, queueUrl, await Promise.all(batch.map((message) => prepare(message, bodies))));
    }
  },
});

/** Sends rechecks to the Items queue, in the group of their host. */
export const recheckQueue = (client: SQSClient, queueUrl: string): RecheckQueue => ({
  send: (messages) =>
    sendAll(
      client,
      queueUrl,
      messages.map((message) => queueMessage(message, message.recheck.url)),
    ),
});

/** Only what may fit is escaped for SQS: of a document's 15 MB of pictograms that took seconds, and hundreds of megabytes. */
async function prepare(message: ItemMessage, bodies: BodyStore): Promise<QueueMessage> {
  const url = message.item.url ?? message.feed.url;
  const text = JSON.stringify(message);
  if (Buffer.byteLength(text) <= MAX_BYTES) {
    const whole = queueMessage(message, url);
    if (Buffer.byteLength(whole.body) <= MAX_BYTES) return whole;
  }
  const bodyKey = `messages/${contentId(text)}.json`;
  await bodies.put(bodyKey, text);
  return queueMessage({ version: 1, bodyKey }, url);
}

function queueMessage(message: PollMessage | ItemMessage | RecheckMessage | BodyReference, url: string): QueueMessage {
  const body = messageBody(message);
  return { body, groupId: groupOf(url), deduplicationId: contentId(body) };
}

/** Returns the host, or its hash if the host exceeds the 128 characters that SQS allows. */
function groupOf(url: string): string {
  const host = hostOf(url);
  return host.length <= 128 ? host : contentId(host);
}
