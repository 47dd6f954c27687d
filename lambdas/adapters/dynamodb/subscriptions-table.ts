/** Subscriptions at hubs, which lie on the feeds that they are for. */
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Feed } from '../../core/feed/record/feed.ts';
import type { SubscriptionStore } from '../../core/feed/websub/subscription-store.ts';
import { conditionHolds } from './condition-holds.ts';
import { updateExpression } from './update-expression.ts';

export function subscriptionsTable(client: DynamoDBDocumentClient, tableName: string): SubscriptionStore {
  /** Writes when the feed is active and its subscription is still the one that was read. */
  const change = (
    { feedId, nextPollAt, subscription }: Feed,
    attributes: Record<string, unknown>,
    isDue: boolean,
  ): Promise<boolean> => {
    const update = updateExpression(attributes);
    const held = subscription === undefined ? 'attribute_not_exists(subscription)' : 'subscription = :held';
    return conditionHolds(
      client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { feedId },
          UpdateExpression: update.expression,
          ConditionExpression: `#status = :active AND ${held}${isDue ? ' AND nextPollAt = :due' : ''}`,
          ExpressionAttributeNames: { ...update.names, '#status': 'status' },
          ExpressionAttributeValues: {
            ...update.values,
            ':active': 'active',
            ...(subscription && { ':held': subscription }),
            ...(isDue && { ':due': nextPollAt }),
          },
        }),
      ),
    );
  };
  return {
    async get(feedId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: { feedId }, ConsistentRead: true }),
      );
      return Item as Feed | undefined;
    },
    replaceSubscription: (feed, next) => change(feed, { subscription: next }, false),
    announce: (feed, at, availableAt) =>
      change(
        feed,
        {
          nextPollAt: at.toISOString(),
          availableAt: availableAt.toISOString(),
          nextPollReason: 'The hub has announced news.',
          subscription: { ...feed.subscription, announcedAt: at.toISOString() },
        },
        true,
      ),
  };
}
