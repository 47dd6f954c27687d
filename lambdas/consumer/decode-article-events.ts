import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Article } from '../core/article/record/article.ts';
import { fromRecord } from '../core/article/record/record.ts';
import type { ArticleEvent, OverflowedField } from './article-events.ts';

/**
 * Returns the events of one batch of the Articles stream, in the order of the stream. A record gives no event if no
 * event type fits, and two events if one write added an appearance and changed something else. The decoder passes over
 * unknown attributes and over items that are no articles; the content of a record never makes it throw.
 *
 * @param event as Lambda delivers it, from a stream with `StreamViewType: NEW_AND_OLD_IMAGES`
 */
export const decodeArticleEvents = (event: DynamoDBStreamEvent): ArticleEvent[] =>
  event.Records.flatMap(decodeArticleRecord);

/** Returns the events of one record, for consumers that report failures record by record. */
export function decodeArticleRecord(record: DynamoDBRecord): ArticleEvent[] {
  const article = imageOf(record.dynamodb?.NewImage);
  const previous = imageOf(record.dynamodb?.OldImage);
  if (article !== undefined && previous !== undefined) return changesBetween(record, article, previous);
  if (article !== undefined) return [{ ...baseOf(record, article), type: 'published', article }];
  if (previous === undefined) return [];
  const reason = isTtl(record) ? 'expired' : 'deleted';
  return [{ ...baseOf(record, previous), type: 'removed', reason, previous }];
}

function changesBetween(record: DynamoDBRecord, article: Article, previous: Article): ArticleEvent[] {
  const base = baseOf(record, article);
  const events: ArticleEvent[] = [];
  const isRetracted = article.retractedAt !== undefined;
  if (article.revision > previous.revision) events.push({ ...base, type: 'revised', article, previous });
  else if (isRetracted !== (previous.retractedAt !== undefined))
    events.push({ ...base, type: isRetracted ? 'retracted' : 'restored', article, previous });
  const before = new Set(previous.appearances.map(({ key }) => key));
  const appearances = article.appearances.filter(({ key }) => !before.has(key));
  const eventId = events.length > 0 ? `${base.eventId}/appeared` : base.eventId;
  if (appearances.length > 0) events.push({ ...base, eventId, type: 'appeared', article, previous, appearances });
  return events;
}

/** @param latest the article after the change, or before its removal */
const baseOf = ({ eventID, dynamodb }: DynamoDBRecord, latest: Article) => ({
  eventId: eventID ?? '',
  articleId: latest.articleId,
  at: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString(),
  overflow: overflowOf(latest),
});

const overflowOf = ({ textKey, htmlKey }: Article): OverflowedField[] => [
  ...(textKey === undefined ? [] : (['text'] as const)),
  ...(htmlKey === undefined ? [] : (['html'] as const)),
];

/** Whether TTL removed the item: TTL acts as the DynamoDB service (Developer Guide, "DynamoDB Streams and Time to Live"). */
const isTtl = ({ userIdentity }: DynamoDBRecord): boolean => userIdentity?.principalId === 'dynamodb.amazonaws.com';

function imageOf(image: Record<string, AttributeValue> = {}): Article | undefined {
  try {
    return fromRecord(unmarshall(image as Parameters<typeof unmarshall>[0]));
  } catch {
    return undefined; // an attribute type that this version doesn't know
  }
}
