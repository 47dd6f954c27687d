import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { NOTHING_KNOWN } from '../../core/article/text/repeated-blocks.ts';
import type { RepeatedBlocksStore } from '../../core/article/text/repeated-blocks-store.ts';

/** What a host has repeated is forgotten when nothing new was read of it for this long. */
const LIFETIME_DAYS = 30;

/**
 * Block memories among the fingerprints, beside the host records but not in them (hosts-table.ts): those are read once a
 * minute, written once a day and small, these read and written with every article, and each writer replaces a whole item.
 */
export function repeatedBlocksTable(
  client: DynamoDBDocumentClient,
  fingerprintsTableName: string,
): RepeatedBlocksStore {
  const keyOf = (origin: string) => ({ fingerprint: `blocks:${origin}` });
  return {
    async get(origin) {
      const { Item } = await client.send(new GetCommand({ TableName: fingerprintsTableName, Key: keyOf(origin) }));
      const blocks: unknown = Item?.['blocks'];
      return blocks instanceof Uint8Array ? blocks : NOTHING_KNOWN;
    },
    async put(origin, blocks, now) {
      const expiresAt = Math.floor(now.getTime() / 1000) + LIFETIME_DAYS * 86_400;
      await client.send(
        new PutCommand({ TableName: fingerprintsTableName, Item: { ...keyOf(origin), blocks, expiresAt } }),
      );
    },
  };
}
