/** Feeds in DynamoDB. A poll costs one read and one write, whatever the size of the feed. */
import { BatchGetCommand, type DynamoDBDocumentClient, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { BusyError } from '../../core/errors.ts';
import type { Feed } from '../../core/feed/record/feed.ts';
import { type DueFeed, type FeedStore, fetchedStateKeys, type PollRecord } from '../../core/feed/record/feed-store.ts';
import { digest } from '../../core/hash.ts';
import { conditionHolds } from './condition-holds.ts';
import { updateExpression } from './update-expression.ts';

/** Partitions of the due index: enough for 16,000 leases a second, few enough to ask them all every minute. */
export const DUE_SHARDS = 16;

export const dueShardOf = (feedId: string): number => digest(1, 'due', feedId).readUInt8() % DUE_SHARDS;

/** What a host has asked lies among the feeds, so that a poll reads both at once. It has no `url`, and no `dueShard`. */
interface HostCoolDown {
  readonly feedId: string;
  readonly coolDownUntil: string;
}

/** No feed's id, which is a hash, looks like this. */
const hostKeyOf = (host: string): string => `host:${host}`;

export function feedsTable(client: DynamoDBDocumentClient, tableName: string): FeedStore {
  /** Updates a feed, if it is still at the due time that a poll answers. */
  const answer = (feed: Feed, attributes: Record<string, unknown>): Promise<boolean> => {
    const update = updateExpression(attributes);
    return conditionHolds(
      client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { feedId: feed.feedId },
          UpdateExpression: update.expression,
          ConditionExpression: 'nextPollAt = :answered AND #status = :active',
          ExpressionAttributeNames: { ...update.names, '#status': 'status' },
          ExpressionAttributeValues: { ...update.values, ':answered': feed.nextPollAt, ':active': 'active' },
        }),
      ),
    );
  };

  return {
    async find(feedId, host) {
      const hostKey = host === undefined ? undefined : hostKeyOf(host);
      const Keys = [feedId, hostKey].flatMap((key) => (key === undefined ? [] : { feedId: key }));
      const { Responses, UnprocessedKeys = {} } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys, ConsistentRead: true } } }),
      );
      if (Object.keys(UnprocessedKeys).length > 0) throw new BusyError(`${tableName} was too busy to read ${feedId}.`);
      const items = Responses?.[tableName] ?? [];
      const asked = items.find((item) => item['feedId'] === hostKey) as HostCoolDown | undefined;
      return {
        feed: items.find((item) => item['feedId'] === feedId) as Feed | undefined,
        coolDownUntil: asked && new Date(asked.coolDownUntil),
      };
    },

    async *due(now) {
      // Each minute begins at another shard, so that under load none is always the last.
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
      conditionHolds(
        client.send(
          new UpdateCommand({
            TableName: tableName,
            Key: { feedId },
            UpdateExpression: 'SET availableAt = :until',
            ConditionExpression: 'availableAt = :seen',
            ExpressionAttributeValues: { ':until': until.toISOString(), ':seen': availableAt },
          }),
        ),
      ),

    recordPoll: (feed, poll) => answer(feed, attributesOf(poll)),

    postpone: (feed, { at, reason }) =>
      answer(feed, { nextPollAt: at.toISOString(), availableAt: at.toISOString(), nextPollReason: reason }),

    async coolDown(host, until) {
      await conditionHolds(
        client.send(
          new UpdateCommand({
            TableName: tableName,
            Key: { feedId: hostKeyOf(host) },
            UpdateExpression: 'SET coolDownUntil = :until',
            ConditionExpression: 'attribute_not_exists(coolDownUntil) OR coolDownUntil < :until',
            ExpressionAttributeValues: { ':until': until.toISOString() },
          }),
        ),
      );
    },
  };
}

/** The attributes that a poll sets; those that are undefined it removes. */
function attributesOf({ summary, next, state, address }: PollRecord): Record<string, unknown> {
  const schedule =
    next === undefined
      ? { status: 'gone', dueShard: undefined, availableAt: undefined }
      : {
          nextPollAt: next.at.toISOString(),
          availableAt: next.at.toISOString(),
          nextPollReason: next.reason,
          intervalMinutes: next.intervalMinutes,
          failures: next.failures,
        };
  const document = state === undefined ? {} : Object.fromEntries(fetchedStateKeys.map((key) => [key, state[key]]));
  const moved = address === undefined ? {} : { addedUrl: undefined, moving: undefined, moves: undefined, ...address };
  return { lastPoll: summary, ...schedule, ...document, ...moved };
}
