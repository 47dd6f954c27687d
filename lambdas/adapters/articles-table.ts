/** Articles and the claims on their identity, written together: DynamoDB transactions over the two tables. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Claim } from '../core/article/fingerprints.ts';
import { contentAttributes, fromRecord, toRecord, toRevisionRecord } from '../core/article/record.ts';
import { type ArticleContent, MOST_APPEARANCES } from '../core/article/types.ts';
import type { ArticleStore, BodyStore } from '../core/ports.ts';
import { type ClaimsTable, findClaims, putClaim, type Write } from './claims-table.ts';
import { updateExpression } from './update-expression.ts';

/**
 * Bytes of a text that stays in the table. With metadata of at most 60 KB (content-limits.ts) and 100 appearances of at
 * most 2 KB, an article keeps below DynamoDB's 400 KB an item.
 */
const MOST_TEXT_BYTES = 120_000;

export interface ArticlesTableOptions extends ClaimsTable {
  readonly articlesTableName: string;
  readonly revisionsTableName: string;
  readonly bodies: BodyStore;
  /** 0: for ever. */
  readonly revisionRetentionDays: number;
}

export function articlesTable(options: ArticlesTableOptions): ArticleStore {
  const { client, articlesTableName, revisionsTableName, bodies } = options;

  const write = (first: readonly Write[], claims: readonly Claim[], now: Date): Promise<boolean> =>
    transact(client, [...first, ...claims.map((claim) => putClaim(options, claim, now))]);

  return {
    findClaims: (fingerprints, now) => findClaims(options, fingerprints, now),

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

    async revise(previous, content, claims, now) {
      const { articleId, revision } = previous;
      const fitting = await overflow(articleId, content, bodies);
      const update = updateExpression({
        ...contentAttributes(fitting),
        revision: revision + 1,
        revisedAt: now.toISOString(),
      });
      const replace = {
        TableName: articlesTableName,
        Key: { articleId },
        UpdateExpression: update.expression,
        ConditionExpression: 'revision = :previous',
        ExpressionAttributeNames: update.names,
        ExpressionAttributeValues: { ...update.values, ':previous': revision },
      };
      const keep = {
        TableName: revisionsTableName,
        Item: toRevisionRecord(
          await overflow(articleId, previous, bodies),
          expiryAfter(options.revisionRetentionDays, now),
        ),
      };
      return write([{ Update: replace }, { Put: keep }], claims, now);
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

const expiryAfter = (days: number, now: Date): Date | undefined =>
  days === 0 ? undefined : new Date(now.getTime() + days * 86_400_000);

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
