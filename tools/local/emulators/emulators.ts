/**
 * The services that a stack needs. In: a data directory. Out: the endpoints of DynamoDB (`dynoxide.ts`), of SQS and
 * S3 (`queue-server.ts`), and of Secrets Manager (`secrets-server.ts`). `provision-tables.ts`, `-queues.ts` and `-buckets.ts` then create the template's resources.
 */
import { join } from 'node:path';
import { type Endpoints, lockDataDirectory } from '../machine/data-directory.ts';
import { createShutdown } from '../machine/shutdown.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';
import { startQueueServer } from './queue-server.ts';
import { type SecretsServer, startSecretsServer } from './secrets-server.ts';

/**
 * The region of every local resource. It is part of queue ARNs, so a data directory must always meet the same region.
 */
export const LOCAL_REGION = 'eu-west-1';
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export interface Emulators {
  /** Loopback URLs, or the URLs in AWS_ENDPOINT_URL_DYNAMODB, _SQS, _S3 or AWS_ENDPOINT_URL. */
  readonly endpoints: Endpoints;
  /** The same for Secrets Manager. Only functions call it, so other processes aren't told. */
  readonly secretsEndpoint: string;
  readonly region: string;
  /**
   * The credentials that sign requests. Undefined if an endpoint is external and the caller's own credentials count.
   */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Deletes expired items now. Does nothing on an external DynamoDB, which deletes them itself. */
  sweepTtl(): Promise<void>;
  /** Answers every waiting long poll of SQS now. Does nothing on an external SQS. */
  endLongPolls(): void;
  /** Ends every process and port of the emulators. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts DynamoDB with streams, SQS, S3 and Secrets Manager on the loopback interface, with their state in `dataDirectory`. If the
 * environment names an endpoint for a service, that endpoint is used and no emulator is started for the service.
 * @throws {DataDirectoryInUseError} if a live process holds the directory
 * @throws {EmulatorError} if an emulator can't be started here
 */
export async function startEmulators({ dataDirectory }: { readonly dataDirectory: string }): Promise<Emulators> {
  const external = externalEndpoints(process.env);
  const { region, credentials } = identityAt(external, process.env);
  const lock = lockDataDirectory(dataDirectory);
  const shutdown = createShutdown();
  shutdown.add(() => lock.release());
  try {
    const dynamodb = await openDynamodb(external, dataDirectory);
    shutdown.add(dynamodb.stop);
    const queues = await openQueuesAndBuckets(external, join(dataDirectory, 'queues'), region);
    shutdown.add(queues.stop);
    const secrets = await openSecrets(external, dataDirectory);
    shutdown.add(secrets.stop);
    const endpoints = { dynamodb: dynamodb.endpoint, sqs: queues.sqs, s3: queues.s3 };
    lock.publish(endpoints);
    return {
      endpoints,
      secretsEndpoint: secrets.endpoint,
      region,
      credentials,
      sweepTtl: dynamodb.sweepTtl,
      endLongPolls: queues.endLongPolls,
      stop: shutdown.run,
    };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The endpoints that the environment names. */
interface ExternalEndpoints {
  readonly dynamodb: string | undefined;
  readonly sqs: string | undefined;
  readonly s3: string | undefined;
  readonly secrets: string | undefined;
}

function externalEndpoints(environment: Environment): ExternalEndpoints {
  const endpoint = (service: string): string | undefined =>
    environment[`AWS_ENDPOINT_URL_${service}`] || environment['AWS_ENDPOINT_URL'] || undefined;
  return {
    dynamodb: endpoint('DYNAMODB'),
    sqs: endpoint('SQS'),
    s3: endpoint('S3'),
    secrets: endpoint('SECRETS_MANAGER'),
  };
}

/** The environment's region and credentials if it names any endpoint, else the local ones. */
function identityAt(external: ExternalEndpoints, environment: Environment): Pick<Emulators, 'region' | 'credentials'> {
  if (Object.values(external).every((endpoint) => endpoint === undefined)) {
    return { region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS };
  }
  return {
    region: (environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION']) || LOCAL_REGION,
    credentials: environment['AWS_ACCESS_KEY_ID'] ? undefined : LOCAL_CREDENTIALS,
  };
}

async function openDynamodb({ dynamodb }: ExternalEndpoints, directory: string): Promise<Dynoxide> {
  if (dynamodb === undefined) return startDynoxide(directory);
  return { endpoint: dynamodb, sweepTtl: async () => undefined, stop: async () => undefined };
}

async function openSecrets({ secrets }: ExternalEndpoints, directory: string): Promise<SecretsServer> {
  return secrets === undefined ? startSecretsServer(directory) : { endpoint: secrets, stop: async () => undefined };
}

/** One server is both SQS and S3: it starts unless both are external. */
async function openQueuesAndBuckets({ sqs, s3 }: ExternalEndpoints, directory: string, region: string) {
  if (sqs !== undefined && s3 !== undefined) {
    return { sqs, s3, endLongPolls: () => undefined, stop: async () => undefined };
  }
  const { endpoint, endLongPolls, stop } = await startQueueServer(directory, region);
  return { sqs: sqs ?? endpoint, s3: s3 ?? endpoint, endLongPolls, stop };
}
