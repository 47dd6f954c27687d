/** The target of a command: local data (a directory) or a deployed stack, with the same clients and names. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CachingDocumentClient } from '../../lambdas/adapters/document-client.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION, startEmulators } from '../local/emulators/emulators.ts';
import { type Endpoints, readEndpoints, readOutputs } from '../local/machine/data-directory.ts';
import { startFunctionsAlone } from '../local/start-functions-alone.ts';
import { CliError, EXIT } from './cli-error.ts';
import { write } from './output.ts';

/** The outputs of the stack (lib/pipeline-stack.ts) that commands use. */
export type OutputName =
  | 'FeedsTableName'
  | 'ArticlesTableName'
  | 'ArticlesStreamArn'
  | 'RevisionsTableName'
  | 'FingerprintsTableName'
  | 'BodiesBucketName'
  | 'PollQueueUrl'
  | 'PollDeadLetterQueueUrl'
  | 'ItemQueueUrl'
  | 'ItemDeadLetterQueueUrl'
  | 'SchedulePollsFunctionName'
  | 'PollFeedFunctionName'
  | 'IngestItemFunctionName'
  | 'ScheduleRechecksFunctionName'
  | 'WebsubCallbackFunctionName'
  | 'WebsubCallbackUrl'
  | 'ExampleConsumerFunctionName'
  | 'ExampleConsumerFailureQueueUrl';

export interface Deployment {
  /** @throws {CliError} if the stack has no such output */
  output(name: OutputName): string;
  readonly documents: DynamoDBDocumentClient;
  readonly sqs: SQSClient;
  readonly streams: DynamoDBStreamsClient;
  readonly region: string;
  /** The name of local data that no other process uses, so that its feeds are not polled. */
  readonly unattended?: string;
  close(): Promise<void>;
}

export interface Target {
  /** A directory that `start --data` has filled. */
  readonly data?: string;
  /** The name of a deployed stack. */
  readonly stack?: string;
}

export const DEFAULT_DATA = '.wireroom';

/** The behaviour of a command if there is no local data yet. */
type WithoutData = 'refuse' | 'create';

/** @throws {CliError} if the target doesn't exist */
export async function openDeployment(target: Target, withoutData: WithoutData = 'refuse'): Promise<Deployment> {
  if (target.data !== undefined && target.stack !== undefined) {
    throw new CliError('Give either --data DIR or --stack NAME, not both.', EXIT.usage);
  }
  return target.stack === undefined ? openLocal(target.data ?? DEFAULT_DATA, withoutData) : openStack(target.stack);
}

/** Runs a command on a deployment, and closes the deployment even if the command fails. */
export async function withDeployment<T>(
  target: Target,
  work: (deployment: Deployment) => Promise<T>,
  withoutData: WithoutData = 'refuse',
): Promise<T> {
  const deployment = await openDeployment(target, withoutData);
  try {
    return await work(deployment);
  } finally {
    await deployment.close();
  }
}

/** Clients for a local run that is under way. */
export function localDeployment(
  endpoints: Endpoints,
  outputs: Readonly<Record<string, string>>,
  close: () => Promise<void> = async () => {},
): Deployment {
  const settings = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  return {
    output: (name) => required(outputs, name, 'the local data: run `npm start -- --data DIR` on it once more'),
    documents: new CachingDocumentClient(new DynamoDBClient(settings(endpoints.dynamodb))),
    streams: new DynamoDBStreamsClient(settings(endpoints.dynamodb)),
    sqs: new SQSClient(settings(endpoints.sqs)),
    region: LOCAL_REGION,
    close,
  };
}

async function openLocal(name: string, withoutData: WithoutData): Promise<Deployment> {
  const directory = resolve(name);
  const outputs = existsSync(directory) ? readOutputs(directory) : undefined;
  if (outputs === undefined && withoutData === 'refuse') {
    throw new CliError(
      `There is no local data in ${name}: \`feeds add URL\` and \`npm start -- --feed URL --data ${name}\` begin it; --stack NAME names a deployed stack.`,
      EXIT.usage,
    );
  }
  if (outputs === undefined) {
    const runtime = await startFunctionsAlone(directory);
    write(`Local data was created in ${name}.`, process.stderr);
    return { ...localDeployment(runtime.endpoints, runtime.outputs, runtime.stop), unattended: name };
  }
  const live = readEndpoints(directory);
  if (live !== undefined) return localDeployment(live, outputs);
  const emulators = await startEmulators({ dataDirectory: directory });
  return { ...localDeployment(emulators.endpoints, outputs, emulators.stop), unattended: name };
}

async function openStack(name: string): Promise<Deployment> {
  const client = new CloudFormationClient({});
  const outputs = await stackOutputs(client, name);
  const region = await client.config.region();
  return {
    output: (key) => required(outputs, key, `the stack ${name}: is it a Wireroom stack of this version?`),
    documents: new CachingDocumentClient(new DynamoDBClient({})),
    streams: new DynamoDBStreamsClient({}),
    sqs: new SQSClient({}),
    region,
    close: async () => {},
  };
}

async function stackOutputs(client: CloudFormationClient, name: string): Promise<Record<string, string>> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const outputs = Stacks[0]?.Outputs ?? [];
    return Object.fromEntries(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (cause) {
    throw unreadableStack(name, cause as Error);
  }
}

export const unreadableStack = (name: string, cause: Error): CliError =>
  new CliError(`The stack ${name} can't be read: ${whyUnread(cause)}.`, EXIT.failed, { cause });

/** Returns the reason in words. If region or credentials are missing, it names the variables that set them. */
function whyUnread({ name, message }: Error): string {
  if (/region is missing/i.test(message))
    return 'no region is set; set AWS_REGION, or AWS_PROFILE to a profile with one';
  if (name === 'CredentialsProviderError') return 'there are no AWS credentials; set AWS_PROFILE, or sign in';
  return message.replace(/\.$/, '');
}

function required(outputs: Readonly<Record<string, string>>, name: OutputName, where: string): string {
  const value = outputs[name];
  if (value === undefined) throw new CliError(`There is no output ${name} in ${where}.`);
  return value;
}
