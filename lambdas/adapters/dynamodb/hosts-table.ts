/**
 * Host records in the Fingerprints table, with the key `host:` + origin: reads and writes by key. That table has a TTL,
 * and no stream that these writes would disturb. The rules of a robots.txt are compressed.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { HostRecord, HostStore } from '../../core/web/host-store.ts';
import type { RobotsRules } from '../../core/web/robots.ts';
import { putOrLog } from './put-or-log.ts';

/** Life of a host record after its last write. */
const LIFETIME_DAYS = 30;
/**
 * Max size of stored rules, in bytes, compressed; an item may have 400 kB. Rules beyond it are not stored, so each process fetches
 * the robots.txt. To store a part of them would allow what the host forbids.
 */
const MAX_RULES_BYTES = 64 * 1024;

/** A host record as it is stored. Rules that were stored as a list are of an earlier version. */
interface StoredHost extends Omit<HostRecord, 'robots'> {
  readonly robots?: Omit<NonNullable<HostRecord['robots']>, 'rules'> & {
    readonly rules: Uint8Array | RobotsRules['rules'];
  };
}

export function hostsTable(client: DynamoDBDocumentClient, fingerprintsTableName: string): HostStore {
  const keyOf = (origin: string) => ({ fingerprint: `host:${origin}` });
  return {
    async get(origin) {
      const { Item } = await client.send(
        new GetCommand({ TableName: fingerprintsTableName, Key: keyOf(origin), ProjectionExpression: 'host' }),
      );
      return Item && unpacked(Item['host'] as StoredHost);
    },
    async put(origin, host, now) {
      const expiresAt = Math.floor(now.getTime() / 1000) + LIFETIME_DAYS * 86_400;
      const Item = { ...keyOf(origin), host: packed(host), expiresAt };
      await putOrLog(client, { TableName: fingerprintsTableName, Item });
    },
  };
}

function packed({ robots, ...host }: HostRecord): StoredHost {
  if (robots === undefined) return host;
  const rules = deflateRawSync(robots.rules.join('\n'));
  return rules.length > MAX_RULES_BYTES ? host : { ...host, robots: { ...robots, rules } };
}

function unpacked({ robots, ...host }: StoredHost): HostRecord {
  if (robots === undefined) return host;
  const { rules } = robots;
  return { ...host, robots: { ...robots, rules: rules instanceof Uint8Array ? linesOf(rules) : rules } };
}

function linesOf(rules: Uint8Array): readonly string[] {
  const text = inflateRawSync(rules).toString('latin1');
  return text === '' ? [] : text.split('\n');
}
