import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { TemplateError } from '../template/errors.ts';
import type { Stack } from '../template/stack.ts';

const keySchema = v.array(v.object({ AttributeName: v.string(), KeyType: v.picklist(['HASH', 'RANGE']) }));
const indexSchema = v.object({
  IndexName: v.string(),
  KeySchema: keySchema,
  Projection: v.object({
    ProjectionType: v.picklist(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: v.optional(v.array(v.string())),
  }),
});
const tableSchema = v.object({
  TableName: v.optional(v.string()),
  KeySchema: keySchema,
  AttributeDefinitions: v.array(v.object({ AttributeName: v.string(), AttributeType: v.picklist(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: v.optional(v.array(indexSchema)),
  LocalSecondaryIndexes: v.optional(v.array(indexSchema)),
  StreamSpecification: v.optional(
    v.object({ StreamViewType: v.picklist(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) }),
  ),
  TimeToLiveSpecification: v.optional(v.object({ AttributeName: v.optional(v.string()), Enabled: v.boolean() })),
});
type TableProperties = v.InferOutput<typeof tableSchema>;

export const tableTypes = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'] as const;

/** Creates the stack's tables that don't exist yet. @returns whether any table has a TTL */
export async function provisionTables(stack: Stack, dynamodb: DynamoDBClient): Promise<boolean> {
  let hasTtl = false;
  for (const logicalId of stack.idsOf(...tableTypes)) {
    const properties = stack.properties(logicalId, tableSchema);
    const TableName = properties.TableName ?? logicalId;
    const table = (await describe(dynamodb, TableName)) ?? (await create(dynamodb, TableName, properties));
    if (shapeOf(table) !== shapeOf(properties)) {
      throw new TemplateError(
        `The table ${logicalId} in this data directory has other keys, indexes or another stream than the template: use a new data directory.`,
      );
    }
    const ttlAttribute =
      properties.TimeToLiveSpecification?.Enabled && properties.TimeToLiveSpecification.AttributeName;
    if (ttlAttribute) {
      await enableTtl(dynamodb, TableName, ttlAttribute);
      hasTtl = true;
    }
    const { TableArn = '', LatestStreamArn } = table;
    stack.enter(logicalId, {
      ref: TableName,
      attributes: { Arn: TableArn, ...(LatestStreamArn === undefined ? {} : { StreamArn: LatestStreamArn }) },
    });
  }
  return hasTtl;
}

async function describe(dynamodb: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  try {
    return (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(dynamodb: DynamoDBClient, TableName: string, properties: TableProperties) {
  const { TimeToLiveSpecification: _, StreamSpecification, ...rest } = properties;
  await dynamodb.send(
    new CreateTableCommand({
      ...rest,
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      ...(StreamSpecification === undefined
        ? {}
        : { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
    }),
  );
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 60, minDelay: 1 }, { TableName });
  const table = await describe(dynamodb, TableName);
  if (table === undefined) throw new TemplateError(`The table ${TableName} was not created.`);
  return table;
}

async function enableTtl(dynamodb: DynamoDBClient, TableName: string, AttributeName: string): Promise<void> {
  const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
  if (TimeToLiveDescription?.AttributeName === AttributeName) return;
  await dynamodb.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled: true, AttributeName } }),
  );
}

/** The properties that can't change under existing data, as a comparable text. */
function shapeOf(table: TableProperties | TableDescription): string {
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const keys = (schema: readonly { readonly AttributeName?: string | undefined }[] | undefined) =>
    schema?.map(({ AttributeName }) => AttributeName);
  return JSON.stringify([
    keys(table.KeySchema),
    indexes.map(({ IndexName, KeySchema }) => [IndexName, ...(keys(KeySchema) ?? [])].join()).sort(),
    table.StreamSpecification?.StreamViewType,
  ]);
}
