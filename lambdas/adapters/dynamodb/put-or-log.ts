import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { logger } from '../log.ts';

/** Puts an item that says something about a host. No article depends on it, so a failure is logged, not thrown. */
export async function putOrLog(client: DynamoDBDocumentClient, put: PutCommandInput): Promise<void> {
  try {
    await client.send(new PutCommand(put));
  } catch (error) {
    logger.warn('A fact about a host was not stored. It will be learned again.', { error: error as Error });
  }
}
