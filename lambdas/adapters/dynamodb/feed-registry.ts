/**
 * The Feeds table as an operator changes it, with the command line or a tool of the team: adds (new-feeds.ts), reads by
 * key, updates by key, and one scan for the list. feeds-table.ts describes the table.
 */
import { type DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { compact } from '../../core/compact.ts';
import { addressReverted } from '../../core/feed/polling/feed-address.ts';
import type { Feed } from '../../core/feed/record/feed.ts';
import type { FeedSettings, SettingChange } from '../../core/feed/record/feed-settings.ts';
import type { ConditionalUpdate } from './conditional-update.ts';
import { deleteIf, updateIf } from './conditional-write.ts';
import { feedOf } from './feed-item.ts';
import { labelFeed } from './feed-labels.ts';
import { dueAttributes } from './feeds-table.ts';
import { type Added, type NewFeed, newFeeds } from './new-feeds.ts';
import { removeSeen } from './seen-sets.ts';

export { type Added, MAX_FEEDS_AT_ONCE, type NewFeed } from './new-feeds.ts';

export interface FeedRegistry {
  /** Adds a feed, unless it is known. @param url normalised (`normaliseFeedUrl`) */
  add(url: string, title?: string, labels?: readonly string[], settings?: FeedSettings): Promise<Added>;
  /** Adds up to 100 feeds with different URLs, in one request or two. Resolves to one result per feed. */
  addMany(feeds: readonly NewFeed[]): Promise<Added[]>;
  get(feedId: string): Promise<Feed | undefined>;
  /** All feeds, in no particular order. */
  list(): AsyncIterable<Feed>;
  /** Stops the polls of a feed until it is resumed. False if there is no such feed. */
  pause(feedId: string): Promise<boolean>;
  /** Starts the polls of a paused or gone feed again, now. False if there is no such feed. */
  resume(feedId: string): Promise<boolean>;
  /**
   * Polls a moved feed at the address that it was added under again, now. A redirect to the address that it leaves no
   * longer moves it. False if there is no such feed, or if it hasn't moved.
   */
  revert(feedId: string): Promise<boolean>;
  /** Makes an active feed due now. False if there is no such feed, or if it isn't active. */
  makeDue(feedId: string): Promise<boolean>;
  /** Changes settings of a feed, each by its own attribute, which no poll writes. False if there is no such feed. */
  set(feedId: string, changes: readonly SettingChange[]): Promise<boolean>;
  /**
   * Adds and removes labels. Resolves to the labels after that, even if others change them meanwhile; to undefined if there
   * is no such feed. More than 20 labels are not stored.
   */
  label(feedId: string, add: readonly string[], remove: readonly string[]): Promise<readonly string[] | undefined>;
  /** Deletes the feed; its articles stay. False if there is no such feed. */
  remove(feedId: string): Promise<boolean>;
}

const EXISTS = { condition: 'attribute_exists(feedId)' };
const HAS_MOVED = { condition: 'attribute_exists(addedUrl)' };
const IS_ACTIVE = { condition: '#status = :active', names: { '#status': 'status' }, values: { ':active': 'active' } };

export function feedRegistry(client: DynamoDBDocumentClient, tableName: string, now: () => Date): FeedRegistry {
  type Condition = Pick<ConditionalUpdate, 'condition' | 'names' | 'values'>;
  const change = (feedId: string, condition: Condition, attributes: Record<string, unknown>): Promise<boolean> =>
    updateIf(client, { tableName, key: { feedId }, attributes, ...condition });
  const dueNow = (feedId: string) => dueAttributes(feedId, now());

  const get = async (feedId: string): Promise<Feed | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { feedId }, ConsistentRead: true }));
    return feedOf(Item);
  };
  const { add, addMany } = newFeeds(client, tableName, now);

  return {
    add: (url, title, labels, settings) => add(compact({ url, title, labels, settings })),
    addMany,
    get,
    async *list() {
      // A host's cool-down has no `addedAt`.
      const scan = { TableName: tableName, FilterExpression: 'attribute_exists(addedAt)' };
      for await (const page of paginateScan({ client }, scan))
        yield* (page.Items ?? []).map(feedOf).filter((feed) => feed !== undefined);
    },
    pause: (feedId) =>
      change(feedId, EXISTS, {
        status: 'paused',
        dueShard: undefined,
        availableAt: undefined,
        // The hub is told with its next announcement that the feed is no longer wanted, so the subscription has ended.
        subscription: undefined,
      }),
    resume: (feedId) =>
      change(feedId, EXISTS, {
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
      return change(feedId, HAS_MOVED, {
        addedUrl: undefined,
        moving: undefined,
        // These validators are of the document at the other address.
        etag: undefined,
        lastModified: undefined,
        ...address,
        ...(feed?.status === 'active' ? dueNow(feedId) : {}),
        nextPollReason: 'Moved back by hand.',
      });
    },
    makeDue: (feedId) => change(feedId, IS_ACTIVE, { nextPollReason: 'Asked for by hand.', ...dueNow(feedId) }),
    set: (feedId, changes) => {
      const attributes = Object.fromEntries(changes.map(({ key, value }) => [key, value]));
      // No hub may know a private feed: its next announcement is refused, as after a pause.
      const isPrivate = attributes['credentials'] !== undefined;
      return change(feedId, EXISTS, { ...attributes, ...(isPrivate && { subscription: undefined }) });
    },
    label: (feedId, add, remove) => labelFeed(client, tableName, feedId, add, remove),
    async remove(feedId) {
      const isRemoved = await deleteIf(client, {
        TableName: tableName,
        Key: { feedId },
        ConditionExpression: 'attribute_exists(feedId)',
      });
      await removeSeen(client, tableName, feedId);
      return isRemoved;
    },
  };
}
