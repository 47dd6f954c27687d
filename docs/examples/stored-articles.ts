/** Reads stored articles: to fill a new consumer, or to catch up after more than the stream's 24 hours. */
import { BatchGetCommand, type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Article, decodeArticle } from '../../lambdas/consumer/index.ts';

/** Yields the articles that were first seen on a day, the oldest first. @param day `YYYY-MM-DD` in UTC */
export async function* storedArticles(
  client: DynamoDBDocumentClient,
  tableName: string,
  day: string,
): AsyncGenerator<Article> {
  const pages = paginateQuery(
    // BatchGetItem takes at most 100 keys.
    { client, pageSize: 100 },
    {
      TableName: tableName,
      IndexName: 'byDay',
      KeyConditionExpression: '#day = :day',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': day },
      ProjectionExpression: 'articleId',
    },
  );
  for await (const { Items = [] } of pages) {
    let keys = Items.map(({ articleId }) => ({ articleId }));
    const articles: Article[] = [];
    // BatchGetItem returns at most 16 MB, and names the keys that are left.
    while (keys.length > 0) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: keys } } }),
      );
      articles.push(...(Responses?.[tableName] ?? []).map(decodeArticle).filter((article) => article !== undefined));
      keys = (UnprocessedKeys?.[tableName]?.Keys ?? []) as typeof keys;
    }
    yield* articles.sort((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : 1));
  }
}
