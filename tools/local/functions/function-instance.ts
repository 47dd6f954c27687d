import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { spawnGuarded } from '../machine/guarded-process.ts';
import { type FunctionError, openRuntimeApi } from './runtime-api.ts';

/**
 * Max time for a function's initialisation. Source: AWS, "Understanding the Lambda execution environment lifecycle".
 */
const INIT_TIMEOUT_MS = 10_000;

export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** The directory of the bundle. */
  readonly code: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
}

export type InvokeResult =
  | { readonly outcome: 'success'; readonly payload: unknown }
  | ({ readonly outcome: 'error' | 'timeout' | 'crash' } & FunctionError);

/** One execution environment: a process that handles one event at a time. */
export interface FunctionInstance {
  /** Never rejects. The instance is dead after a timeout, a crash and a failed initialisation. */
  invoke(event: unknown): Promise<InvokeResult>;
  isAlive(): boolean;
  kill(): Promise<void>;
}

const runtimeClient = fileURLToPath(import.meta.resolve('aws-lambda-ric'));
const rapidClient = fileURLToPath(new URL('rapid-client.cjs', import.meta.url));

/** Starts a process of the function that runs AWS's runtime interface client. */
export async function startFunctionInstance(
  definition: FunctionDefinition,
  onLine: (line: string) => void,
): Promise<FunctionInstance> {
  const api = await openRuntimeApi();
  const heap = `--max-old-space-size=${definition.memoryMegabytes}`;
  // The client ignores the name and the bundle: they identify the process in a process list.
  const nodeArguments = [heap, '--require', rapidClient, runtimeClient, definition.name, definition.code];
  const child = spawnGuarded(process.execPath, nodeArguments, {
    cwd: definition.code,
    env: { ...definition.environment, AWS_LAMBDA_RUNTIME_API: api.address },
  });
  const output = [child.stdout, child.stderr].map((input) => createInterface({ input }).on('line', onLine));
  const outputEnded = Promise.all(output.map((lines) => new Promise((resolve) => lines.once('close', resolve))));
  let alive = true;
  const died = child.exited.then(async (status) => {
    alive = false;
    await Promise.all([outputEnded, api.close()]);
    return status;
  });
  const kill = async (): Promise<void> => {
    await child.kill();
    await died;
  };
  const crash = died.then((status) => crashed(status));

  const initialised: Promise<InvokeResult | undefined> = within(
    INIT_TIMEOUT_MS,
    Promise.race([api.initialised.then((error) => error && ({ outcome: 'error', ...error } as const)), crash]),
    () => timedOut(INIT_TIMEOUT_MS / 1000),
  );

  return {
    invoke: async (event) => {
      const failure = await initialised;
      if (failure !== undefined) {
        await kill();
        return failure;
      }
      const timeoutMs = definition.timeoutSeconds * 1000;
      const answer = api.deliver({
        requestId: randomUUID(),
        functionArn: definition.arn,
        deadline: Date.now() + timeoutMs,
        body: JSON.stringify(event ?? null),
      });
      const result = await within(
        timeoutMs,
        Promise.race([
          answer.then((given): InvokeResult => {
            if (given.kind === 'error') return { outcome: 'error', ...given.error };
            return { outcome: 'success', payload: JSON.parse(given.body) };
          }),
          crash,
        ]),
        () => timedOut(definition.timeoutSeconds),
      );
      if (result.outcome === 'timeout') await kill();
      return result;
    },
    isAlive: () => alive,
    kill,
  };
}

async function within<T>(milliseconds: number, work: Promise<T>, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

const timedOut = (seconds: number): InvokeResult => ({
  outcome: 'timeout',
  errorType: 'Sandbox.Timedout',
  message: `Task timed out after ${seconds.toFixed(2)} seconds`,
  trace: [],
});

const crashed = (status: number): InvokeResult => ({
  outcome: 'crash',
  errorType: 'Runtime.ExitError',
  message: `Runtime exited ${status > 128 ? `with signal ${status - 128}` : `with error: exit status ${status}`}`,
  trace: [],
});
