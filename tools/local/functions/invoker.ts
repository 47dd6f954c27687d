import type { InvokeResult } from './function-instance.ts';
import type { LambdaFunction } from './lambda-function.ts';

export type Trigger = 'sqs' | 'stream' | 'schedule' | 'url' | 'direct';

/** One invocation, told when it has ended. */
export interface InvocationRecord {
  readonly functionName: string;
  readonly trigger: Trigger;
  readonly durationMs: number;
  readonly outcome: InvokeResult['outcome'];
  /** How many messages or stream records the event held; 1 for any other event. */
  readonly records: number;
  /** How many of them count as failed. */
  readonly failures: number;
  readonly event: unknown;
  /** What the function returned; for a failure the error. */
  readonly payload: unknown;
}

/** The runtime is stopping: what was being invoked was cut off and must count neither as done nor as failed. */
export class StoppedError extends Error {}

export interface Invoker {
  /**
   * Invokes a function and reports it.
   * @param failuresOf how many of the records failed, given what the function returned
   * @throws {StoppedError} when the runtime was stopped meanwhile
   */
  invoke(
    target: LambdaFunction,
    event: unknown,
    about: { readonly trigger: Trigger; readonly records: number; readonly failuresOf?: (payload: unknown) => number },
  ): Promise<InvokeResult>;
  /** Invocations begun so far and running now: an unchanged count with none running means that nothing happened. */
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
        // A success counts even while stopping: its effects are there.
        if (stopped && result.outcome !== 'success') throw new StoppedError();
        const { outcome } = result;
        const payload = result.outcome === 'success' ? result.payload : errorPayload(result);
        const failures = result.outcome === 'success' ? failuresOf(result.payload) : records;
        const durationMs = performance.now() - start;
        onInvocation({ functionName: target.name, trigger, durationMs, outcome, records, failures, event, payload });
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
