import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { itemQueue, pollQueue, recheckQueue } from '../../../../lambdas/adapters/sqs/queues.ts';
import { MAX_BYTES } from '../../../../lambdas/adapters/sqs/sqs-batches.ts';
import { contentId } from '../../../../lambdas/core/hash.ts';
import { messageBody } from '../../../../lambdas/core/queues/messages.ts';
import { jsonServer } from '../../../fakes/json-server.ts';
import { feedA, item, message } from '../../../fakes/messages.ts';

/** A queue that accepts all entries, and a bucket in memory. */
async function queue() {
  const { origin, requests } = await jsonServer(() => ({ Successful: [], Failed: [] }));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const put = new Map<string, string>();
  return {
    client: new SQSClient({ region: 'eu-west-1', credentials, endpoint: origin, useQueueUrlAsEndpoint: false }),
    bodies: { put: async (key: string, text: string) => void put.set(key, text), get: async () => '' },
    put,
    entries: () => (requests as { Entries: Record<string, string>[] }[]).map(({ Entries }) => Entries),
  };
}
const itemAt = (url: string, content = '') => message({ item: item({ url, content }) });
const { url: _, ...itemWithoutUrl } = item();
const longHost = (length: number) => `${'a'.repeat(length - '.example'.length)}.example`;

describe('a queue', () => {
  it.each([
    ['the host of the item', itemAt('https://news.example/1'), 'news.example'],
    ['the host of the item with its port', itemAt('https://news.example:8443/1'), 'news.example:8443'],
    ['the host of the feed if the item has no URL', message({ item: itemWithoutUrl }), new URL(feedA.url).host],
    ['a host of 128 characters', itemAt(`https://${longHost(128)}/1`), longHost(128)],
    ['the hash of a host of 129 characters', itemAt(`https://${longHost(129)}/1`), contentId(longHost(129))],
  ])('the group of an item is %s', async (_, sent, group) => {
    const { client, bodies, entries } = await queue();
    await itemQueue(client, 'https://sqs.example/Items', bodies).send([sent]);
    const MessageBody = messageBody(sent);
    const MessageDeduplicationId = contentId(MessageBody);
    expect(entries()).toEqual([[{ Id: '0', MessageBody, MessageGroupId: group, MessageDeduplicationId }]]);
  });

  it('the group of a poll is the host of its feed', async () => {
    const { client, entries } = await queue();
    const poll = {
      version: 1 as const,
      feedId: 'feed-a',
      nextPollAt: '2026-11-23T08:00:00.000Z',
      host: 'harbour.example',
    };
    await pollQueue(client, 'https://sqs.example/Polls').send([{ message: poll, url: feedA.url }]);
    expect(entries()).toMatchObject([[{ MessageBody: messageBody(poll), MessageGroupId: 'harbour.example' }]]);
  });

  it('the group of a recheck is the host of the page', async () => {
    const { client, entries } = await queue();
    const recheck = { version: 1 as const, recheck: { articleId: 'a', url: 'https://valley.example/1' } };
    await recheckQueue(client, 'https://sqs.example/Items').send([recheck]);
    expect(entries()).toMatchObject([[{ MessageBody: messageBody(recheck), MessageGroupId: 'valley.example' }]]);
  });

  it('a message of 1 MiB is sent; if a message is larger, its key is sent and its text put in the bucket', async () => {
    const { client, bodies, put, entries } = await queue();
    const url = 'https://harbour.example/1';
    const room = MAX_BYTES - Buffer.byteLength(messageBody(itemAt(url)));
    const [fits, exceeds] = [itemAt(url, 'x'.repeat(room)), itemAt(url, 'x'.repeat(room + 1))];
    const items = itemQueue(client, 'https://sqs.example/Items', bodies);
    await items.send([fits]);
    expect(entries()).toMatchObject([[{ MessageBody: messageBody(fits) }]]);
    expect(put.size).toBe(0);
    await items.send([exceeds]);
    const bodyKey = `messages/${contentId(messageBody(exceeds))}.json`;
    expect([...put]).toEqual([[bodyKey, messageBody(exceeds)]]);
    expect(entries()[1]).toMatchObject([
      { MessageBody: messageBody({ version: 1, bodyKey }), MessageGroupId: 'harbour.example' },
    ]);
  });

  it.each([
    ['itself', '😀'.repeat(MAX_BYTES)],
    ['once it is escaped for SQS', '😀'.repeat(MAX_BYTES / 8)],
  ])('the text in the bucket of a message that exceeds 1 MiB %s is not escaped for SQS', async (_, content) => {
    const { client, bodies, put } = await queue();
    const exceeds = itemAt('https://harbour.example/1', content);
    await itemQueue(client, 'https://sqs.example/Items', bodies).send([exceeds]);
    expect([...put.values()]).toEqual([JSON.stringify(exceeds)]);
  });

  it('items are prepared and sent ten at a time', async () => {
    const { client, bodies, entries } = await queue();
    const sent = Array.from({ length: 21 }, (_, n) => itemAt(`https://harbour.example/${n}`));
    await itemQueue(client, 'https://sqs.example/Items', bodies).send(sent);
    expect(entries().map((batch) => batch.length)).toEqual([10, 10, 1]);
  });
});
