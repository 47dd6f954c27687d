import type { ServerResponse } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { documentClient, sqsClient, UNUSED_MIDDLEWARE } from '../../../lambdas/adapters/clients.ts';
import { jsonServer } from '../../fakes/json-server.ts';
import { loopbackServer } from '../../fakes/loopback-server.ts';

async function server(variable: string) {
  const { origin, requests } = await jsonServer(() => ({}));
  stubEnvironment(variable, origin);
  return requests;
}

function stubEnvironment(variable: string, origin: string): void {
  vi.stubEnv(variable, origin);
  for (const name of ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'local');
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** A server of DynamoDB whose first answer breaks; it then answers with an item. @returns the number of requests */
async function brokenServer(breakAnswer: (response: ServerResponse) => void) {
  let requests = 0;
  const { origin } = await loopbackServer((request, response) => {
    request.resume();
    if (++requests === 1) return void breakAnswer(response);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{"Item":{"feedId":{"S":"a"}}}');
  });
  stubEnvironment('AWS_ENDPOINT_URL_DYNAMODB', origin);
  return () => requests;
}

const busy = JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException' });

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

  it.each([
    ['DynamoDB', () => new DynamoDBClient({})],
    ['SQS', () => new SQSClient({})],
  ])('the SDK’s client of %s has each middleware that is left out', (_, make) => {
    expect(UNUSED_MIDDLEWARE.map((name) => make().middlewareStack.remove(name))).toEqual([true, true]);
  });

  it.each([
    ['DynamoDB', documentClient],
    ['SQS', sqsClient],
  ])('a call of %s passes these middlewares, and none that a new SDK has brought', (_, make) => {
    expect(
      make()
        .middlewareStack.identify()
        .map((each) => each.split(' ')[0]),
    ).toEqual([
      'serializerMiddleware',
      'contentLengthMiddleware',
      'hostHeaderMiddleware',
      'recursionDetectionMiddleware',
      'retryMiddleware',
      'httpSigningMiddleware',
      'deserializerMiddleware',
    ]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['breaks off within its body', (response) => response.writeHead(200).write('{"It', () => response.destroy())],
    [
      'is cut short of its length',
      (response) => response.writeHead(200, { 'content-length': 99 }).end('{"It', () => response.destroy()),
    ],
    ['never begins', (response) => response.destroy()],
    ['is throttled', (response) => response.writeHead(400).end(busy)],
    ['is a fault of the server', (response) => response.writeHead(500).end('{}')],
  ])('a call is made again if its answer %s', async (_, breakAnswer) => {
    const requests = await brokenServer(breakAnswer);
    const { Item, $metadata } = await documentClient().send(
      new GetCommand({ TableName: 'Feeds', Key: { feedId: 'a' } }),
    );
    expect(Item).toEqual({ feedId: 'a' });
    expect(requests()).toBe(2);
    expect($metadata.attempts).toBe(2);
  });
});
