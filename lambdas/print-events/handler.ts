/** The example consumer: prints each event of the Articles stream as a line of JSON. Copy it to begin your own. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ArticleEvent, decodeArticleRecord } from '../consumer/index.ts';

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    try {
      for (const each of decodeArticleRecord(record)) console.log(JSON.stringify(lineOf(each)));
    } catch (error) {
      console.error(error);
      // Lambda delivers this record again, and the records after it.
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}

function lineOf(event: ArticleEvent): Record<string, unknown> {
  const { type, articleId, eventId, at } = event;
  const { title, url, revision, retractedAt } = event.type === 'removed' ? event.previous : event.article;
  return { articleEvent: type, articleId, eventId, at, title, url, revision, retractedAt };
}
