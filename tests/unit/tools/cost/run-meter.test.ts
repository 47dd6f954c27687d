import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { PRICES } from '../../../../tools/cost/prices.ts';
import { costLine, runMeter } from '../../../../tools/cost/run-meter.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A service that answers every request with this, and keeps what it was sent. */
async function service(answer: object) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push((await buffer(request)).toString());
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

const dynamo = (operation: string) => ({ 'x-amz-target': `DynamoDB_20120810.${operation}` });

async function metered(consumed: object) {
  const [dynamodb, sqs, s3] = [await service(consumed), await service({}), await service({})];
  const meter = runMeter();
  const through = await meter.through({ dynamodb: dynamodb.url, sqs: sqs.url, s3: s3.url });
  stops.push(through.stop);
  const send = async (service: 'dynamodb' | 'sqs' | 's3', headers: Record<string, string>, method = 'POST') =>
    (
      await fetch(through.endpoints[service], { method, headers, ...(method === 'POST' ? { body: '{"A":1}' } : {}) })
    ).text();
  return { meter, send, dynamodb };
}

it('a write of several tables counts the units of all, with those of the indexes', async () => {
  const { meter, send } = await metered({
    ConsumedCapacity: [
      { TableName: 'A', CapacityUnits: 14 },
      { TableName: 'B', CapacityUnits: 6 },
    ],
  });
  await send('dynamodb', dynamo('TransactWriteItems'));
  expect(meter.cost()).toMatchObject({ writeUnits: 20, readUnits: 0 });
});

it.each(['GetItem', 'BatchGetItem', 'Query', 'Scan'])('%s counts as a read', async (operation) => {
  const { meter, send } = await metered({ ConsumedCapacity: { TableName: 'A', CapacityUnits: 1.5 } });
  await send('dynamodb', dynamo(operation));
  expect(meter.cost()).toMatchObject({ writeUnits: 0, readUnits: 1.5 });
});

it('DynamoDB is asked for the consumed capacity, and the rest of the request stays', async () => {
  const { send, dynamodb } = await metered({});
  await send('dynamodb', dynamo('PutItem'));
  expect(dynamodb.bodies).toEqual(['{"A":1,"ReturnConsumedCapacity":"TOTAL"}']);
});

it('requests of SQS count with the two of Lambda for each batch, and those of S3 by what they cost', async () => {
  const { meter, send } = await metered({});
  await send('sqs', { 'x-amz-target': 'AmazonSQS.SendMessageBatch' });
  meter.note({ trigger: 'sqs', durationMs: 500, memoryMegabytes: 1024 });
  meter.note({ trigger: 'schedule', durationMs: 500, memoryMegabytes: 256 });
  await send('s3', {}, 'GET');
  await send('s3', {}, 'PUT');
  const cost = meter.cost();
  expect(cost).toMatchObject({ sqsRequests: 3, s3Requests: 2, invocations: 2, memorySeconds: 0.625 });
  expect(cost.dollars).toBeCloseTo(
    3 * PRICES.sqsRequest + PRICES.s3Get + PRICES.s3Put + 2 * PRICES.invocation + 0.625 * PRICES.memorySecond,
    12,
  );
});

it('the line gives the operations and the cents of a thousand articles', () => {
  const cost = {
    writeUnits: 1584.4,
    readUnits: 267,
    sqsRequests: 36,
    s3Requests: 0,
    invocations: 23,
    memorySeconds: 9,
    dollars: 0.0005,
  };
  expect(costLine(cost, 10)).toBe(
    'Cost at AWS: 1,584 write and 267 read units, 36 SQS and 0 S3 requests, 23 invocations; 5.0 US cents per 1,000 articles, ' +
      'without storage (us-east-1, 2026-11)',
  );
});
