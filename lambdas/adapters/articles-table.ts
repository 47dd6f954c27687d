/** Articles and the claims on their identity, written together: DynamoDB transactions over the two tables. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Claim } from '../core/article/fingerprints.ts';
import { contentAttributes, fromRecord, toRecord } from '../core/article/record.ts';
import { type ArticleContent, MOST_APPEARANCES } from '../core/article/types.ts';
import type { ArticleStore, BodyStore } from '../core/ports.ts';
import { updateExpression } from './update-expression.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Bytes of a text that stays in the table. With metadata of at most 60 KB (content-limits.ts) and 100 appearances of at
 * most 2 KB, an article keeps below DynamoDB's 400 KB an item.
 */
const MOST_TEXT_BYTES = 120_000;

export interface ArticlesTableOptions {
  readonly client: DynamoDBDocumentClient;
  readonly articlesTableName: string;
  readonly fingerprintsTableName: string;
  readonly bodies: BodyStore;
  readonly fingerprintRetentionDays: number;
}

export function articlesTable(options: ArticlesTableOptions): ArticleStore {
  const { client, articlesTableName, fingerprintsTableName, bodies } = options;

  const putClaim = (claim: Claim, now: Date): Write => ({
    Put: {
      TableName: fingerprintsTableName,
      Item: {
        fingerprint: claim.fingerprint,
        articleId: claim.articleId,
        itemHash: claim.item?.hash,
        foundAt: claim.item?.foundAt,
        expiresAt: epochSeconds(now) + options.fingerprintRetentionDays * 86_400,
      },
      // An expired claim may linger for days before TTL deletes it; it no longer counts.
      ConditionExpression:
        'attribute_not_exists(fingerprint) OR expiresAt < :now OR ' +
        (claim.item === undefined ? 'articleId = :article' : '(articleId = :article AND foundAt <= :found)'),
      ExpressionAttributeValues: {
        ':now': epochSeconds(now),
        ':article': claim.articleId,
        ':found': claim.item?.foundAt,
      },
    },
  });

  const write = (first: readonly Write[], claims: readonly Claim[], now: Date): Promise<boolean> =>
    transact(client, [...first, ...claims.map((claim) => putClaim(claim, now))]);

  return {
    async findClaims(fingerprints, now) {
      const found = await Promise.all(
        fingerprints.map(async (fingerprint): Promise<[string, Claim][]> => {
          const command = new GetCommand({
            TableName: fingerprintsTableName,
            Key: { fingerprint },
            ConsistentRead: true,
          });
          const { Item } = await client.send(command);
          if (Item === undefined || Item['expiresAt'] < epochSeconds(now)) return [];
          const { articleId, itemHash, foundAt } = Item as { articleId: string; itemHash?: string; foundAt?: string };
          const item = itemHash === undefined || foundAt === undefined ? {} : { item: { hash: itemHash, foundAt } };
          return [[fingerprint, { fingerprint, articleId, ...item }]];
        }),
      );
      return new Map(found.flat());
    },

    async get(articleId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: articlesTableName, Key: { articleId }, ConsistentRead: true }),
      );
      return fromRecord(Item);
    },

    async publish(article, claims, now) {
      const fitting = await overflow(article.articleId, article, bodies);
      const put = {
        TableName: articlesTableName,
        Item: toRecord(fitting),
        ConditionExpression: 'attribute_not_exists(articleId)',
      };
      return write([{ Put: put }], claims, now);
    },

    async revise(articleId, previous, content, claims, now) {
      const fitting = await overflow(articleId, content, bodies);
      const update = updateExpression({
        ...contentAttributes(fitting),
        revision: previous + 1,
        revisedAt: now.toISOString(),
      });
      return write(
        [
          {
            Update: {
              TableName: articlesTableName,
              Key: { articleId },
              UpdateExpression: update.expression,
              ConditionExpression: 'revision = :previous',
              ExpressionAttributeNames: update.names,
              ExpressionAttributeValues: { ...update.values, ':previous': previous },
            },
          },
        ],
        claims,
        now,
      );
    },

    appear(articleId, { key, ...appearance }, claims, now) {
      const update = {
        TableName: articlesTableName,
        Key: { articleId },
        UpdateExpression: 'SET appearances.#key = :appearance',
        ConditionExpression:
          'attribute_exists(articleId) AND attribute_not_exists(appearances.#key) AND size(appearances) < :most',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':appearance': appearance, ':most': MOST_APPEARANCES },
      };
      return write([{ Update: update }], claims, now);
    },

    claim: (claims, now) => write([], claims, now),
  };
}

/** Moves a text that is too large for the table to the Bodies bucket, under a key that depends on nothing but the content. */
async function overflow<T extends ArticleContent>(articleId: string, content: T, bodies: BodyStore): Promise<T> {
  const { text, ...rest } = content;
  if (text === undefined || Buffer.byteLength(text) <= MOST_TEXT_BYTES) return content;
  const textKey = `articles/${articleId}/${content.contentHash}.txt`;
  await bodies.put(textKey, text);
  return { ...rest, textKey } as unknown as T;
}

/** False when a condition failed or another transaction was at the same items; anything else throws. */
async function transact(client: DynamoDBDocumentClient, writes: Write[]): Promise<boolean> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }));
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code).filter((code) => code !== 'None');
    if (codes.every((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')) return false;
    throw error;
  }
}

const epochSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);
