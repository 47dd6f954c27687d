/**
 * The Feeds table: key `feedId`, one item per feed. A host's cool-down is an item too, with the key `host:` + host. The
 * index `due` has the partition `dueShard` and the sort key `availableAt`; only active feeds have these two.
 *
 * Here: a poll reads its feed, the seen set and the cool-down in one batch by key. It writes its feed once, whatever the size of
 * the feed, and the seen set if it changed (seen-sets.ts). The scheduler queries each shard of `due`. feed-registry.ts, subscriptions-table.ts and schedule-table.ts write to the
 * same table.
 */
import { BatchGetCommand, type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { BusyError } from '../../core/errors.ts';
import type { Feed } from '../../core/feed/record/feed.ts';
import {
  type DueFeed,
  type DuePosition,
  type FeedStore,
  fetchedStateKeys,
  type NextPoll,
  type PollRecord,
} from '../../core/feed/record/feed-store.ts';
import { digest } from '../../core/hash.ts';
import { updateIf } from './conditional-write.ts';
import { feedOf } from './feed-item.ts';
import { keepSeen, seenKeyOf, withSeen } from './seen-sets.ts';

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
      const keys = [feedId, seenKeyOf(feedId), hostKey].filter((key) => key !== undefined);
      const Keys = keys.map((key) => ({ feedId: key }));
      const { Responses, UnprocessedKeys = {} } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys, ConsistentRead: true } } }),
      );
      if (Object.keys(UnprocessedKeys).length > 0) throw new BusyError(`${tableName} was too busy to read ${feedId}.`);
      const itemOf = (key: string | undefined) => Responses?.[tableName]?.find((item) => item['feedId'] === key);
      const coolDown = itemOf(hostKey) as HostCoolDown | undefined;
      return {
        feed: withSeen(feedOf(itemOf(feedId)), itemOf(seenKeyOf(feedId))),
        coolDownUntil: coolDown && new Date(coolDown.coolDownUntil),
      };
    },

    async *due({ from = '0', until, behind }) {
      for (let shard = behind?.dueShard ?? 0; shard < DUE_SHARDS; shard++) {
        const pages = paginateQuery(
          { client, startingToken: behind?.dueShard === shard ? keyOf(behind) : undefined },
          {
            TableName: tableName,
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND availableAt BETWEEN :from AND :until',
            ExpressionAttributeValues: { ':shard': shard, ':from': from, ':until': until },
          },
        );
        for await (const page of pages) yield* (page.Items ?? []) as DueFeed[];
      }
    },

    async recordPoll(feed, poll) {
      const isSeenKept = await keepSeen(client, tableName, feed, poll.state?.seen, poll.summary.at);
      return answer(feed, { ...attributesOf(poll), ...(isSeenKept && { seen: undefined }) });
    },

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

/** A place in the index, as its key. */
const keyOf = ({ feedId, dueShard, availableAt }: DuePosition) => ({ feedId, dueShard, availableAt });

/** The seen set is an item of its own (seen-sets.ts). */
const keptKeys = fetchedStateKeys.filter((key) => key !== 'seen');

/** The attributes that a poll sets; it removes those that are undefined. */
const attributesOf = ({ summary, next, state, address }: PollRecord): Record<string, unknown> => ({
  lastPoll: summary,
  ...scheduleAttributes(next),
  ...(state && Object.fromEntries(keptKeys.map((key) => [key, state[key]]))),
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
