import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { receiveItem } from '../../lambdas/adapters/s3/item-body.ts';
import { itemQueue, recheckQueue } from '../../lambdas/adapters/sqs/queues.ts';
import { item, message } from '../fakes/messages.ts';
import { localServices } from './local-services.ts';

const services = localServices();

async function received(count: number) {
  const { deployment, bodies } = services();
  const QueueUrl = deployment.output('ItemQueueUrl');
  const items = [];
  while (items.length < count) {
    const { Messages = [] } = await deployment.sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    if (Messages.length === 0) break;
    for (const { Body = '', ReceiptHandle } of Messages) {
      items.push(await receiveItem(Body, bodies));
      await deployment.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  return items;
}
const queue = () => {
  const { deployment, bodies } = services();
  return itemQueue(deployment.sqs, deployment.output('ItemQueueUrl'), bodies);
};

it('the item queue delivers more items than a batch holds, each as it was sent', async () => {
  const sent = Array.from({ length: 25 }, (_, n) =>
    message({ item: item({ guid: `g${n}`, url: `https://h${n}.example/` }) }),
  );
  await queue().send(sent);
  const got = await received(25);
  expect(got).toHaveLength(25);
  expect(new Set(got)).toEqual(new Set(sent));
});

it('the recheck queue delivers rechecks to the consumer of the items', async () => {
  const { deployment } = services();
  const sent = Array.from({ length: 12 }, (_, n) => ({
    version: 1 as const,
    recheck: { articleId: `article-${n}`, url: 'https://harbour.example/news/1' },
  }));
  await recheckQueue(deployment.sqs, deployment.output('ItemQueueUrl')).send(sent);
  expect(await received(12)).toEqual(sent);
});

it('the item queue delivers items that together exceed a batch, in their order', async () => {
  const sent = Array.from({ length: 4 }, (_, n) =>
    message({ item: item({ guid: `large${n}`, content: 'x'.repeat(400_000) }) }),
  );
  await queue().send(sent);
  expect(await received(4)).toEqual(sent);
});

it('the item queue delivers an item that exceeds a message through the Bodies bucket', async () => {
  const sent = message({ item: item({ guid: 'huge', content: 'ö'.repeat(800_000) }) });
  await queue().send([sent]);
  expect(await received(1)).toEqual([sent]);
});

it('the item queue delivers the batches before a fault, because it prepares ten items at a time', async () => {
  const { deployment, bodies } = services();
  const full = { ...bodies, put: () => Promise.reject(new Error('The bucket is full.')) };
  const sent = Array.from({ length: 11 }, (_, n) => message({ item: item({ guid: `few${n}` }) }));
  const huge = message({ item: item({ guid: 'huge', content: 'x'.repeat(1_200_000) }) });
  const items = itemQueue(deployment.sqs, deployment.output('ItemQueueUrl'), full);
  await expect(items.send([...sent, huge])).rejects.toThrow('The bucket is full.');
  expect(await received(10)).toEqual(sent.slice(0, 10));
});

it.each([
  ['emoji', '🗞️ news'],
  ['control characters', 'a\u0000b\u0008c'],
  ['noncharacters', 'a\uFFFEb\uFFFFc'],
  ['half a surrogate pair', 'a\uD83Db'],
])('the item queue delivers %s in a title unchanged', async (_, title) => {
  const sent = message({ item: item({ guid: title, title }) });
  await queue().send([sent]);
  expect(await received(1)).toEqual([sent]);
});
