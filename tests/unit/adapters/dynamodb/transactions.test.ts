import { describe, expect, it } from 'vitest';
import { articlesTable } from '../../../../lambdas/adapters/dynamodb/articles-table.ts';
import { feedRegistry } from '../../../../lambdas/adapters/dynamodb/feed-registry.ts';
import { cancelled, dynamoServer } from '../../../fakes/json-server.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const OTHER_ERROR = { __type: 'com.amazonaws.dynamodb.v20120810#ValidationException', message: 'no such thing' };
const CONDITION_FAILED = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException' };

describe('a transaction of claims', () => {
  async function claimed(answer: object): Promise<boolean> {
    const { client } = await dynamoServer(() => answer);
    const names = { articlesTableName: 'Articles', revisionsTableName: 'Revisions', fingerprintsTableName: 'Claims' };
    const days = { revisionRetentionDays: 0, fingerprintRetentionDays: 30 };
    const bodies = { put: async () => {}, get: async () => '' };
    const claims = ['a', 'b'].map((fingerprint) => ({ fingerprint, articleId: 'article' }));
    return articlesTable({ client, bodies, ...names, ...days }).claim(claims, NOW);
  }

  it.each([
    ['is written', {}, true],
    ['fails if a condition of a write fails', cancelled('None', 'ConditionalCheckFailed'), false],
    ['fails if another transaction holds an item', cancelled('TransactionConflict', 'None'), false],
    ['fails if both happen', cancelled('TransactionConflict', 'ConditionalCheckFailed'), false],
  ])('a transaction %s', async (_, answer, expected) => {
    expect(await claimed(answer)).toBe(expected);
  });

  it.each([
    ['is throttled', cancelled('ConditionalCheckFailed', 'ThrottlingError')],
    ['exceeds an item', cancelled('None', 'ItemCollectionSizeLimitExceeded')],
    ['is not valid', OTHER_ERROR],
  ])('a transaction throws if it %s', async (_, answer) => {
    await expect(claimed(answer)).rejects.toThrow();
  });
});

describe('adding feeds', () => {
  const feeds = ['https://a.example/', 'https://b.example/', 'https://c.example/'].map((url) => ({ url }));

  /** Adds three feeds. @param answers of the table, the last one for all later requests */
  async function adding(...answers: readonly object[]) {
    const left = [...answers];
    const server = await dynamoServer(() => (left.length > 1 ? left.shift() : left[0]) ?? {});
    const added = feedRegistry(server.client, 'Feeds', () => NOW).addMany(feeds);
    return { added, operations: server.operations };
  }

  it('feeds that are all new are added in one transaction', async () => {
    const { added, operations } = await adding({});
    expect(await added).toEqual(['added', 'added', 'added']);
    expect(operations).toEqual(['TransactWriteItems']);
  });

  it('feeds are added without the known feeds in a second transaction', async () => {
    const { added, operations } = await adding(cancelled('None', 'ConditionalCheckFailed', 'None'), {});
    expect(await added).toEqual(['added', 'known', 'added']);
    expect(operations).toEqual(['TransactWriteItems', 'TransactWriteItems']);
  });

  it('feeds are added one by one if another transaction holds one of them', async () => {
    const { added, operations } = await adding(cancelled('TransactionConflict', 'None', 'None'), {});
    expect(await added).toEqual(['added', 'added', 'added']);
    expect(operations).toEqual(['TransactWriteItems', 'PutItem', 'PutItem', 'PutItem']);
  });

  it('feeds that are added one by one may be known', async () => {
    const { added } = await adding(cancelled('TransactionConflict', 'None', 'None'), CONDITION_FAILED);
    expect(await added).toEqual(['known', 'known', 'known']);
  });

  it('any other error of the transaction is thrown', async () => {
    await expect((await adding(OTHER_ERROR)).added).rejects.toThrow('no such thing');
  });

  it('any other error of a single write is thrown', async () => {
    const { added } = await adding(cancelled('TransactionConflict', 'None', 'None'), OTHER_ERROR);
    await expect(added).rejects.toThrow('no such thing');
  });
});
