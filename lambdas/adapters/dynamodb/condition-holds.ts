import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** Resolves to true after a conditional write, and to false when its condition didn't hold. */
export async function conditionHolds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
