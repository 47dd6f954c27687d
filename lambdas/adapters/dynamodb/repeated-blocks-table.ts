/**
 * Repeated blocks in the Fingerprints table, with the key `blocks:` + origin: reads and writes by key. They aren't part
 * of the host record (hosts-table.ts), which is small, read once a minute and written once a day. Repeated blocks are
 * read and written with every article, and each writer replaces a whole item.
 */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { RepeatedBlocksStore } from '../../core/article/text/repeated-blocks.ts';
import { NOTHING_KNOWN } from '../../core/article/text/repeated-blocks.ts';
import { putOrLog } from './put-or-log.ts';

/** Life of a host's repeated blocks after their last write. */
const LIFETIME_DAYS = 30;

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
      await putOrLog(client, { TableName: fingerprintsTableName, Item: { ...keyOf(origin), blocks, expiresAt } });
    },
  };
}
