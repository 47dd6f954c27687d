import type { InvokeResult } from './function-instance.ts';
import type { LambdaFunction } from './lambda-function.ts';

export type Trigger = 'sqs' | 'stream' | 'schedule' | 'url' | 'direct';

/** One invocation that has ended. */
export interface InvocationRecord {
  readonly functionName: string;
  readonly memoryMegabytes: number;
  readonly trigger: Trigger;
  readonly durationMs: number;
  readonly outcome: InvokeResult['outcome'];
  /** Number of messages or stream records in the event. 1 if the event is of another kind. */
  readonly records: number;
  /** Number of messages or stream records that count as failed. */
  readonly failures: number;
  readonly event: unknown;
  /** The function's response, or its error if the invocation failed. */
  readonly payload: unknown;
}

/** The runtime is stopping. The invocation was cut off, and counts neither as done nor as failed. */
export class StoppedError extends Error {}

export interface Invoker {
  /**
   * Invokes a function and reports the invocation.
   * @param failuresOf returns the number of failed records, given the function's response
   * @throws {StoppedError} if the runtime was stopped meanwhile
   */
  invoke(
    target: LambdaFunction,
    event: unknown,
    about: { readonly trigger: Trigger; readonly records: number; readonly failuresOf?: (payload: unknown) => number },
  ): Promise<InvokeResult>;
  /** The number of invocations begun so far, and of those running now. */
  activity(): { readonly begun: number; readonly running: number };
  stop(): void;
}

export function createInvoker(onInvocation: (record: InvocationRecord) => void): Invoker {
  let begun = 0;
  let running = 0;
  let stopped = false;
  return {
    invoke: async (target, event, { trigger, records, failuresOf = () => 0 }) => {
      if (stopped) throw new StoppedError();
      begun += 1;
      running += 1;
      const start = performance.now();
      try {
        const result = await target.invoke(event);
        // A success counts even while the runtime stops, because its effects are there.
        if (stopped && result.outcome !== 'success') throw new StoppedError();
        const { outcome } = result;
        const payload = result.outcome === 'success' ? result.payload : errorPayload(result);
        const failures = result.outcome === 'success' ? failuresOf(result.payload) : records;
        const durationMs = performance.now() - start;
        const { name: functionName, memoryMegabytes } = target;
        const about = { functionName, memoryMegabytes, trigger, durationMs };
        onInvocation({ ...about, outcome, records, failures, event, payload });
        return result;
      } finally {
        running -= 1;
      }
    },
    activity: () => ({ begun, running }),
    stop: () => {
      stopped = true;
    },
  };
}

function errorPayload({ errorType, message, trace }: Exclude<InvokeResult, { outcome: 'success' }>) {
  return { errorType, errorMessage: message, trace };
}
