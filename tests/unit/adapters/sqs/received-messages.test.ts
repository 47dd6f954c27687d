import { describe, expect, it } from 'vitest';
import { receivedMessages } from '../../../../lambdas/adapters/sqs/received-messages.ts';
import { capturedFetch } from '../../../fakes/captured-fetch.ts';

const QUEUE = 'https://sqs.eu-west-1.amazonaws.com/123/Items.fifo';
const LAMBDA = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
};

describe('received messages', () => {
  it.each([
    [
      'messages are hidden by one signed call of ChangeMessageVisibilityBatch',
      'ChangeMessageVisibilityBatch',
      () => receivedMessages(QUEUE, LAMBDA).hide(['one', 'two'], 600),
      { VisibilityTimeout: 600 },
    ],
    [
      'messages are removed by one signed call of DeleteMessageBatch',
      'DeleteMessageBatch',
      () => receivedMessages(QUEUE, LAMBDA).remove(['one', 'two']),
      {},
    ],
  ])('%s', async (_, operation, call, fields) => {
    const requests = capturedFetch(200, '{}');
    await call();
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://sqs.eu-west-1.amazonaws.com/',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `AmazonSQS.${operation}`,
          'x-amz-security-token': 'token',
          authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\/\d+\/eu-west-1\/sqs\/aws4_request/),
        },
      },
    ]);
    const Entries = ['one', 'two'].map((ReceiptHandle, index) => ({ Id: `${index}`, ReceiptHandle, ...fields }));
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ QueueUrl: QUEUE, Entries });
  });

  it.each([
    [
      'AWS_ENDPOINT_URL_SQS',
      { AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1/', AWS_ENDPOINT_URL: 'http://127.0.0.1:2/' },
      1,
    ],
    ['AWS_ENDPOINT_URL', { AWS_ENDPOINT_URL: 'http://127.0.0.1:2/' }, 2],
  ])('the call goes to %s if that is set', async (_, endpoints, port) => {
    const requests = capturedFetch(200, '{}');
    await receivedMessages(QUEUE, { ...LAMBDA, ...endpoints }).hide(['handle'], 0);
    expect(requests).toMatchObject([{ url: `http://127.0.0.1:${port}/` }]);
  });

  it('a status that is no success is an error that names it', async () => {
    capturedFetch(400);
    const hidden = receivedMessages(QUEUE, LAMBDA).hide(['handle'], 0);
    await expect(hidden).rejects.toThrow('SQS answered 400 to ChangeMessageVisibilityBatch.');
  });

  it('messages that SQS refuses are an error that says why', async () => {
    capturedFetch(200, JSON.stringify({ Successful: [], Failed: [{ Id: '0', Code: 'ReceiptHandleIsInvalid' }] }));
    const removed = receivedMessages(QUEUE, LAMBDA).remove(['handle']);
    await expect(removed).rejects.toThrow('SQS refused 1 of DeleteMessageBatch: ReceiptHandleIsInvalid.');
  });
});
