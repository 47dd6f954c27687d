/**
 * The Feeds table: key `feedId`, one item per feed. A host's cool-down is an item too, with the key `host:` + host. The
 * index `due` has the partition `dueShard` and the sort key `availableAt`; only active feeds have these two.
 *
 * Here: a poll reads its feed and the cool-down in one batch by key, and writes its feed once, whatever the size of the
 * feed. The scheduler queries each shard of `due`. feed-registry.ts and subscriptions-table.ts write to the same items.
 */
import { BatchGetCommand, type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { BusyError } from '../../core/errors.ts';
import type { Feed } from '../../core/feed/record/feed.ts';
import {
  type DueFeed,
  type FeedStore,
  fetchedStateKeys,
  type NextPoll,
  type PollRecord,
} from '../../core/feed/record/feed-store.ts';
import { digest } from '../../core/hash.ts';
import { updateIf } from './conditional-write.ts';
import { feedOf } from './feed-item.ts';

/** Partitions of the due index: enough for 16,000 leases a second, and few enough to query all of them every minute. */
export const DUE_SHARDS = 16;

export const dueShardOf = (feedId: string): number => digest(1, 'due', feedId).readUInt8() % DUE_SHARDS;

/** The attributes of an active feed whose next poll is due at that time. */
export const dueAttributes = (feedId: string, at: Date) => ({
  nextPollAt: at.toISOString(),
  availableAt: at.toISOString(),
  dueShard: dueShardOf(feedId),
});

/** Until when a host is left alone; without `url` and `dueShard`. */
interface HostCoolDown {
  readonly feedId: string;
  readonly coolDownUntil: string;
}

/** A feed's id is a hash, so it never equals such a key. */
const hostKeyOf = (host: string): string => `host:${host}`;

export function feedsTable(client: DynamoDBDocumentClient, tableName: string): FeedStore {
  /** Updates a feed if the due time that the poll answers is still its due time. */
  const answer = (feed: Feed, attributes: Record<string, unknown>): Promise<boolean> =>
    updateIf(client, {
      tableName,
      key: { feedId: feed.feedId },
      attributes,
      condition: 'nextPollAt = :answered AND #status = :active',
      names: { '#status': 'status' },
      values: { ':answered': feed.nextPollAt, ':active': 'active' },
    });

  return {
    async find(feedId, host) {
      const hostKey = host === undefined ? undefined : hostKeyOf(host);
      const Keys = [feedId, hostKey].flatMap((key) => (key === undefined ? [] : { feedId: key }));
      const { Responses, UnprocessedKeys = {} } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys, ConsistentRead: true } } }),
      );
      if (Object.keys(UnprocessedKeys).length > 0) throw new BusyError(`${tableName} was too busy to read ${feedId}.`);
      const items = Responses?.[tableName] ?? [];
      const coolDown = items.find((item) => item['feedId'] === hostKey) as HostCoolDown | undefined;
      return {
        feed: feedOf(items.find((item) => item['feedId'] === feedId)),
        coolDownUntil: coolDown && new Date(coolDown.coolDownUntil),
      };
    },

    async *due(now) {
      // Each minute begins at another shard, so that under load no shard is always the last.
      const first = Math.floor(now.getTime() / 60_000);
      for (let turn = 0; turn < DUE_SHARDS; turn++) {
        const shard = (first + turn) % DUE_SHARDS;
        const pages = paginateQuery(
          { client },
          {
            TableName: tableName,
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND availableAt <= :now',
            ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
          },
        );
        for await (const page of pages) yield* (page.Items ?? []) as DueFeed[];
      }
    },

    lease: ({ feedId, availableAt }, until) =>
      updateIf(client, {
        tableName,
        key: { feedId },
        attributes: { availableAt: until.toISOString() },
        condition: 'availableAt = :seen',
        values: { ':seen': availableAt },
      }),

    recordPoll: (feed, poll) => answer(feed, attributesOf(poll)),

    postpone: (feed, { at, reason }) =>
      answer(feed, { nextPollAt: at.toISOString(), availableAt: at.toISOString(), nextPollReason: reason }),

    async coolDown(host, until) {
      await updateIf(client, {
        tableName,
        key: { feedId: hostKeyOf(host) },
        attributes: { coolDownUntil: until.toISOString() },
        condition: 'attribute_not_exists(coolDownUntil) OR coolDownUntil < :until',
        values: { ':until': until.toISOString() },
      });
    },
  };
}

/** The attributes that a poll sets; it removes those that are undefined. */
const attributesOf = ({ summary, next, state, address }: PollRecord): Record<string, unknown> => ({
  lastPoll: summary,
  ...scheduleAttributes(next),
  ...(state && Object.fromEntries(fetchedStateKeys.map((key) => [key, state[key]]))),
  ...(address && { addedUrl: undefined, moving: undefined, moves: undefined, ...address }),
});

/** A gone feed keeps its last `nextPollAt` and leaves the due index. */
const scheduleAttributes = (next: NextPoll | undefined): Record<string, unknown> =>
  next === undefined
    ? { status: 'gone', dueShard: undefined, availableAt: undefined }
    : {
        nextPollAt: next.at.toISOString(),
        availableAt: next.at.toISOString(),
        nextPollReason: next.reason,
        intervalMinutes: next.intervalMinutes,
        failures: next.failures,
      };
