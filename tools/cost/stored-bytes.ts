/** How many bytes items take in a table. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, paginateScan, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** Bytes that DynamoDB adds to each stored item: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const OVERHEAD = 100;

/** @returns the bytes of all items by the kind that `kindOf` says */
export async function storedBytes(
  client: DynamoDBDocumentClient,
  TableName: string,
  kindOf: (item: Record<string, unknown>) => string,
): Promise<ReadonlyMap<string, number>> {
  const bytes = new Map<string, number>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName }))
    for (const item of Items) bytes.set(kindOf(item), (bytes.get(kindOf(item)) ?? 0) + bytesWithOverhead(item));
  return bytes;
}

/** @returns the mean bytes of an item, of those on the first page. An index's items are alike, and dynoxide reads no second page. */
export async function meanBytes(
  client: DynamoDBDocumentClient,
  TableName: string,
  IndexName?: string,
): Promise<number> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName }));
  return Items.reduce((sum, item) => sum + bytesWithOverhead(item), 0) / Items.length;
}

const bytesWithOverhead = (item: Record<string, unknown>): number => itemBytes(marshall(item)) + OVERHEAD;

/** The size of an item by the rules of the page above, but for numbers, which it bounds from above. */
export const itemBytes = (item: Record<string, AttributeValue>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes(value: AttributeValue): number {
  const { S, N, B, SS, L, M } = value;
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  if (B !== undefined) return B.length;
  if (SS !== undefined) return SS.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  if (L !== undefined) return L.reduce((sum, each) => sum + valueBytes(each) + 1, 3);
  if (M !== undefined) return itemBytes(M) + Object.keys(M).length + 3;
  return 1;
}
