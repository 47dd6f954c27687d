/** Chooses listed articles by their labels. */
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import type { ArticleRow } from './article-table.ts';

/** Max keys of a BatchGetItem request. */
const MAX_KEYS = 100;

/**
 * Yields those articles that have one of the labels, with their labels. The indexes don't carry labels, so each article is read: a new
 * attribute in an index would replace the index of every deployed stack.
 */
export async function* withLabels(
  client: DynamoDBDocumentClient,
  tableName: string,
  rows: AsyncIterable<ArticleRow>,
  wanted: readonly string[],
): AsyncGenerator<ArticleRow & Pick<Article, 'labels'>> {
  for await (const some of chunksOf(rows, MAX_KEYS)) {
    const labels = await labelsOf(
      client,
      tableName,
      some.map(({ articleId }) => articleId),
    );
    for (const row of some) {
      const own = labels.get(row.articleId) ?? [];
      if (wanted.some((label) => own.includes(label))) yield { ...row, labels: own };
    }
  }
}

async function labelsOf(
  client: DynamoDBDocumentClient,
  tableName: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const projection = { ProjectionExpression: 'articleId, #labels', ExpressionAttributeNames: { '#labels': 'labels' } };
  let keys: Record<string, unknown>[] | undefined = articleIds.map((articleId) => ({ articleId }));
  while (keys !== undefined && keys.length > 0) {
    const request: BatchGetCommandInput = { RequestItems: { [tableName]: { Keys: keys, ...projection } } };
    const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await client.send(new BatchGetCommand(request));
    for (const { articleId, labels } of Responses?.[tableName] ?? [])
      if (labels instanceof Set) found.set(String(articleId), [...labels].map(String).sort());
    keys = UnprocessedKeys?.[tableName]?.Keys;
  }
  return found;
}

async function* chunksOf<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const each of all) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
