/**
 * Runs the stack of a cloud assembly on this machine. The steps, in order:
 * 1. `template/assembly.ts` reads the template and finds the bundles in `cdk.out`, which `template/synthesize.ts`
 *    makes.
 * 2. `machine/data-directory.ts` locks the data directory; `emulators/emulators.ts` starts DynamoDB, SQS and S3 on it.
 * 3. `template/stack.ts` gives each resource's properties. Every later step enters what it creates there.
 * 4. `emulators/provision-tables.ts`, `-queues.ts` and `-buckets.ts` create what the template names.
 * 5. `functions/provision-functions.ts` makes a function of each bundle. A process starts with the first event only.
 * 6. `functions/provision-function-urls.ts` and `provision-schedules.ts` connect URLs and schedules to the functions.
 * 7. `event-sources/provision-event-sources.ts` feeds queues and streams to the functions.
 * 8. The schedules' timers start. From here on the pipeline runs, until `stop()` ends these steps in reverse order.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Emulators, startEmulators } from './emulators/emulators.ts';
import { createLocalClients } from './emulators/local-clients.ts';
import { provisionBuckets } from './emulators/provision-buckets.ts';
import { provisionQueues } from './emulators/provision-queues.ts';
import { provisionTables, tableTypes } from './emulators/provision-tables.ts';
import { startTtlSweeps } from './emulators/ttl-sweeps.ts';
import type { EventSource } from './event-sources/event-source-mapping.ts';
import { startEventSources } from './event-sources/provision-event-sources.ts';
import type { InvokeResult } from './functions/function-instance.ts';
import { createInvoker, type InvocationRecord, type Invoker, StoppedError } from './functions/invoker.ts';
import type { LambdaFunction } from './functions/lambda-function.ts';
import { provisionFunctionUrls } from './functions/provision-function-urls.ts';
import { provisionFunctions } from './functions/provision-functions.ts';
import { provisionSchedules } from './functions/provision-schedules.ts';
import { type Endpoints, writeOutputs } from './machine/data-directory.ts';
import { createShutdown, type Shutdown } from './machine/shutdown.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { TemplateError } from './template/errors.ts';
import { createStack } from './template/stack.ts';

const supportedTypes: ReadonlySet<string> = new Set([
  ...tableTypes,
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Url',
  'AWS::Scheduler::Schedule',
]);

/** Max time, in milliseconds, that running invocations get to end at a stop. Then they are killed, and come again. */
const STOP_GRACE_MS = 5_000;

/** One line that a function wrote to standard output or error. */
export interface FunctionLogLine {
  readonly functionName: string;
  readonly line: string;
}

export interface RuntimeOptions {
  /** The cloud assembly directory (`cdk.out`). */
  readonly assembly: string;
  /** The directory that keeps the state between runs. @default a temporary directory, removed at the end */
  readonly dataDirectory?: string;
  /** `timer`: schedules fire by their expressions; `manual`: only by `fireSchedules()`. */
  readonly schedules: 'timer' | 'manual';
  /** `false`: no queue or stream is consumed, so that one function can be tried alone. @default true */
  readonly eventSources?: boolean;
  /** Added to every function's environment. It overrides the template's. */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Seconds until a failed message is visible again, so that a test need not wait for minutes.
   * @default the visibility timeout of the message's queue, as on AWS
   */
  readonly redeliverySeconds?: number;
  /** Returns the endpoints that the functions are to use instead of these, for instance to count what they ask for. */
  readonly through?: (endpoints: Endpoints) => Promise<{ readonly endpoints: Endpoints; stop(): Promise<void> }>;
  readonly onLog?: (line: FunctionLogLine) => void;
  readonly onInvocation?: (record: InvocationRecord) => void;
}

export interface LocalRuntime {
  /** The stack's outputs, resolved. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
  /** Resources whose types the runtime doesn't know. Types without a local meaning are not listed. */
  readonly unsupported: readonly { readonly logicalId: string; readonly type: string }[];
  /** Invokes a function by its name or logical id. @throws {TemplateError} if the stack has no function of that name */
  invoke(functionName: string, event: unknown): Promise<InvokeResult>;
  /** Invokes each schedule's target now, once. */
  fireSchedules(): Promise<readonly InvokeResult[]>;
  /** Resolves when every consumed queue is empty, every stream is read to its end, and no invocation is running. */
  idle(): Promise<void>;
  /** Ends everything: no process and no port is left. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Runs the stack of a cloud assembly on this machine, by the steps above.
 * @throws {TemplateError} if the template can't be run as it stands
 * @throws {DataDirectoryInUseError} if a live process holds the data directory
 * @throws {EmulatorError} if an emulator can't be started here
 */
export async function startRuntime(options: RuntimeOptions): Promise<LocalRuntime> {
  const assembly = readAssembly(options.assembly);
  const shutdown = createShutdown();
  const dataDirectory = options.dataDirectory ?? temporaryDataDirectory(shutdown);
  try {
    return await startStack(assembly, dataDirectory, options, shutdown);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

function temporaryDataDirectory(shutdown: Shutdown): string {
  const directory = mkdtempSync(join(tmpdir(), 'wireroom-'));
  shutdown.add(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function startStack(
  assembly: Assembly,
  dataDirectory: string,
  options: RuntimeOptions,
  shutdown: Shutdown,
): Promise<LocalRuntime> {
  const emulators = await startEmulators({ dataDirectory });
  shutdown.add(emulators.stop);
  const clients = createLocalClients(emulators);
  shutdown.add(clients.destroy);
  const stack = createStack(assembly, emulators.region);
  if (await provisionTables(stack, clients.dynamodb)) shutdown.add(startTtlSweeps(emulators.sweepTtl));
  const queues = await provisionQueues(stack, clients.sqs, emulators.endpoints.sqs);
  await provisionBuckets(stack, emulators);

  const log = (functionName: string, line: string): void => options.onLog?.({ functionName, line });
  // URLs come before the functions, because a function's environment may name a URL.
  const functionUrls = await provisionFunctionUrls(stack);
  shutdown.add(functionUrls.stop);
  const { endpoints, stop } = (await options.through?.(emulators.endpoints)) ?? emulators;
  if (options.through !== undefined) shutdown.add(stop);
  const functions = provisionFunctions(
    stack,
    assembly,
    { ...emulators, endpoints },
    {
      environment: options.environment ?? {},
      onLine: log,
    },
  );
  const invoker = createInvoker((record) => options.onInvocation?.(record));
  const sources: EventSource[] = [];
  shutdown.add(() => stopInvocations({ invoker, sources, functions, emulators }));
  functionUrls.serve(functions, invoker);
  const schedules = provisionSchedules(stack, functions, invoker);
  const outputs = stack.outputs();
  writeOutputs(dataDirectory, outputs);

  if (options.eventSources !== false) {
    const { redeliverySeconds } = options;
    await startEventSources(
      { stack, queues, functions, clients, invoker, dataDirectory, onProblem: log, redeliverySeconds },
      (source) => sources.push(source),
    );
  }
  if (options.schedules === 'timer') {
    const onProblem = (error: unknown): void => {
      if (!(error instanceof StoppedError)) log('schedule', String(error));
    };
    for (const schedule of schedules) shutdown.add(schedule.startTimer(onProblem));
  }

  return {
    outputs,
    endpoints: emulators.endpoints,
    unsupported: stack.unsupported(supportedTypes),
    invoke: async (functionName, event) =>
      invoker.invoke(findFunction(functions, functionName), event, { trigger: 'direct', records: 1 }),
    fireSchedules: () => Promise.all(schedules.map((schedule) => schedule.fire())),
    idle: () => waitUntilIdle(sources, invoker, shutdown),
    stop: shutdown.run,
  };
}

function findFunction(functions: ReadonlyMap<string, LambdaFunction>, nameOrId: string): LambdaFunction {
  const all = [...functions.values()];
  const found = functions.get(nameOrId) ?? all.find(({ name }) => name === nameOrId);
  if (found !== undefined) return found;
  throw new TemplateError(`There is no function ${nameOrId}: the stack has ${all.map(({ name }) => name).join(', ')}.`);
}

/** Begins no more invocations, gives the running ones their grace, and kills the functions. */
async function stopInvocations(running: {
  readonly invoker: Invoker;
  readonly sources: readonly EventSource[];
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly emulators: Emulators;
}): Promise<void> {
  running.invoker.stop();
  const handled = Promise.all(running.sources.map((source) => source.stop()));
  running.emulators.endLongPolls();
  await Promise.race([handled, sleep(STOP_GRACE_MS, undefined, { ref: false })]);
  await Promise.all([...running.functions.values()].map((target) => target.stop()));
  await handled;
}

async function waitUntilIdle(sources: readonly EventSource[], invoker: Invoker, shutdown: Shutdown): Promise<void> {
  while (!shutdown.hasBegun()) {
    const before = invoker.activity();
    // Twice, because handling the last source's records may fill the first source again.
    for (const source of [...sources, ...sources]) await source.caughtUp();
    const after = invoker.activity();
    if (before.running === 0 && after.running === 0 && after.begun === before.begun) return;
    await sleep(20);
  }
}
