/** An example consumer: counts the articles of each site, every event once. */
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ArticlePublished, decodeArticleRecord } from '../../lambdas/consumer/index.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());
const TableName = process.env['COUNTS_TABLE_NAME'];

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    try {
      for (const each of decodeArticleRecord(record)) if (each.type === 'published') await countOnce(each);
    } catch (error) {
      console.error(error);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}

/** Writes the count and the mark of the counted event in one transaction. A second delivery fails at the mark. */
async function countOnce({ eventId, article }: ArticlePublished): Promise<void> {
  const mark = { TableName, Item: { id: `event#${eventId}` }, ConditionExpression: 'attribute_not_exists(id)' };
  const count = {
    TableName,
    Key: { id: `site#${article.siteName ?? 'unknown'}` },
    UpdateExpression: 'ADD articles :one',
    ExpressionAttributeValues: { ':one': 1 },
  };
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [{ Put: mark }, { Update: count }] }));
  } catch (error) {
    const counted =
      error instanceof TransactionCanceledException &&
      error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
    if (!counted) throw error; // counted: the stream has delivered the event twice
  }
}
