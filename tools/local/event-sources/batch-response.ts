/** The ids that a function reported as failed, or the failure of the whole batch. */
export type BatchResponse =
  | { readonly kind: 'partial'; readonly failed: readonly string[] }
  | { readonly kind: 'failed' };

/**
 * Reads a partial batch response by Lambda's rules. No response and an empty list are a full success. A response that
 * is no object, an entry without a text `itemIdentifier`, and an id that isn't in the batch fail the whole batch.
 * Source: AWS, "Handling errors for an SQS event source in Lambda" and "Configuring partial batch response with
 * DynamoDB and Lambda" (success and failure conditions).
 */
export function readBatchResponse(payload: unknown, ids: ReadonlySet<string>): BatchResponse {
  if (payload === null || payload === undefined) return { kind: 'partial', failed: [] };
  if (typeof payload !== 'object' || Array.isArray(payload)) return { kind: 'failed' };
  const failures: unknown = 'batchItemFailures' in payload ? payload.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return { kind: 'partial', failed: [] };
  if (!Array.isArray(failures)) return { kind: 'failed' };
  const failed = failures.map(itemIdentifierOf);
  const areInBatch = failed.every((id) => id !== undefined && ids.has(id));
  return areInBatch
    ? { kind: 'partial', failed: [...new Set(failed.filter((id) => id !== undefined))] }
    : { kind: 'failed' };
}

function itemIdentifierOf(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('itemIdentifier' in failure)) return undefined;
  return typeof failure.itemIdentifier === 'string' ? failure.itemIdentifier : undefined;
}
