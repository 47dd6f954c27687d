import {
  type FunctionDefinition,
  type FunctionInstance,
  type InvokeResult,
  startFunctionInstance,
} from './function-instance.ts';

/** An instance stops after this time without an invocation. Lambda stops an instance after some minutes. */
const IDLE_MS = 60_000;

/** A function with its warm instances. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Runs the handler once, in a warm instance if there is any. Waits while all instances are busy. */
  invoke(event: unknown): Promise<InvokeResult>;
  /** Kills every instance. */
  stop(): Promise<void>;
}

export function createLambdaFunction(
  definition: FunctionDefinition,
  maximumInstances: number,
  onLine: (line: string) => void,
): LambdaFunction {
  const instances = new Set<FunctionInstance>();
  const warm: { readonly instance: FunctionInstance; readonly idle: NodeJS.Timeout }[] = [];
  const queue: (() => void)[] = [];
  let running = 0;
  let stopped = false;

  const acquire = async (): Promise<FunctionInstance> => {
    for (let last = warm.pop(); last !== undefined; last = warm.pop()) {
      clearTimeout(last.idle);
      if (last.instance.isAlive()) return last.instance;
      instances.delete(last.instance);
    }
    const instance = await startFunctionInstance(definition, onLine);
    instances.add(instance);
    // The runtime may have been stopped while the instance was starting.
    if (stopped) await instance.kill();
    return instance;
  };
  const release = (instance: FunctionInstance): void => {
    if (!instance.isAlive()) {
      instances.delete(instance);
      return;
    }
    const idle = setTimeout(() => {
      warm.splice(
        warm.findIndex((entry) => entry.instance === instance),
        1,
      );
      instances.delete(instance);
      void instance.kill();
    }, IDLE_MS);
    warm.push({ instance, idle });
  };

  return {
    name: definition.name,
    memoryMegabytes: definition.memoryMegabytes,
    arn: definition.arn,
    timeoutSeconds: definition.timeoutSeconds,
    invoke: async (event) => {
      if (running >= maximumInstances) await new Promise<void>((resolve) => queue.push(resolve));
      else running += 1;
      try {
        const instance = await acquire();
        const result = await instance.invoke(event);
        release(instance);
        return result;
      } finally {
        // The next invocation in the queue takes this one's place.
        const next = queue.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
    stop: async () => {
      stopped = true;
      for (const { idle } of warm.splice(0)) clearTimeout(idle);
      await Promise.all([...instances].map((instance) => instance.kill()));
    },
  };
}
