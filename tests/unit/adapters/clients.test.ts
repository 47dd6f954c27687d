import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { documentClient, sqsClient } from '../../../lambdas/adapters/clients.ts';
import { jsonServer } from '../../fakes/json-server.ts';

async function server(variable: string) {
  const { origin, requests } = await jsonServer(() => ({}));
  vi.stubEnv(variable, origin);
  for (const name of ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'local');
  onTestFinished(() => void vi.unstubAllEnvs());
  return requests;
}

describe('an AWS client', () => {
  it('a throttled call is tried seven times', async () => {
    expect(await documentClient().config.maxAttempts()).toBe(7);
    expect(await sqsClient().config.maxAttempts()).toBe(7);
  });

  it('the document client leaves out undefined values, also within values', async () => {
    const requests = await server('AWS_ENDPOINT_URL_DYNAMODB');
    await documentClient().send(
      new PutCommand({ TableName: 'Feeds', Item: { feedId: 'a', hub: { url: 'b', topic: undefined } } }),
    );
    expect(requests).toEqual([{ TableName: 'Feeds', Item: { feedId: { S: 'a' }, hub: { M: { url: { S: 'b' } } } } }]);
  });

  it('the SQS client calls the endpoint of the environment, not the host of the queue’s URL', async () => {
    const requests = await server('AWS_ENDPOINT_URL_SQS');
    const QueueUrl = 'https://sqs.invalid/123/Items.fifo';
    await sqsClient()
      .send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))
      .catch(() => {}); // no checksum comes back
    expect(requests).toEqual([{ QueueUrl, MessageBody: 'x' }]);
  });
});
