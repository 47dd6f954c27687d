/**
 * The Articles table: key `articleId`, one item per article. Its stream is the public API, so only real changes are
 * written. The indexes `byFeed` and `byDay` have the sort key `firstSeenAt`.
 *
 * Here: reads by key, and writes in one transaction with the claims (claims-table.ts) and, for a revision, with the
 * earlier state in the Revisions table (key `articleId`, `revision`). articles-by-day.ts reads `byDay`.
 */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ArticleStore } from '../../core/article/article-store.ts';
import type { Claim } from '../../core/article/identity/fingerprints.ts';
import { type Appearance, MAX_APPEARANCES } from '../../core/article/record/article.ts';
import {
  contentAttributes,
  fromRecord,
  toRecord,
  toRevisionRecord,
  withPackedHtml,
} from '../../core/article/record/record.ts';
import type { BodyStore } from '../../core/body-store.ts';
import { type ClaimsTable, findClaims, putClaim, type Write } from './claims-table.ts';
import { conditionalUpdate } from './conditional-update.ts';
import { overflow } from './overflow.ts';

export interface ArticlesTableOptions extends ClaimsTable {
  readonly articlesTableName: string;
  readonly revisionsTableName: string;
  readonly bodies: BodyStore;
  /** 0: for ever. */
  readonly revisionRetentionDays: number;
}

export function articlesTable(options: ArticlesTableOptions): ArticleStore {
  const { client, articlesTableName: tableName, revisionsTableName, bodies } = options;

  const write = (articleWrites: readonly Write[], claims: readonly Claim[], now: Date): Promise<boolean> =>
    transact(client, [...articleWrites, ...claims.map((claim) => putClaim(options, claim, now))]);

  return {
    findClaims: (fingerprints, now) => findClaims(options, fingerprints, now),

    async get(articleId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: { articleId }, ConsistentRead: true }),
      );
      return fromRecord(Item);
    },

    async publish(article, claims, now) {
      const fitting = await overflow(article.articleId, article, bodies);
      const put = {
        TableName: tableName,
        Item: toRecord(fitting),
        ConditionExpression: 'attribute_not_exists(articleId)',
      };
      return write([{ Put: put }], claims, now);
    },

    async revise(previous, content, claims, now, { feedId, appearance } = { feedId: previous.feedId }) {
      const { articleId, revision } = previous;
      const fitting = await overflow(articleId, content, bodies);
      const replace = conditionalUpdate({
        tableName,
        key: { articleId },
        attributes: {
          ...withPackedHtml(contentAttributes(fitting)),
          feedId,
          revision: revision + 1,
          revisedAt: now.toISOString(),
          retractedAt: undefined,
        },
        condition: 'revision = :previous',
        values: { ':previous': revision },
      });
      const keep = {
        TableName: revisionsTableName,
        Item: toRevisionRecord(
          await overflow(articleId, previous, bodies),
          expiryAfter(options.revisionRetentionDays, now),
        ),
      };
      const update = appearance === undefined ? replace : withAppearance(replace, appearance);
      return write([{ Update: update }, { Put: keep }], claims, now);
    },

    retract({ articleId, revision }, retractedAt, claims, now) {
      const isChange = `attribute_${retractedAt === undefined ? '' : 'not_'}exists(retractedAt)`;
      const update = conditionalUpdate({
        tableName,
        key: { articleId },
        attributes: { retractedAt: retractedAt?.toISOString() },
        condition: `revision = :revision AND ${isChange}`,
        values: { ':revision': revision },
      });
      return write([{ Update: update }], claims, now);
    },

    appear(articleId, { key, ...appearance }, claims, now) {
      const update = {
        TableName: tableName,
        Key: { articleId },
        UpdateExpression: `SET appearances.#key = :appearance${addLabels(appearance)}`,
        ConditionExpression:
          'attribute_exists(articleId) AND attribute_not_exists(appearances.#key) AND size(appearances) < :max',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':appearance': appearance, ':max': MAX_APPEARANCES, ...labelValues(appearance) },
      };
      return write([{ Update: update }], claims, now);
    },

    claim: (claims, now) => write([], claims, now),
  };
}

type ArticleUpdate = ReturnType<typeof conditionalUpdate>;

/** The same update, which adds an appearance too. */
const withAppearance = (update: ArticleUpdate, { key, ...appearance }: Appearance): ArticleUpdate => ({
  ...update,
  UpdateExpression:
    update.UpdateExpression.replace('SET ', 'SET appearances.#key = :appearance, ') + addLabels(appearance),
  ExpressionAttributeNames: { ...update.ExpressionAttributeNames, '#key': key },
  ExpressionAttributeValues: {
    ...update.ExpressionAttributeValues,
    ':appearance': appearance,
    ...labelValues(appearance),
  },
});

type Labelled = Pick<Appearance, 'labels'>;

/** ADD makes the union with the set that is stored, whoever else adds to it at the same time. */
const addLabels = ({ labels = [] }: Labelled): string => (labels.length === 0 ? '' : ' ADD labels :labels');

const labelValues = ({ labels = [] }: Labelled) => (labels.length === 0 ? {} : { ':labels': new Set(labels) });

const expiryAfter = (days: number, now: Date): Date | undefined =>
  days === 0 ? undefined : new Date(now.getTime() + days * 86_400_000);

/**
 * Resolves to false if a condition failed or another transaction held an item; any other error throws. The SDK gives each transaction
 * a token, so that one that is sent again because its answer was lost succeeds (conditional-write.ts).
 */
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
