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

  it('all shards are queried in their order', async () => {
    const { client, requests } = await dynamoServer(() => ({ Items: [] }));
    expect(await Array.fromAsync(feedsTable(client, 'Feeds').due({ until: 'now' }))).toEqual([]);
    expect(requests).toEqual(
      Array.from({ length: DUE_SHARDS }, (_, shard) =>
        expect.objectContaining({
          TableName: 'Feeds',
          IndexName: 'due',
          ExpressionAttributeValues: { ':shard': { N: `${shard}` }, ':from': { S: '0' }, ':until': { S: 'now' } },
        }),
      ),
    );
  });

  it('a shard is read to its last page', async () => {
    const item = { feedId: { S: 'a' } };
    const answers: object[] = [{ Items: [item], LastEvaluatedKey: item }, { Items: [item] }, {}];
    const { client, requests } = await dynamoServer(() => answers.shift() ?? { Items: [] });
    const due = feedsTable(client, 'Feeds').due({ until: 'now' });
    expect(await Array.fromAsync(due)).toEqual([{ feedId: 'a' }, { feedId: 'a' }]);
    expect(requests).toHaveLength(DUE_SHARDS + 1);
  });

  it('a query goes on behind a feed, and leaves out the shards before', async () => {
    const { client, requests } = await dynamoServer(() => ({ Items: [] }));
    const behind = { feedId: 'a', dueShard: DUE_SHARDS - 2, availableAt: 'then' };
    await Array.fromAsync(feedsTable(client, 'Feeds').due({ from: 'before', until: 'now', behind }));
    expect(requests.map((request) => (request as { ExclusiveStartKey?: object }).ExclusiveStartKey)).toEqual([
      { feedId: { S: 'a' }, dueShard: { N: '14' }, availableAt: { S: 'then' } },
      undefined,
    ]);
  });
});

describe('the read of a poll', () => {
  it('a feed, its seen set and the cool-down of its host are read consistently in one request', async () => {
    const { client, requests } = await dynamoServer(() => ({ Responses: {} }));
    expect(await feedsTable(client, 'Feeds').find('a', 'harbour.example')).toEqual({});
    const Keys = ['a', 'seen:a', 'host:harbour.example'].map((key) => ({ feedId: { S: key } }));
    expect(requests).toEqual([{ RequestItems: { Feeds: { Keys, ConsistentRead: true } } }]);
  });

  it('the feed and its seen set are read if the host is not known', async () => {
    const { client, requests } = await dynamoServer(() => ({ Responses: {} }));
    await feedsTable(client, 'Feeds').find('a', undefined);
    const Keys = ['a', 'seen:a'].map((key) => ({ feedId: { S: key } }));
    expect(requests).toEqual([{ RequestItems: { Feeds: { Keys, ConsistentRead: true } } }]);
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
