import { describe, expect, it } from 'vitest';
import { messageDelay } from '../../../../lambdas/adapters/sqs/message-delay.ts';
import { capturedFetch } from '../../../fakes/captured-fetch.ts';

const QUEUE = 'https://sqs.eu-west-1.amazonaws.com/123/Items.fifo';
const LAMBDA = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
};

describe('a message delay', () => {
  it('the delay is one signed call of ChangeMessageVisibility', async () => {
    const requests = capturedFetch(200);
    await messageDelay(QUEUE, LAMBDA)('handle', 600);
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://sqs.eu-west-1.amazonaws.com/',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'AmazonSQS.ChangeMessageVisibility',
          'x-amz-security-token': 'token',
          authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\/\d+\/eu-west-1\/sqs\/aws4_request/),
        },
      },
    ]);
    const body: unknown = JSON.parse(requests[0]?.body ?? '');
    expect(body).toEqual({ QueueUrl: QUEUE, ReceiptHandle: 'handle', VisibilityTimeout: 600 });
  });

  it.each([
    [
      'AWS_ENDPOINT_URL_SQS',
      { AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1/', AWS_ENDPOINT_URL: 'http://127.0.0.1:2/' },
      1,
    ],
    ['AWS_ENDPOINT_URL', { AWS_ENDPOINT_URL: 'http://127.0.0.1:2/' }, 2],
  ])('the call goes to %s if that is set', async (_, endpoints, port) => {
    const requests = capturedFetch(200);
    await messageDelay(QUEUE, { ...LAMBDA, ...endpoints })('handle', 0);
    expect(requests).toMatchObject([{ url: `http://127.0.0.1:${port}/` }]);
  });

  it('a status that is no success is an error that names it', async () => {
    capturedFetch(400);
    const delay = messageDelay(QUEUE, LAMBDA);
    await expect(delay('handle', 0)).rejects.toThrow('SQS answered 400 to ChangeMessageVisibility.');
  });
});
