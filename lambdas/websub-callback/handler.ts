import type { APIGatewayProxyStructuredResultV2, LambdaFunctionURLEvent } from 'aws-lambda';
import { documentClient, sqsClient } from '../adapters/clients.ts';
import { subscriptionsTable } from '../adapters/dynamodb/subscriptions-table.ts';
import { count, logger, publishCounts } from '../adapters/log.ts';
import { pollQueue } from '../adapters/sqs/queues.ts';
import { compact } from '../core/compact.ts';
import { decodeEnvironment } from '../core/env.ts';
import { websubCallbackEnvironment } from './config.ts';
import { websubCallback } from './websub-callback.ts';

const environment = decodeEnvironment(websubCallbackEnvironment, process.env);
const answer = websubCallback({
  feeds: subscriptionsTable(documentClient(), environment.FEEDS_TABLE_NAME),
  polls: pollQueue(sqsClient(), environment.POLL_QUEUE_URL),
  key: environment.WEBSUB_CALLBACK_KEY,
  now: () => new Date(),
});
/** Nothing that comes back may be taken for a page. */
const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

export async function handler(event: LambdaFunctionURLEvent): Promise<APIGatewayProxyStructuredResultV2> {
  const { statusCode, body, outcome } = await answer(
    compact({
      method: event.requestContext.http.method,
      path: event.rawPath,
      query: new URLSearchParams(event.rawQueryString),
      signature: event.headers['x-hub-signature'],
      body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    }),
  );
  // The path ends with the token and its seal, and is not logged.
  logger.info('A hub called.', { outcome, feedId: event.rawPath.split('/')[1] });
  count(`Hub.${outcome}`);
  publishCounts();
  return { statusCode, headers, body };
}
