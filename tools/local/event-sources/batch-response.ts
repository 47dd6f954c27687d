/** The ids that a function reported as failed; or that the whole batch failed; or that the report is malformed. */
export type BatchResponse =
  | { readonly kind: 'partial'; readonly failed: readonly string[] }
  | { readonly kind: 'failed' };

/**
 * Reads a partial batch response by Lambda's rules: no response, or an empty list, is a full success; a response that is
 * no object, an entry without a text `itemIdentifier` (or an empty one), or an id that isn't in the batch fails the whole
 * batch. Source: AWS, "Handling errors for an SQS event source in Lambda" and "Configuring partial batch response with
 * DynamoDB and Lambda" (success and failure conditions).
 */
export function readBatchResponse(payload: unknown, ids: ReadonlySet<string>): BatchResponse {
  if (payload === null || payload === undefined) return { kind: 'partial', failed: [] };
  if (typeof payload !== 'object' || Array.isArray(payload)) return { kind: 'failed' };
  const failures: unknown = 'batchItemFailures' in payload ? payload.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return { kind: 'partial', failed: [] };
  if (!Array.isArray(failures)) return { kind: 'failed' };
  const failed: string[] = [];
  for (const failure of failures) {
    const id: unknown =
      typeof failure === 'object' && failure !== null && 'itemIdentifier' in failure
        ? failure.itemIdentifier
        : undefined;
    if (typeof id !== 'string' || !ids.has(id)) return { kind: 'failed' };
    failed.push(id);
  }
  return { kind: 'partial', failed: [...new Set(failed)] };
}
