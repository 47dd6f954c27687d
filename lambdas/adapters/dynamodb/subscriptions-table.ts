/**
 * Subscriptions at hubs, an attribute of their feeds in the Feeds table (feeds-table.ts): reads and conditional updates
 * by the key `feedId`.
 */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Subscription } from '../../core/feed/record/feed.ts';
import type { SubscriptionStore } from '../../core/feed/websub/subscription-store.ts';
import { updateIf } from './conditional-write.ts';
import { feedOf } from './feed-item.ts';

export function subscriptionsTable(client: DynamoDBDocumentClient, tableName: string): SubscriptionStore {
  return {
    async get(feedId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: { feedId }, ConsistentRead: true }),
      );
      return feedOf(Item);
    },

    replaceSubscription({ feedId, subscription }, next) {
      const held = holds(subscription);
      return updateIf(client, {
        tableName,
        key: { feedId },
        attributes: { subscription: next },
        condition: `#status = :active AND ${held.condition}`,
        names: { '#status': 'status' },
        values: { ':active': 'active', ...held.values },
      });
    },

    announce({ feedId, nextPollAt, subscription }, at, availableAt) {
      const held = holds(subscription);
      return updateIf(client, {
        tableName,
        key: { feedId },
        attributes: {
          nextPollAt: at.toISOString(),
          availableAt: availableAt.toISOString(),
          nextPollReason: 'The hub has announced news.',
          subscription: { ...subscription, announcedAt: at.toISOString() },
        },
        condition: `#status = :active AND ${held.condition} AND nextPollAt = :due`,
        names: { '#status': 'status' },
        values: { ':active': 'active', ...held.values, ':due': nextPollAt },
      });
    },
  };
}

/** The condition that the feed still has the subscription that was read. */
const holds = (subscription: Subscription | undefined) =>
  subscription === undefined
    ? { condition: 'attribute_not_exists(subscription)', values: {} }
    : { condition: 'subscription = :held', values: { ':held': subscription } };
