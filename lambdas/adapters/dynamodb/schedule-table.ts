/** How far the schedule has gone: one item in the Feeds table, with the key `schedule`. A feed's id is a hash, so it is never that. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ScheduleState, ScheduleStore } from '../../core/feed/record/feed-store.ts';
import { updateIf } from './conditional-write.ts';

const KEY = { feedId: 'schedule' };

export function scheduleTable(client: DynamoDBDocumentClient, tableName: string): ScheduleStore {
  return {
    async read() {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: KEY, ConsistentRead: true }));
      const { feedId: _, ...state } = Item ?? {};
      return { runs: 0, ...state } as ScheduleState;
    },

    async replace({ runs }, { sweptAt, sentUntil, unfinished }) {
      await updateIf(client, {
        tableName,
        key: KEY,
        attributes: { runs: runs + 1, sweptAt, sentUntil, unfinished },
        condition: 'attribute_not_exists(runs) OR runs = :read',
        values: { ':read': runs },
      });
    },
  };
}
