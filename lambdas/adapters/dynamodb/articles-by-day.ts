/** The index `byDay` of the Articles table: partition `day` (UTC), sort key `firstSeenAt`. A query reads one hour. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { ArticleIndex, IndexedArticle } from '../../core/article/article-index.ts';

/** @param pageSize articles per request; DynamoDB returns fewer if they exceed 1 MB */
export const articlesByDay = (client: DynamoDBDocumentClient, tableName: string, pageSize = 1_000): ArticleIndex => ({
  async *firstSeenIn(hour) {
    const pages = paginateQuery(
      { client, pageSize },
      {
        TableName: tableName,
        IndexName: 'byDay',
        KeyConditionExpression: '#day = :day AND begins_with(firstSeenAt, :hour)',
        ProjectionExpression: 'articleId, #url',
        ExpressionAttributeNames: { '#day': 'day', '#url': 'url' },
        ExpressionAttributeValues: { ':day': hour.slice(0, 'YYYY-MM-DD'.length), ':hour': `${hour}:` },
      },
    );
    for await (const { Items = [] } of pages) yield* Items as IndexedArticle[];
  },
});
