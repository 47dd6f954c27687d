import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Makes the client lose the answer to its next request: DynamoDB does the work, the connection breaks, and the SDK sends the
 * request again.
 */
export function loseNextAnswer({ config: { requestHandler } }: DynamoDBDocumentClient): void {
  const handle = requestHandler.handle;
  requestHandler.handle = async (...request) => {
    requestHandler.handle = handle;
    const { response } = await handle.apply(requestHandler, request);
    response.body.resume();
    throw Object.assign(new Error('The connection broke.'), { name: 'TimeoutError', code: 'ECONNRESET' });
  };
}
