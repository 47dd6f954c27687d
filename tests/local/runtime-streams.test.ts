import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { type Harness, outputOf, receiveAll, startSmallStack } from './runtime-harness.ts';
import { consumedTable } from './small-resources.ts';

const put = (harness: Harness, id: string, more: object = {}) =>
  harness.dynamodb.send(
    new PutItemCommand({ TableName: outputOf(harness, 'notes'), Item: { id: { S: id }, ...more } }),
  );

const poisoned = `
  const ids = event.Records.map((record) => record.dynamodb.Keys.id.S);
  if (ids.includes('poison')) throw new Error('poisoned');
  for (const id of ids) log(id);`;

describe('a table stream feeds its function', () => {
  it('a poisoned record is bisected out, retried and reported to the on-failure queue; the rest comes in order', async () => {
    const harness = await startSmallStack({
      functions: { Reader: { handler: poisoned } },
      ...consumedTable('Reader', {
        BatchSize: 8,
        MaximumBatchingWindowInSeconds: 1,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 2,
      }),
    });
    for (const id of ['a', 'b', 'c', 'poison', 'd', 'e', 'f']) await put(harness, id);
    await harness.runtime.idle();

    expect(harness.said).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    const [discarded, ...others] = await receiveAll(harness, 'discarded');
    expect(others).toEqual([]);
    expect(JSON.parse(discarded?.Body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: '4', endSequenceNumber: '4' },
    });
    const alone = harness.invocations.filter(({ records, outcome }) => records === 1 && outcome === 'error');
    expect(alone).toHaveLength(3);
  });

  it('a partial response is retried from the first failed record on', async () => {
    const handler = `
      const at = event.Records.findIndex((record) => record.dynamodb.Keys.id.S === 'b' && once('b'));
      for (const record of at === -1 ? event.Records : event.Records.slice(0, at)) log(record.dynamodb.Keys.id.S);
      return { batchItemFailures: at === -1 ? [] : [{ itemIdentifier: event.Records[at].dynamodb.SequenceNumber }] };`;
    const mapping = { FunctionResponseTypes: ['ReportBatchItemFailures'], MaximumBatchingWindowInSeconds: 1 };
    const harness = await startSmallStack({ functions: { Reader: { handler } }, ...consumedTable('Reader', mapping) });
    for (const id of ['a', 'b', 'c']) await put(harness, id);
    await harness.runtime.idle();

    expect(harness.said).toEqual(['a', 'b', 'c']);
  });

  it('only records that match a filter are delivered', async () => {
    const pattern = { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: [{ prefix: 'news' }] } } } };
    const harness = await startSmallStack({
      functions: { Reader: { handler: poisoned } },
      ...consumedTable('Reader', { FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] } }),
    });
    await put(harness, 'a', { kind: { S: 'newsletter' } });
    await put(harness, 'poison', { kind: { S: 'other' } });
    await put(harness, 'a', { kind: { S: 'news' } });
    await put(harness, 'b', { kind: { S: 'news' } });
    await harness.runtime.idle();

    expect(harness.said).toEqual(['a', 'b']);
  });

  it('events equal Lambda’s: base64 for binary, no record of an empty write, userIdentity of a TTL removal', async () => {
    const handler = `for (const { eventName, dynamodb, userIdentity } of event.Records)
      log([eventName, dynamodb.NewImage?.data?.B, userIdentity?.type].join());`;
    const harness = await startSmallStack({ functions: { Reader: { handler } }, ...consumedTable('Reader') });
    const data = { B: new Uint8Array([1, 2, 255]) };
    await put(harness, 'a', { data });
    await put(harness, 'a', { data });
    await harness.dynamodb.send(new DeleteItemCommand({ TableName: 'Notes', Key: { id: { S: 'a' } } }));
    await put(harness, 'old', { expiresAt: { N: '1' } });
    await expect.poll(() => harness.said, { timeout: 20_000 }).toHaveLength(4);

    expect(harness.said).toEqual(['INSERT,AQL/,', 'REMOVE,,', 'INSERT,,', 'REMOVE,,Service']);
  });
});
