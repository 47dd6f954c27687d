import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Article } from '../core/article/record/article.ts';
import { fromRecord } from '../core/article/record/record.ts';
import type { ArticleEvent, OverflowedField } from './article-events.ts';

/**
 * The events of one batch of the Articles stream, in its order. One record gives no event when nothing happened that
 * readers care for, and two when an appearance came in one write with another change. What it doesn't know (attributes,
 * items that are no articles) it passes over; it never throws for the content of a record.
 *
 * @param event as Lambda delivers it, with `StreamViewType: NEW_AND_OLD_IMAGES`.
 */
export const decodeArticleEvents = (event: DynamoDBStreamEvent): ArticleEvent[] =>
  event.Records.flatMap(decodeArticleRecord);

/** The events of one record, for consumers that report failures record by record. */
export function decodeArticleRecord(record: DynamoDBRecord): ArticleEvent[] {
  const article = imageOf(record.dynamodb?.NewImage);
  const previous = imageOf(record.dynamodb?.OldImage);
  const known = article ?? previous;
  if (known === undefined) return [];
  const at = new Date((record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  const base = { eventId: record.eventID ?? '', articleId: known.articleId, at, overflow: overflowOf(known) };

  if (article === undefined && previous !== undefined) {
    return [{ ...base, type: 'removed', reason: isTtl(record) ? 'expired' : 'deleted', previous }];
  }
  if (article === undefined) return [];
  if (previous === undefined) return [{ ...base, type: 'published', article }];
  return changes(base, article, previous);
}

function changes(
  base: Pick<ArticleEvent, 'eventId' | 'articleId' | 'at' | 'overflow'>,
  article: Article,
  previous: Article,
): ArticleEvent[] {
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

const overflowOf = ({ textKey, htmlKey }: Article): OverflowedField[] => [
  ...(textKey === undefined ? [] : (['text'] as const)),
  ...(htmlKey === undefined ? [] : (['html'] as const)),
];

/** TTL deletes in the name of the DynamoDB service (Developer Guide, "DynamoDB Streams and Time to Live"). */
const isTtl = ({ userIdentity }: DynamoDBRecord): boolean =>
  userIdentity !== undefined && userIdentity !== null && userIdentity.principalId === 'dynamodb.amazonaws.com';

function imageOf(image: Record<string, AttributeValue> | undefined): Article | undefined {
  if (image === undefined) return undefined;
  try {
    return fromRecord(unmarshall(image as Parameters<typeof unmarshall>[0]));
  } catch {
    return undefined; // an attribute type that this version doesn't know
  }
}
