/**
 * The Fingerprints table: key `fingerprint`, with a TTL and no stream. An item is a claim: this fingerprint belongs to
 * that article. Claims are read in one batch by key, and written in the transaction of their article
 * (articles-table.ts).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Claim, NEAR_CLAIM_DAYS } from '../../core/article/identity/fingerprints.ts';
import { decodeSketch, encodeSketch } from '../../core/article/identity/near-duplicate.ts';
import { compact } from '../../core/compact.ts';
import { ContentionError } from '../../core/errors.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface ClaimsTable {
  readonly client: DynamoDBDocumentClient;
  readonly fingerprintsTableName: string;
  readonly fingerprintRetentionDays: number;
}

/** Max requests for keys that DynamoDB leaves unread. */
const MAX_ROUNDS = 4;
/** Mean pause before the second round; it doubles with each round. */
const PAUSE_MS = 50;

/** Returns the claims that exist and haven't expired, by fingerprint. */
export async function findClaims(
  table: ClaimsTable,
  fingerprints: readonly string[],
  now: Date,
): Promise<Map<string, Claim>> {
  const items = await getAll(table, fingerprints);
  const valid = items.filter(({ expiresAt }) => expiresAt >= epochSeconds(now));
  return new Map(valid.map((item) => [item.fingerprint, toClaim(item)]));
}

/** A write of a claim. It fails if another article holds the claim, or if the claim is of a later state of the item. */
export const putClaim = (
  table: ClaimsTable,
  { fingerprint, articleId, item, sketch, isOfStandIn }: Claim,
  now: Date,
): Write => ({
  Put: {
    TableName: table.fingerprintsTableName,
    Item: {
      fingerprint,
      articleId,
      itemHash: item?.hash,
      foundAt: item?.foundAt,
      sketch: sketch === undefined ? undefined : encodeSketch(sketch),
      isOfStandIn,
      expiresAt: epochSeconds(now) + daysToKeep(table, sketch !== undefined) * 86_400,
    },
    // TTL may delete an expired claim days later; such a claim no longer counts.
    ConditionExpression:
      'attribute_not_exists(fingerprint) OR expiresAt < :now OR ' +
      (item === undefined ? 'articleId = :article' : '(articleId = :article AND foundAt <= :found)'),
    ExpressionAttributeValues: { ':now': epochSeconds(now), ':article': articleId, ':found': item?.foundAt },
  },
});

const daysToKeep = ({ fingerprintRetentionDays }: ClaimsTable, isNear: boolean): number =>
  isNear ? Math.min(NEAR_CLAIM_DAYS, fingerprintRetentionDays) : fingerprintRetentionDays;

interface ClaimRecord {
  readonly fingerprint: string;
  readonly articleId: string;
  readonly itemHash?: string;
  readonly foundAt?: string;
  readonly sketch?: Uint8Array;
  readonly isOfStandIn?: true;
  readonly expiresAt: number;
}

const toClaim = ({ fingerprint, articleId, itemHash, foundAt, sketch, isOfStandIn }: ClaimRecord): Claim =>
  compact({
    fingerprint,
    articleId,
    item: itemHash === undefined || foundAt === undefined ? undefined : { hash: itemHash, foundAt },
    sketch: sketch === undefined ? undefined : decodeSketch(sketch),
    isOfStandIn,
  });

/**
 * Reads claims in one request, 100 at most (the limit of BatchGetItem). Keys that DynamoDB leaves unread, because it is
 * throttled, are asked for again.
 *
 * @throws {ContentionError} if keys are unread after the last round; the message is then tried again later.
 */
async function getAll(
  { client, fingerprintsTableName: tableName }: ClaimsTable,
  fingerprints: readonly string[],
): Promise<ClaimRecord[]> {
  const found: ClaimRecord[] = [];
  let keys: Record<string, unknown>[] = [...new Set(fingerprints)].map((fingerprint) => ({ fingerprint }));
  for (let round = 0; keys.length > 0; round++) {
    if (round === MAX_ROUNDS)
      throw new ContentionError(`${tableName} left ${keys.length} claim(s) unread ${MAX_ROUNDS} times.`);
    if (round > 0) await sleep(PAUSE_MS * 2 ** round * Math.random());
    const request = { RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } } };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand(request));
    found.push(...((Responses?.[tableName] ?? []) as ClaimRecord[]));
    keys = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}

const epochSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);
