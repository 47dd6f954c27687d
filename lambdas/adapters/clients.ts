/**
 * The AWS clients, one of each per process. The SDK reads endpoints, region and credentials from the environment. Half of a call's
 * CPU was the SDK's own machinery; docs/decisions/sdk.md says which parts are left out or replaced here, and what that saves.
 */
import type { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CachingDocumentClient } from './document-client.ts';
import { OneCallSha256 } from './one-call-sha256.ts';

/** Max tries of a throttled call, with exponential back-off; the SDK's default of 3 gives up within a second. */
const MAX_ATTEMPTS = 7;

/**
 * Middlewares that are left out: one prepares each input and output for a logger that no client here has, the other tells AWS the
 * version of the SDK.
 */
export const UNUSED_MIDDLEWARE = ['loggerMiddleware', 'getUserAgentMiddleware'] as const;

/** Collects an answer's body. The SDK pipes it into a stream of its own. */
const streamCollector = (stream: Readable): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
  });

const OPTIONS = { maxAttempts: MAX_ATTEMPTS, sha256: OneCallSha256, streamCollector };

const lean = <C extends DynamoDBClient | SQSClient>(client: C): C => {
  for (const name of UNUSED_MIDDLEWARE) client.middlewareStack.remove(name);
  return client;
};

export const documentClient = (): DynamoDBDocumentClient =>
  new CachingDocumentClient(lean(new DynamoDBClient(OPTIONS)));

/** A client that calls AWS_ENDPOINT_URL_SQS if that is set, and never the host of a queue's URL. */
export const sqsClient = (): SQSClient =>
  lean(new SQSClient({ ...OPTIONS, cacheMiddleware: true, useQueueUrlAsEndpoint: false }));
