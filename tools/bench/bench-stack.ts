import { type Deployment, localDeployment } from '../cli/deployment.ts';
import { type Count, type CountingProxy, countingProxy } from '../cost/counting-proxy.ts';
import { temporaryDirectory } from '../local/machine/temporary-directory.ts';
import { startRuntime } from '../local/runtime.ts';
import { synthesize } from '../local/template/synthesize.ts';

/** The tables, queues and buckets of the template on the embedded emulators, each behind a proxy that counts. */
export interface BenchStack {
  /** A directory that is removed afterwards. */
  readonly directory: string;
  readonly deployment: Deployment;
  readonly dynamodb: CountingProxy;
  readonly sqs: CountingProxy;
  readonly s3: CountingProxy;
  /** Environment variables that point a function to the proxies. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function withBenchStack(work: (stack: BenchStack) => Promise<void>): Promise<void> {
  using scratch = temporaryDirectory();
  const assembly = await synthesize(scratch.path, {});
  const runtime = await startRuntime({
    assembly,
    dataDirectory: scratch.path,
    schedules: 'manual',
    eventSources: false,
  });
  const { endpoints, outputs } = runtime;
  const dynamodb = await countingProxy(endpoints.dynamodb);
  const sqs = await countingProxy(endpoints.sqs);
  const s3 = await countingProxy(endpoints.s3);
  const deployment = localDeployment(endpoints, outputs);
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
  };
  try {
    await work({ directory: scratch.path, deployment, dynamodb, sqs, s3, environment });
  } finally {
    await Promise.all([dynamodb.stop(), sqs.stop(), s3.stop(), deployment.close()]);
    await runtime.stop();
  }
}

/** Returns the operations per piece of work, if so many pieces were done: `1 GetItem, 1 UpdateItem`. */
export const operationsEach = ({ operations }: Count, pieces: number): string =>
  [...operations].map(([operation, times]) => `${hundredths(times / pieces)} ${operation}`).join(', ') || 'none';

/** Returns the write and read units per piece of work: `3 + 1`. */
export const unitsEach = ({ writeUnits, readUnits }: Count, pieces: number): string =>
  `${hundredths(writeUnits / pieces)} + ${hundredths(readUnits / pieces)}`;

/** Returns the write units per piece of work by table, without the names' ends that CDK makes: `24 Articles, 28 Fingerprints`. */
export const writtenEach = ({ writtenTo }: Count, pieces: number): string =>
  [...writtenTo]
    .map(([table, units]) => `${hundredths(units / pieces)} ${table.replace(/^Storage|[0-9A-F]{8}$/g, '')}`)
    .join(', ') || 'none';

export const hundredths = (value: number): number => Math.round(value * 100) / 100;
