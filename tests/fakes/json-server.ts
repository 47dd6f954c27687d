import { json } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { loopbackServer } from './loopback-server.ts';

/**
 * Starts a server of an AWS JSON API. It records the bodies of requests and answers with JSON.
 *
 * @param answer also gets the operation, for instance `GetItem`. An answer with `__type` is an error
 */
export async function jsonServer(answer: (body: unknown, operation: string) => object) {
  const requests: unknown[] = [];
  const { origin } = await loopbackServer(async (request, response) => {
    const body = await json(request);
    requests.push(body);
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.').slice(-2);
    const answered = answer(body, operation);
    response.writeHead('__type' in answered ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(answered));
  });
  return { origin, requests };
}

/** A client of such a server of DynamoDB; it tries each call once. */
export async function dynamoServer(answer: (body: unknown, operation: string) => object) {
  const operations: string[] = [];
  const { origin, requests } = await jsonServer((body, operation) => {
    operations.push(operation);
    return answer(body, operation);
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: origin, maxAttempts: 1 });
  const marshallOptions = { removeUndefinedValues: true };
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions }), requests, operations };
}

/** The error of a transaction, with one code for each of its writes. */
export const cancelled = (...codes: readonly string[]) => ({
  __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
  CancellationReasons: codes.map((Code) => ({ Code })),
});
