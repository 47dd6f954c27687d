/** Changing the labels of one feed in the Feeds table, which holds them as a list. */
import { isDeepStrictEqual } from 'node:util';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { BusyError } from '../../core/errors.ts';
import { MAX_LABELS, sortedLabels } from '../../core/feed/record/label.ts';
import { updateIf } from './conditional-write.ts';
import { feedOf } from './feed-item.ts';

/** Two operators who change one feed at once each need another attempt; more than this many do not meet. */
const MAX_ATTEMPTS = 10;

/**
 * The write has the condition that the labels are still those that were read, so that of two changes at once none is lost.
 *
 * @returns the labels after the change (over 20 of them are returned, and not stored); undefined if there is no such feed
 * @throws {BusyError} if others changed the labels at each attempt
 */
export async function labelFeed(
  client: DynamoDBDocumentClient,
  tableName: string,
  feedId: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<readonly string[] | undefined> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { feedId }, ConsistentRead: true }));
    if (Item === undefined) return undefined;
    const before = feedOf(Item)?.labels ?? [];
    const labels = sortedLabels([...before.filter((label) => !remove.includes(label)), ...add]);
    if (labels.length > MAX_LABELS || isDeepStrictEqual(labels, before)) return labels;
    const stored: unknown = Item['labels'];
    const isDone = await updateIf(client, {
      tableName,
      key: { feedId },
      attributes: { labels: labels.length === 0 ? undefined : labels },
      condition: `attribute_exists(feedId) AND ${stored === undefined ? 'attribute_not_exists(#labels)' : '#labels = :before'}`,
      names: { '#labels': 'labels' },
      values: stored === undefined ? {} : { ':before': stored },
    });
    if (isDone) return labels;
  }
  throw new BusyError(`The labels of ${feedId} were changed by others at each of ${MAX_ATTEMPTS} attempts.`);
}
