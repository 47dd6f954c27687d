/** Finds what a deployed stack has that costs something. */
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CliError } from '../cli/cli-error.ts';
import { unreadableStack } from '../cli/deployment.ts';

export interface StackResources {
  readonly region: string;
  readonly created: Date;
  readonly tables: readonly TableResource[];
  readonly functions: readonly FunctionResource[];
  readonly queues: readonly NamedResource[];
  /** Names. */
  readonly logGroups: readonly string[];
  readonly alarms: number;
}

export interface NamedResource {
  /** The name in AWS. */
  readonly name: string;
  /** The name for people. */
  readonly label: string;
}

export interface TableResource extends NamedResource {
  /** Without the indexes. */
  readonly bytes: number;
  readonly indexes: readonly { readonly name: string; readonly bytes: number }[];
  /** Standard-Infrequent Access. */
  readonly rarelyRead: boolean;
}

export interface FunctionResource extends NamedResource {
  readonly megabytes: number;
}

/** @throws {CliError} if the stack can't be read, or is no Wireroom stack */
export async function stackResources(stack: string): Promise<StackResources> {
  const client = new CloudFormationClient({});
  const { created, resources } = await describeStack(client, stack);
  const named = (type: string): NamedResource[] =>
    resources
      .filter(
        ({ ResourceType, ResourceStatus = '' }) =>
          ResourceType === type && !/^(?:CREATE_FAILED|DELETE_)/.test(ResourceStatus),
      )
      .map(({ PhysicalResourceId: name = '', LogicalResourceId = '' }) => ({
        name,
        label: withoutHash(LogicalResourceId),
      }));
  const tables = named('AWS::DynamoDB::Table');
  const functions = named('AWS::Lambda::Function');
  if (tables.length === 0 || functions.length === 0) {
    throw new CliError(`The stack ${stack} has no tables or no functions: is it a Wireroom stack?`);
  }
  const [dynamodb, lambda] = [new DynamoDBClient({}), new LambdaClient({})];
  return {
    region: await client.config.region(),
    created,
    tables: await Promise.all(tables.map((table) => describeTable(dynamodb, table))),
    functions: await Promise.all(functions.map((each) => describeFunction(lambda, each))),
    // CloudFormation names a queue by its URL.
    queues: named('AWS::SQS::Queue').map(({ name, label }) => ({ name: name.split('/').at(-1) ?? name, label })),
    logGroups: named('AWS::Logs::LogGroup').map(({ name }) => name),
    alarms: named('AWS::CloudWatch::Alarm').length,
  };
}

async function describeStack(client: CloudFormationClient, stack: string) {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const resources: StackResourceSummary[] = [];
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName: stack })) {
      resources.push(...StackResourceSummaries);
    }
    return { created: Stacks[0]?.CreationTime ?? new Date(0), resources };
  } catch (cause) {
    throw unreadableStack(stack, cause as Error);
  }
}

/** CDK ends a logical id with eight hexadecimal digits. */
const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

async function describeTable(client: DynamoDBClient, { name, label }: NamedResource): Promise<TableResource> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  return {
    name,
    label: label.replace(/^Storage/, ''),
    bytes: Table?.TableSizeBytes ?? 0,
    indexes: (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', IndexSizeBytes = 0 }) => ({
      name: IndexName,
      bytes: IndexSizeBytes,
    })),
    rarelyRead: Table?.TableClassSummary?.TableClass === 'STANDARD_INFREQUENT_ACCESS',
  };
}

async function describeFunction(client: LambdaClient, { name, label }: NamedResource): Promise<FunctionResource> {
  const { MemorySize = 128, Environment } = await client.send(
    new GetFunctionConfigurationCommand({ FunctionName: name }),
  );
  return { name, label: Environment?.Variables?.['POWERTOOLS_SERVICE_NAME'] ?? label, megabytes: MemorySize };
}
