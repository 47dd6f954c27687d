import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as lib from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { CachingDocumentClient } from '../../../lambdas/adapters/document-client.ts';
import { jsonServer } from '../../fakes/json-server.ts';

const { DynamoDBDocumentClient } = lib;
const TableName = 'Feeds';
const Key = { feedId: 'a' };
const Item = {
  ...Key,
  polls: 2,
  labels: new Set(['b']),
  seen: Buffer.from('c'),
  hub: { url: 'd', topic: undefined },
  e: undefined,
};
const ExpressionAttributeValues = { ':one': 1, ':none': undefined };
const plainItem = { feedId: { S: 'a' }, polls: { N: '2' }, labels: { SS: ['b'] }, seen: { B: 'Yw==' }, hub: { M: {} } };

/** A command of each kind that functions and tools send, and DynamoDB's answer. */
const COMMANDS: Readonly<Record<string, readonly [make: () => object, answer: object]>> = {
  GetCommand: [() => new lib.GetCommand({ TableName, Key, ConsistentRead: true }), { Item: plainItem }],
  PutCommand: [() => new lib.PutCommand({ TableName, Item, ExpressionAttributeValues }), { Attributes: plainItem }],
  UpdateCommand: [
    () => new lib.UpdateCommand({ TableName, Key, UpdateExpression: 'SET a = :one', ExpressionAttributeValues }),
    { Attributes: plainItem },
  ],
  DeleteCommand: [
    () => new lib.DeleteCommand({ TableName, Key, ExpressionAttributeValues }),
    { Attributes: plainItem },
  ],
  QueryCommand: [
    () => new lib.QueryCommand({ TableName, ExpressionAttributeValues, ExclusiveStartKey: Key }),
    { Items: [plainItem], Count: 1, LastEvaluatedKey: { feedId: { S: 'a' } } },
  ],
  ScanCommand: [
    () => new lib.ScanCommand({ TableName, ExclusiveStartKey: Key }),
    { Items: [plainItem], LastEvaluatedKey: { feedId: { S: 'a' } } },
  ],
  BatchGetCommand: [
    () => new lib.BatchGetCommand({ RequestItems: { [TableName]: { Keys: [Key, Key], ConsistentRead: true } } }),
    { Responses: { [TableName]: [plainItem] }, UnprocessedKeys: { [TableName]: { Keys: [{ feedId: { S: 'a' } }] } } },
  ],
  TransactWriteCommand: [
    () =>
      new lib.TransactWriteCommand({
        ClientRequestToken: 'token',
        TransactItems: [
          { Put: { TableName, Item, ExpressionAttributeValues } },
          { Update: { TableName, Key, UpdateExpression: 'SET a = :one', ExpressionAttributeValues } },
          { Delete: { TableName, Key } },
          { ConditionCheck: { TableName, Key, ConditionExpression: 'a = :one', ExpressionAttributeValues } },
        ],
      }),
    {},
  ],
};

/** What a command sends, and what it resolves to. */
async function exchange(
  make: () => object,
  answer: object,
  clientOf: (client: DynamoDBClient) => lib.DynamoDBDocumentClient,
) {
  const { origin, requests } = await jsonServer(() => answer);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = clientOf(new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: origin }));
  const { $metadata, ...output } = await client.send(make() as lib.GetCommand);
  return { requests, output };
}

const caching = (client: DynamoDBClient) => new CachingDocumentClient(client);
const ofLibrary = (client: DynamoDBClient) =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

describe('CachingDocumentClient', () => {
  it.each(Object.entries(COMMANDS))(
    '%s sends and returns what lib-dynamodb’s client does',
    async (_, [make, answer]) => {
      expect(await exchange(make, answer, caching)).toEqual(await exchange(make, answer, ofLibrary));
    },
  );

  it('two commands of one kind send their own inputs at the same time', async () => {
    const { origin, requests } = await jsonServer(() => ({ Item: plainItem }));
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = caching(new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: origin }));
    const get = (feedId: string) => client.send(new lib.GetCommand({ TableName, Key: { feedId } }));
    await Promise.all([get('a'), get('b')]);
    expect(requests).toHaveLength(2);
    expect(requests).toEqual(expect.arrayContaining(['a', 'b'].map((S) => ({ TableName, Key: { feedId: { S } } }))));
  });

  it('each command of lib-dynamodb that code imports is one of these', () => {
    const files = ['lambdas', 'tools'].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    );
    const imported = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readFileSync(file, 'utf8').match(/import[^;]*from '@aws-sdk\/lib-dynamodb'/g) ?? [])
      .flatMap((statement) => statement.match(/\b\w+Command\b/g) ?? []);
    expect(imported.length).toBeGreaterThan(5);
    expect([...new Set(imported)].filter((name) => !Object.hasOwn(COMMANDS, name))).toEqual([]);
  });

  it('a command without a plain form is refused, not sent as it is', () => {
    const client = caching(new DynamoDBClient({ region: 'eu-west-1' }));
    return expect(client.send(new lib.TransactGetCommand({ TransactItems: [] }))).rejects.toThrow(/TransactGetCommand/);
  });
});
