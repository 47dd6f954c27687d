/** Adding feeds to the Feeds table: one conditional put, or one transaction of puts. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, type PutCommandInput, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { compact } from '../../core/compact.ts';
import { FIRST_INTERVAL_MINUTES } from '../../core/feed/polling/poll-schedule.ts';
import { type FeedSettings, settingsIn } from '../../core/feed/record/feed-settings.ts';
import { feedIdOf } from '../../core/feed/record/feed-url.ts';
import { putIf } from './conditional-write.ts';
import { dueAttributes } from './feeds-table.ts';

export interface NewFeed {
  /** Normalised (`normaliseFeedUrl`). */
  readonly url: string;
  readonly title?: string;
  /** At most 20 (label.ts), sorted. */
  readonly labels?: readonly string[];
  readonly settings?: FeedSettings;
  /** @default active */
  readonly status?: 'active' | 'paused';
}

/** `known`: the feed was there and stays as it is. */
export type Added = 'added' | 'known';

/** Max feeds in one call of `addMany`: the limit of TransactWriteItems. */
export const MAX_FEEDS_AT_ONCE = 100;

/** The part of `FeedRegistry` that adds feeds. */
export function newFeeds(client: DynamoDBDocumentClient, tableName: string, now: () => Date) {
  const putOf = ({ url, title, labels = [], settings = {}, status = 'active' }: NewFeed): PutCommandInput => {
    const feedId = feedIdOf(url);
    const at = now();
    const due = status === 'active' ? dueAttributes(feedId, at) : { nextPollAt: at.toISOString() };
    return {
      TableName: tableName,
      Item: compact({
        feedId,
        url,
        title,
        labels: labels.length === 0 ? undefined : labels,
        ...settingsIn({ ...settings }),
        status,
        addedAt: at.toISOString(),
        ...due,
        nextPollReason: 'A new feed is polled at once.',
        intervalMinutes: FIRST_INTERVAL_MINUTES,
        failures: 0,
      }),
      ConditionExpression: 'attribute_not_exists(feedId)',
    };
  };

  const add = async (feed: NewFeed): Promise<Added> => ((await putIf(client, putOf(feed))) ? 'added' : 'known');

  const addMany = async (feeds: readonly NewFeed[]): Promise<Added[]> => {
    if (feeds.length === 0) return [];
    const known = await putAll(client, feeds.map(putOf));
    if (known === undefined) return feeds.map(() => 'added');
    // Another transaction holds one of the feeds. The SDK repeats single writes until they get through.
    if (!known.includes(true)) return Promise.all(feeds.map(add));
    const rest = await addMany(feeds.filter((_, position) => !known[position]));
    return known.map((isKnown) => (isKnown ? 'known' : (rest.shift() ?? 'known')));
  };

  return { add, addMany };
}

/** Puts all items, then returns undefined; or puts nothing, then returns for each item whether its condition failed. */
async function putAll(
  client: DynamoDBDocumentClient,
  puts: readonly PutCommandInput[],
): Promise<boolean[] | undefined> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: puts.map((put) => ({ Put: put })) }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return puts.map((_, position) => error.CancellationReasons?.[position]?.Code === 'ConditionalCheckFailed');
  }
}
