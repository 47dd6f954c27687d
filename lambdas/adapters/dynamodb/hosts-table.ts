/**
 * Host records in the Fingerprints table, with the key `host:` + origin: reads and writes by key. That table has a TTL,
 * and no stream that these writes would disturb.
 */
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { HostRecord, HostStore } from '../../core/web/host-store.ts';

/** Life of a host record after its last write. */
const LIFETIME_DAYS = 30;

export function hostsTable(client: DynamoDBDocumentClient, fingerprintsTableName: string): HostStore {
  const keyOf = (origin: string) => ({ fingerprint: `host:${origin}` });
  return {
    async get(origin) {
      const { Item } = await client.send(
        new GetCommand({ TableName: fingerprintsTableName, Key: keyOf(origin), ProjectionExpression: 'host' }),
      );
      return Item?.['host'] as HostRecord | undefined;
    },
    async put(origin, host, now) {
      const expiresAt = Math.floor(now.getTime() / 1000) + LIFETIME_DAYS * 86_400;
      await client.send(
        new PutCommand({ TableName: fingerprintsTableName, Item: { ...keyOf(origin), host, expiresAt } }),
      );
    },
  };
}
