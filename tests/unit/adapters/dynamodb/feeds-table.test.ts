import { describe, expect, it } from 'vitest';
import {
  DUE_SHARDS,
  dueAttributes,
  dueShardOf,
  feedsTable,
} from '../../../../lambdas/adapters/dynamodb/feeds-table.ts';
import { BusyError } from '../../../../lambdas/core/errors.ts';
import { dynamoServer } from '../../../fakes/json-server.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');

describe('the shards of the due index', () => {
  it('each of the 16 shards gets a share of the feeds', () => {
    const shards = new Set(Array.from({ length: 500 }, (_, n) => dueShardOf(`feed-${n}`)));
    expect([...shards].toSorted((a, b) => a - b)).toEqual(Array.from({ length: DUE_SHARDS }, (_, shard) => shard));
  });

  it('a feed keeps its shard', () => {
    expect(dueShardOf('feed-a')).toBe(dueShardOf('feed-a'));
  });

  it('a due feed has its due time twice, and its shard', () => {
    const at = '2026-11-23T08:00:00.000Z';
    expect(dueAttributes('feed-a', NOW)).toEqual({ nextPollAt: at, availableAt: at, dueShard: dueShardOf('feed-a') });
  });

  it.each([
    ['08:00', new Date('2026-11-23T08:00:00.000Z')],
    ['08:01', new Date('2026-11-23T08:01:59.999Z')],
  ])('all shards are queried once, and the query at %s begins at the shard of the minute', async (_, now) => {
    const { client, requests } = await dynamoServer(() => ({ Items: [] }));
    expect(await Array.fromAsync(feedsTable(client, 'Feeds').due(now))).toEqual([]);
    const first = Math.floor(now.getTime() / 60_000) % DUE_SHARDS;
    const shards = Array.from({ length: DUE_SHARDS }, (_, turn) => `${(first + turn) % DUE_SHARDS}`);
    expect(requests).toEqual(
      shards.map((N) =>
        expect.objectContaining({
          TableName: 'Feeds',
          IndexName: 'due',
          ExpressionAttributeValues: { ':shard': { N }, ':now': { S: now.toISOString() } },
        }),
      ),
    );
  });

  it('a shard is read to its last page', async () => {
    const item = { feedId: { S: 'a' } };
    const answers: object[] = [{ Items: [item], LastEvaluatedKey: item }, { Items: [item] }, {}];
    const { client, requests } = await dynamoServer(() => answers.shift() ?? { Items: [] });
    expect(await Array.fromAsync(feedsTable(client, 'Feeds').due(NOW))).toEqual([{ feedId: 'a' }, { feedId: 'a' }]);
    expect(requests).toHaveLength(DUE_SHARDS + 1);
  });
});

describe('the read of a poll', () => {
  it('a feed and the cool-down of its host are read consistently in one request', async () => {
    const { client, requests } = await dynamoServer(() => ({ Responses: {} }));
    expect(await feedsTable(client, 'Feeds').find('a', 'harbour.example')).toEqual({});
    const Keys = [{ feedId: { S: 'a' } }, { feedId: { S: 'host:harbour.example' } }];
    expect(requests).toEqual([{ RequestItems: { Feeds: { Keys, ConsistentRead: true } } }]);
  });

  it('only the feed is read if the host is not known', async () => {
    const { client, requests } = await dynamoServer(() => ({ Responses: {} }));
    await feedsTable(client, 'Feeds').find('a', undefined);
    expect(requests).toEqual([{ RequestItems: { Feeds: { Keys: [{ feedId: { S: 'a' } }], ConsistentRead: true } } }]);
  });

  it('a read that DynamoDB leaves undone is an error', async () => {
    const { client } = await dynamoServer(() => ({
      Responses: {},
      UnprocessedKeys: { Feeds: { Keys: [{ feedId: { S: 'a' } }] } },
    }));
    const found = feedsTable(client, 'Feeds').find('a', undefined);
    await expect(found).rejects.toThrow(BusyError);
    await expect(found).rejects.toThrow('Feeds was too busy to read a.');
  });
});
