import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmulators } from './emulators/emulators.ts';
import { createLocalClients } from './emulators/local-clients.ts';
import { provisionBuckets } from './emulators/provision-buckets.ts';
import { provisionQueues } from './emulators/provision-queues.ts';
import { provisionTables, tableTypes } from './emulators/provision-tables.ts';
import { startTtlSweeps } from './emulators/ttl-sweeps.ts';
import type { EventSource } from './event-sources/event-source-mapping.ts';
import { startEventSources } from './event-sources/provision-event-sources.ts';
import type { InvokeResult } from './functions/function-instance.ts';
import { createInvoker, type InvocationRecord, StoppedError } from './functions/invoker.ts';
import { provisionFunctionUrls } from './functions/provision-function-urls.ts';
import { provisionFunctions } from './functions/provision-functions.ts';
import { provisionSchedules } from './functions/provision-schedules.ts';
import { type Endpoints, writeOutputs } from './machine/data-directory.ts';
import { readAssembly } from './template/assembly.ts';
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

/** What is being invoked when the runtime stops may take this long to end; then it is killed, and comes again. */
const STOP_GRACE_MS = 5_000;

/** One line that a function wrote to standard output or error. */
export interface FunctionLogLine {
  readonly functionName: string;
  readonly line: string;
}

export interface RuntimeOptions {
  /** The cloud assembly directory (`cdk.out`). */
  readonly assembly: string;
  /** Where state is kept between runs. @default a temporary directory, removed at the end */
  readonly dataDirectory?: string;
  /** `timer`: schedules fire by their expressions; `manual`: only by `fireSchedules()`. */
  readonly schedules: 'timer' | 'manual';
  /** `false`: no queue or stream is consumed, so that one function can be tried alone. @default true */
  readonly eventSources?: boolean;
  /** Added to every function's environment, over what the template says. */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * A message that failed is visible again after this many seconds, so that a test need not wait for minutes.
   * @default when its queue's visibility timeout has passed, as on AWS
   */
  readonly redeliverySeconds?: number;
  readonly onLog?: (line: FunctionLogLine) => void;
  readonly onInvocation?: (record: InvocationRecord) => void;
}

export interface LocalRuntime {
  /** The stack's outputs, resolved. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
  /** Resources of types that the runtime doesn't know. Those without any local meaning are not among them. */
  readonly unsupported: readonly { readonly logicalId: string; readonly type: string }[];
  /** Invokes a function by its name or logical id. @throws {TemplateError} when there is none of that name */
  invoke(functionName: string, event: unknown): Promise<InvokeResult>;
  /** Invokes each schedule's target now, once. */
  fireSchedules(): Promise<readonly InvokeResult[]>;
  /** Resolves when every consumed queue is empty, every stream consumer has caught up, and nothing is invoked. */
  idle(): Promise<void>;
  /** Ends everything: no process and no port is left. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Runs the stack of a cloud assembly on this machine.
 * @throws {TemplateError} when the template can't be run as it stands
 * @throws {DataDirectoryInUseError} when a live process holds the data directory
 * @throws {EmulatorError} when an emulator can't be started here
 */
export async function startRuntime(options: RuntimeOptions): Promise<LocalRuntime> {
  const assembly = readAssembly(options.assembly);
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'wireroom-'));
  const stops: (() => Promise<void> | void)[] = [];
  if (options.dataDirectory === undefined) {
    stops.push(() => rmSync(dataDirectory, { recursive: true, force: true }));
  }
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const step of stops.toReversed()) await step();
    })();
    return stopping;
  };

  try {
    const emulators = await startEmulators({ dataDirectory });
    stops.push(emulators.stop);
    const clients = createLocalClients(emulators);
    stops.push(clients.destroy);
    const stack = createStack(assembly, emulators.region);
    if (await provisionTables(stack, clients.dynamodb)) stops.push(startTtlSweeps(emulators.sweepTtl));
    const queues = await provisionQueues(stack, clients.sqs, emulators.endpoints.sqs);
    await provisionBuckets(stack, emulators);

    const log = (functionName: string, line: string): void => options.onLog?.({ functionName, line });
    // Before the functions: their environment may name the addresses.
    const functionUrls = await provisionFunctionUrls(stack);
    stops.push(functionUrls.stop);
    const functions = provisionFunctions(stack, assembly, emulators, {
      environment: options.environment ?? {},
      onLine: log,
    });
    const stopFunctions = () => Promise.all([...functions.values()].map((target) => target.stop()));
    const invoker = createInvoker((record) => options.onInvocation?.(record));
    const sources: EventSource[] = [];
    stops.push(async () => {
      invoker.stop();
      const handled = Promise.all(sources.map((source) => source.stop()));
      emulators.endLongPolls();
      await Promise.race([handled, sleep(STOP_GRACE_MS, undefined, { ref: false })]);
      await stopFunctions();
      await handled;
    });
    functionUrls.serve(functions, invoker);
    const schedules = provisionSchedules(stack, functions, invoker);
    const outputs = stack.outputs();
    writeOutputs(dataDirectory, outputs);
    if (options.eventSources !== false) {
      await startEventSources(
        {
          stack,
          queues,
          functions,
          clients,
          invoker,
          dataDirectory,
          onProblem: log,
          redeliverySeconds: options.redeliverySeconds,
        },
        (source) => sources.push(source),
      );
    }
    if (options.schedules === 'timer') {
      const onProblem = (error: unknown): void => {
        if (!(error instanceof StoppedError)) log('schedule', String(error));
      };
      for (const schedule of schedules) stops.push(schedule.startTimer(onProblem));
    }

    return {
      outputs,
      endpoints: emulators.endpoints,
      unsupported: stack.unsupported(supportedTypes),
      invoke: async (functionName, event) => {
        const target = functions.get(functionName) ?? [...functions.values()].find(({ name }) => name === functionName);
        if (target === undefined) {
          const names = [...functions.values()].map(({ name }) => name).join(', ');
          throw new TemplateError(`There is no function ${functionName}: the stack has ${names}.`);
        }
        return invoker.invoke(target, event, { trigger: 'direct', records: 1 });
      },
      fireSchedules: () => Promise.all(schedules.map((schedule) => schedule.fire())),
      idle: async () => {
        while (stopping === undefined) {
          const before = invoker.activity();
          for (const source of sources) await source.caughtUp();
          for (const source of sources) await source.caughtUp();
          const after = invoker.activity();
          if (before.running === 0 && after.running === 0 && after.begun === before.begun) return;
          await sleep(20);
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
