/** An example consumer: keeps a copy of each article that it gets events of. Each write may be repeated. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ArticleEvent, decodeArticleRecord } from '../../lambdas/consumer/index.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient(), { marshallOptions: { removeUndefinedValues: true } });
const TableName = process.env['DESK_TABLE_NAME'];

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    try {
      for (const each of decodeArticleRecord(record)) await keep(each);
    } catch (error) {
      console.error(error);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}

/** An article may be new to the desk with any event: its first feed may not have had the desk's label. */
async function keep(event: ArticleEvent): Promise<void> {
  const { articleId } = event;
  if (event.type === 'removed') {
    await client.send(new DeleteCommand({ TableName, Key: { articleId } }));
    return;
  }
  const { title, url, revision, labels } = event.article;
  const Item = { articleId, title, url, revision, labels };
  await client.send(new PutCommand({ TableName, Item }));
}
