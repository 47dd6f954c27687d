/** Finds stored articles: the latest, or one by its id. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { fromRecord } from '../../../lambdas/core/article/record/record.ts';
import { compact } from '../../../lambdas/core/compact.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { isStartOfId } from '../short-id.ts';
import type { ArticleRow } from './article-table.ts';

/** Number of days that the list covers without --day and --feed. */
const DAYS_BACK = 30;

/** Yields articles from the `byFeed` or `byDay` index, the latest first. */
export async function* latestArticles(
  client: DynamoDBDocumentClient,
  tableName: string,
  { feed, day, now }: { readonly feed?: string; readonly day?: string; readonly now: Date },
): AsyncGenerator<ArticleRow> {
  const days = day === undefined ? Array.from({ length: DAYS_BACK }, (_, back) => dayBefore(now, back)) : [day];
  const partitions =
    feed === undefined ? days.map((value) => ['byDay', 'day', value] as const) : [['byFeed', 'feedId', feed] as const];
  for (const [IndexName, name, value] of partitions) {
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        IndexName,
        KeyConditionExpression: `#partition = :value${day === undefined ? '' : ' AND begins_with(firstSeenAt, :day)'}`,
        ExpressionAttributeNames: { '#partition': name },
        ExpressionAttributeValues: compact({ ':value': value, ':day': day }),
        ScanIndexForward: false,
      },
    );
    for await (const page of pages) yield* (page.Items ?? []) as ArticleRow[];
  }
}

/** @param name an article's id, or its first eight characters. @throws {CliError} if there is no such article */
export async function findArticle(client: DynamoDBDocumentClient, tableName: string, name: string): Promise<Article> {
  const articleId = (await fullId(client, tableName, name)) ?? name;
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { articleId } }));
  const article = fromRecord(Item);
  if (article === undefined)
    throw new CliError(`There is no article ${name}: \`articles list\` shows the latest.`, EXIT.notFound);
  return article;
}

/**
 * Finds the id that starts with `start`, among the latest articles. Undefined if `start` can't be the start of an id.
 */
async function fullId(client: DynamoDBDocumentClient, tableName: string, start: string): Promise<string | undefined> {
  if (!isStartOfId(start, 'article')) return undefined;
  for await (const { articleId } of latestArticles(client, tableName, { now: new Date() }))
    if (articleId.startsWith(start)) return articleId;
  return undefined;
}

const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
