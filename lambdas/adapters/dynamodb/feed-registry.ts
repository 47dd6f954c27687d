/** Which feeds are polled: what the command line (or a team's own tool) does to the Feeds table. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  paginateScan,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { compact } from '../../core/compact.ts';
import { addressReverted } from '../../core/feed/polling/feed-address.ts';
import { FIRST_INTERVAL_MINUTES } from '../../core/feed/polling/poll-schedule.ts';
import type { Feed } from '../../core/feed/record/feed.ts';
import { feedIdOf } from '../../core/feed/record/feed-url.ts';
import { conditionHolds } from './condition-holds.ts';
import { dueShardOf } from './feeds-table.ts';
import { updateExpression } from './update-expression.ts';

export interface NewFeed {
  /** Normalised (`normaliseFeedUrl`). */
  readonly url: string;
  readonly title?: string;
}

/** `known`: the feed was there and stays as it is. */
export type Added = 'added' | 'known';

/** Of one transaction (TransactWriteItems). */
export const MAX_FEEDS_AT_ONCE = 100;

export interface FeedRegistry {
  /** @param url normalised (`normaliseFeedUrl`). A feed that is there already stays as it is. */
  add(url: string, title?: string): Promise<Added>;
  /** Adds up to 100 feeds, each with another URL, in one request or two. Resolves to what came of each. */
  addMany(feeds: readonly NewFeed[]): Promise<Added[]>;
  get(feedId: string): Promise<Feed | undefined>;
  /** All feeds, in no particular order. */
  list(): AsyncIterable<Feed>;
  /** Polled no more until resumed. False when there is no such feed. */
  pause(feedId: string): Promise<boolean>;
  /** Polled again, starting now; also for a feed that was gone. False when there is no such feed. */
  resume(feedId: string): Promise<boolean>;
  /**
   * Polled at the address that it was added under again, starting now; a redirect to where it was meanwhile moves it no more.
   * False when there is no such feed, or it hasn't moved.
   */
  revert(feedId: string): Promise<boolean>;
  /** Makes an active feed due now. False when there is no such feed or it isn't active. */
  makeDue(feedId: string): Promise<boolean>;
  /** Whether the pages of its items are fetched from now on. False when there is no such feed. */
  setPages(feedId: string, pages: 'on' | 'off'): Promise<boolean>;
  /** Forgets the feed; its articles stay. False when there was none. */
  remove(feedId: string): Promise<boolean>;
}

export function feedRegistry(client: DynamoDBDocumentClient, tableName: string, now: () => Date): FeedRegistry {
  const change = (feedId: string, condition: string, attributes: Record<string, unknown>): Promise<boolean> => {
    const update = updateExpression(attributes);
    return conditionHolds(
      client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { feedId },
          UpdateExpression: update.expression,
          ConditionExpression: condition,
          ExpressionAttributeNames: {
            ...update.names,
            ...(condition.includes('#status') ? { '#status': 'status' } : {}),
          },
          ExpressionAttributeValues: {
            ...update.values,
            ...(condition.includes(':active') ? { ':active': 'active' } : {}),
          },
        }),
      ),
    );
  };
  const dueNow = (feedId: string): Record<string, unknown> => {
    const at = now().toISOString();
    return { nextPollAt: at, availableAt: at, dueShard: dueShardOf(feedId) };
  };

  const get = async (feedId: string): Promise<Feed | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { feedId }, ConsistentRead: true }));
    return Item as Feed | undefined;
  };

  const putOf = ({ url, title }: NewFeed): PutCommandInput => {
    const feedId = feedIdOf(url);
    return {
      TableName: tableName,
      Item: {
        feedId,
        url,
        title,
        status: 'active',
        addedAt: now().toISOString(),
        ...dueNow(feedId),
        nextPollReason: 'A new feed is polled at once.',
        intervalMinutes: FIRST_INTERVAL_MINUTES,
        failures: 0,
      },
      ConditionExpression: 'attribute_not_exists(feedId)',
    };
  };
  const addOne = async (feed: NewFeed): Promise<Added> =>
    (await conditionHolds(client.send(new PutCommand(putOf(feed))))) ? 'added' : 'known';
  const addMany = async (feeds: readonly NewFeed[]): Promise<Added[]> => {
    if (feeds.length === 0) return [];
    const there = await alreadyThere(client, feeds.map(putOf));
    if (there === undefined) return feeds.map(() => 'added');
    // Somebody else is at one of them; the SDK repeats single writes until they get through.
    if (!there.includes(true)) return Promise.all(feeds.map(addOne));
    const others = await addMany(feeds.filter((_, position) => !there[position]));
    return there.map((isThere) => (isThere ? 'known' : (others.shift() ?? 'known')));
  };

  return {
    add: (url, title) => addOne(compact({ url, title })),
    addMany,
    get,
    async *list() {
      const scan = { TableName: tableName, FilterExpression: 'attribute_exists(addedAt)' }; // what a host asks is no feed
      for await (const page of paginateScan({ client }, scan)) yield* (page.Items ?? []) as Feed[];
    },
    pause: (feedId) =>
      change(feedId, 'attribute_exists(feedId)', {
        status: 'paused',
        dueShard: undefined,
        availableAt: undefined,
        // Its hub is told that the feed is wanted no more when it next announces news, so what was agreed with it is over.
        subscription: undefined,
      }),
    resume: (feedId) =>
      change(feedId, 'attribute_exists(feedId)', {
        status: 'active',
        failures: 0,
        subscription: undefined,
        nextPollReason: 'Resumed by hand.',
        ...dueNow(feedId),
      }),
    async revert(feedId) {
      const feed = await get(feedId);
      const address = feed && addressReverted(feed, now());
      if (address === undefined) return false;
      // The validators are those of the other address: here they would mean another document, or none.
      const forgotten = { addedUrl: undefined, moving: undefined, etag: undefined, lastModified: undefined };
      return change(feedId, 'attribute_exists(addedUrl)', {
        ...forgotten,
        ...address,
        ...(feed?.status === 'active' ? dueNow(feedId) : {}),
        nextPollReason: 'Moved back by hand.',
      });
    },
    makeDue: (feedId) =>
      change(feedId, '#status = :active', { nextPollReason: 'Asked for by hand.', ...dueNow(feedId) }),
    setPages: (feedId, pages) => change(feedId, 'attribute_exists(feedId)', { pages }),
    remove: (feedId) =>
      conditionHolds(
        client.send(
          new DeleteCommand({ TableName: tableName, Key: { feedId }, ConditionExpression: 'attribute_exists(feedId)' }),
        ),
      ),
  };
}

/** Puts all items, or none: then it says of each whether its condition failed. Undefined when all were put. */
async function alreadyThere(
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
