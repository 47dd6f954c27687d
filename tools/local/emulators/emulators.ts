import { join } from 'node:path';
import { type Endpoints, lockDataDirectory } from '../machine/data-directory.ts';
import { startDynoxide } from './dynoxide.ts';
import { startQueueServer } from './queue-server.ts';

/** The region of everything local. It is part of queue ARNs, so a data directory must always meet the same one. */
export const LOCAL_REGION = 'eu-west-1';
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export interface Emulators {
  /** Loopback URLs, or what AWS_ENDPOINT_URL_DYNAMODB, _SQS, _S3 or AWS_ENDPOINT_URL name. */
  readonly endpoints: Endpoints;
  readonly region: string;
  /** What requests are signed with; undefined when an endpoint is not ours and the caller's own credentials count. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Deletes expired items now. Does nothing on a DynamoDB that isn't ours: it does that by itself. */
  sweepTtl(): Promise<void>;
  /** Answers every waiting long poll of SQS now. Does nothing on an SQS that isn't ours. */
  endLongPolls(): void;
  /** Ends every process and port of them; may be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts DynamoDB with streams, SQS and S3 on the loopback interface, with their state in `dataDirectory`. Where the
 * environment names an endpoint for a service, that one is used and no emulator is started for it.
 * @throws {DataDirectoryInUseError} when a live process holds the directory
 * @throws {EmulatorError} when an emulator can't be started here
 */
export async function startEmulators(options: { readonly dataDirectory: string }): Promise<Emulators> {
  const external = externalEndpoints(process.env);
  const isExternal = Object.values(external).some((endpoint) => endpoint !== undefined);
  const region = (isExternal && (process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'])) || LOCAL_REGION;
  const credentials = isExternal && process.env['AWS_ACCESS_KEY_ID'] ? undefined : LOCAL_CREDENTIALS;

  const lock = lockDataDirectory(options.dataDirectory);
  const stops: (() => Promise<void> | void)[] = [() => lock.release()];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const step of stops.toReversed()) await step();
    })();
    return stopping;
  };
  try {
    const dynoxide = external.dynamodb === undefined ? await startDynoxide(options.dataDirectory) : undefined;
    if (dynoxide !== undefined) stops.push(dynoxide.stop);
    const queues =
      external.sqs === undefined || external.s3 === undefined
        ? await startQueueServer(join(options.dataDirectory, 'queues'), region)
        : undefined;
    if (queues !== undefined) stops.push(queues.stop);
    const endpoints = {
      dynamodb: external.dynamodb ?? dynoxide?.endpoint ?? '',
      sqs: external.sqs ?? queues?.endpoint ?? '',
      s3: external.s3 ?? queues?.endpoint ?? '',
    };
    lock.publish(endpoints);
    return {
      endpoints,
      region,
      credentials,
      sweepTtl: async () => dynoxide?.sweepTtl(),
      endLongPolls: () => queues?.endLongPolls(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function externalEndpoints(environment: Readonly<Record<string, string | undefined>>) {
  const endpoint = (service: string): string | undefined =>
    environment[`AWS_ENDPOINT_URL_${service}`] || environment['AWS_ENDPOINT_URL'] || undefined;
  return { dynamodb: endpoint('DYNAMODB'), sqs: endpoint('SQS'), s3: endpoint('S3') };
}
