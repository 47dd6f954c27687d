import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { type ReceivedMessages, receivedMessages } from '../../lambdas/adapters/sqs/received-messages.ts';
import { LOCAL_CREDENTIALS } from '../../tools/local/emulators/emulators.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const queueUrl = () => services().deployment.output('ItemQueueUrl');

const messagesOf = (url: string): ReceivedMessages =>
  receivedMessages(url, {
    AWS_REGION: services().deployment.region,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_SQS: services().endpoints.sqs,
  });

/** Sends messages of one group. */
async function send(group: string, ...bodies: readonly string[]): Promise<void> {
  for (const MessageBody of bodies) {
    const entry = { QueueUrl: queueUrl(), MessageBody, MessageGroupId: group, MessageDeduplicationId: MessageBody };
    await services().deployment.sqs.send(new SendMessageCommand(entry));
  }
}
async function receive() {
  const request = new ReceiveMessageCommand({ QueueUrl: queueUrl(), MaxNumberOfMessages: 10 });
  const { Messages = [] } = await services().deployment.sqs.send(request);
  return { bodies: Messages.map(({ Body }) => Body), handles: Messages.map(({ ReceiptHandle = '' }) => ReceiptHandle) };
}

it('a message that is handed back is received again after its seconds, and holds its group up until then', async () => {
  const messages = messagesOf(queueUrl());
  await send('harbour.example', 'first', 'second', 'third');
  const all = await receive();
  expect(all.bodies).toEqual(['first', 'second', 'third']);
  expect((await receive()).bodies).toEqual([]);

  await messages.remove(all.handles.slice(1, 2));
  await messages.hide(all.handles.slice(2), 0);
  expect((await receive()).bodies).toEqual([]);
  await messages.hide(all.handles.slice(0, 1), 0);
  const again = await receive();
  expect(again.bodies).toEqual(['first', 'third']);

  await messages.hide(again.handles, 600);
  expect((await receive()).bodies).toEqual([]);
  await messages.remove(again.handles);
});

it('messages that were deleted already are deleted without an error', async () => {
  const messages = messagesOf(queueUrl());
  await send('valley.example', 'only');
  const { handles } = await receive();
  await messages.remove(handles);
  await expect(messages.remove(handles)).resolves.toBeUndefined();
});

it('a call that SQS refuses throws an error', async () => {
  const hidden = messagesOf(`${queueUrl()}-unknown`).hide(['handle'], 0);
  await expect(hidden).rejects.toThrow(/ChangeMessageVisibilityBatch/);
});
