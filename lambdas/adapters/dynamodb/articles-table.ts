/** Articles and the claims on their identity, written together: DynamoDB transactions over the two tables. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ArticleStore } from '../../core/article/article-store.ts';
import type { Claim } from '../../core/article/identity/fingerprints.ts';
import { MAX_APPEARANCES } from '../../core/article/record/article.ts';
import { contentAttributes, fromRecord, toRecord, toRevisionRecord } from '../../core/article/record/record.ts';
import type { BodyStore } from '../../core/body-store.ts';
import { type ClaimsTable, findClaims, putClaim, type Write } from './claims-table.ts';
import { overflow } from './overflow.ts';
import { updateExpression } from './update-expression.ts';

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
        retractedAt: undefined,
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

    retract({ articleId, revision }, retractedAt, claims, now) {
      const change = updateExpression({ retractedAt: retractedAt?.toISOString() });
      const isNews = `attribute_${retractedAt === undefined ? '' : 'not_'}exists(retractedAt)`;
      const update = {
        TableName: articlesTableName,
        Key: { articleId },
        UpdateExpression: change.expression,
        ConditionExpression: `revision = :revision AND ${isNews}`,
        ExpressionAttributeNames: change.names,
        ExpressionAttributeValues: { ...change.values, ':revision': revision },
      };
      return write([{ Update: update }], claims, now);
    },

    appear(articleId, { key, ...appearance }, claims, now) {
      const update = {
        TableName: articlesTableName,
        Key: { articleId },
        UpdateExpression: 'SET appearances.#key = :appearance',
        ConditionExpression:
          'attribute_exists(articleId) AND attribute_not_exists(appearances.#key) AND size(appearances) < :most',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':appearance': appearance, ':most': MAX_APPEARANCES },
      };
      return write([{ Update: update }], claims, now);
    },

    claim: (claims, now) => write([], claims, now),
  };
}

const expiryAfter = (days: number, now: Date): Date | undefined =>
  days === 0 ? undefined : new Date(now.getTime() + days * 86_400_000);

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
