import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Makes the client lose the answer to its next request: DynamoDB does the work, the connection breaks, and the SDK sends the
 * request again.
 */
export function loseNextAnswer({ middlewareStack }: DynamoDBDocumentClient): void {
  const name = 'loseNextAnswer';
  const losing =
    <Request, Answer>(next: (request: Request) => Promise<Answer>) =>
    async (request: Request): Promise<Answer> => {
      if (!middlewareStack.remove(name)) return next(request);
      await next(request).catch(() => undefined);
      throw Object.assign(new Error('The connection broke.'), { name: 'TimeoutError', code: 'ECONNRESET' });
    };
  middlewareStack.addRelativeTo(losing, { name, relation: 'after', toMiddleware: 'retryMiddleware' });
}
