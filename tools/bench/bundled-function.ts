import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { bundleFunction, type FunctionName } from '../../lib/function-bundle.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../local/emulators/emulators.ts';

/** The variables that Lambda and the stack set for every function. The function logs as deployed, to nowhere. */
const RUNTIME_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  AWS_REGION: LOCAL_REGION,
  POWERTOOLS_METRICS_NAMESPACE: 'Wireroom',
  POWERTOOLS_LOG_LEVEL: 'INFO',
};

/** Messages per batch, as in the event source mappings (lib/). */
const BATCH = 5;

/** The cost of one batch. */
interface BatchCost {
  readonly failures: number;
  /** CPU of the function's process and of its reader's process, in milliseconds. */
  readonly cpuMs: number;
}

export interface BundledFunction {
  /** Invokes the function with these message bodies in batches, each message in its own group. @throws if one fails */
  invokeAll(bodies: readonly string[]): Promise<{ readonly cpuMs: number; readonly seconds: number }>;
  stop(): void;
}

/** Bundles a function as it is deployed, and starts it in its own process. */
export function bundledFunction(
  name: FunctionName,
  directory: string,
  environment: Readonly<Record<string, string>>,
): BundledFunction {
  const output = join(directory, name);
  mkdirSync(output, { recursive: true });
  bundleFunction(name, output);
  const worker: ChildProcess = fork(join(import.meta.dirname, 'bundle-worker.ts'), [join(output, 'index.js')], {
    env: { ...environment, ...RUNTIME_ENVIRONMENT, LAMBDA_TASK_ROOT: output },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new AbortController();
  worker.once('exit', (code) => ended.abort(new Error(`${name} ended with ${code}.`)));
  const invoke = async (bodies: readonly string[]): Promise<number> => {
    worker.send(eventOf(bodies));
    const [answer] = (await once(worker, 'message', { signal: ended.signal })) as [BatchCost];
    if (answer.failures > 0) throw new Error(`${name} failed at ${answer.failures} of ${bodies.length} messages.`);
    return answer.cpuMs;
  };
  return {
    async invokeAll(bodies) {
      let cpuMs = 0;
      const begun = performance.now();
      for (let at = 0; at < bodies.length; at += BATCH) cpuMs += await invoke(bodies.slice(at, at + BATCH));
      return { cpuMs, seconds: (performance.now() - begun) / 1000 };
    },
    stop: () => void worker.kill(),
  };
}

const eventOf = (bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: String(index),
    receiptHandle: '',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: String(index),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: 'eu-west-1',
  })),
});
