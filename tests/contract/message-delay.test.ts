import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { messageDelay } from '../../lambdas/adapters/sqs/message-delay.ts';
import { LOCAL_CREDENTIALS } from '../../tools/local/emulators/emulators.ts';
import { localServices } from './local-services.ts';

const services = localServices();

it('a message that is handed back is received again after the delay, not before', async () => {
  const { deployment, endpoints } = services();
  const QueueUrl = deployment.output('ItemQueueUrl');
  const delay = messageDelay(QueueUrl, {
    AWS_REGION: deployment.region,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  });
  const receive = async () => (await deployment.sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0];

  const entry = { QueueUrl, MessageBody: 'x', MessageGroupId: 'harbour.example', MessageDeduplicationId: 'x' };
  await deployment.sqs.send(new SendMessageCommand(entry));
  const first = await receive();
  expect(await receive()).toBeUndefined();
  await delay(first?.ReceiptHandle ?? '', 0);
  const second = await receive();
  expect(second?.MessageId).toBe(first?.MessageId);
  await delay(second?.ReceiptHandle ?? '', 600);
  expect(await receive()).toBeUndefined();
});

it('a delay that SQS refuses throws an error', async () => {
  const { deployment, endpoints } = services();
  const delay = messageDelay(`${deployment.output('ItemQueueUrl')}-unknown`, {
    AWS_REGION: deployment.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  });
  await expect(delay('handle', 0)).rejects.toThrow(/ChangeMessageVisibility/);
});
