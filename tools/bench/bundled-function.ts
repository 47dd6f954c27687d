import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { bundleFunction, type FunctionName } from '../../lib/function-bundle.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../local/emulators/emulators.ts';

/** The variables that Lambda and the stack set for every function. The function logs as deployed. */
const RUNTIME_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  AWS_REGION: LOCAL_REGION,
  POWERTOOLS_METRICS_NAMESPACE: 'Wireroom',
  POWERTOOLS_LOG_LEVEL: 'INFO',
};

/** Messages per batch, as in the event source mappings (lib/). */
const BATCH = 5;

interface Invocation {
  readonly result: unknown;
  /** CPU of the function's process and of its reader's process, in milliseconds. */
  readonly cpuMs: number;
}

/** The queue that feeds a function. */
interface SourceQueue {
  readonly url: string;
  /** A client whose requests aren't counted. */
  readonly sqs: SQSClient;
}

export interface BundledFunction {
  invoke(event: unknown): Promise<Invocation>;
  /**
   * Sends messages with these bodies, each in its own group, and invokes the function with what the queue delivers.
   *
   * @returns the time within the function, and the bytes of its log. @throws if a message fails
   */
  invokeAll(
    bodies: readonly string[],
  ): Promise<{ readonly cpuMs: number; readonly seconds: number; readonly logBytes: number }>;
  stop(): void;
}

export type Bundler = typeof bundleFunction;

/**
 * Bundles a function as it is deployed, and starts it in its own process.
 *
 * @param bundle may be that of another checkout (pairs.ts)
 */
export function bundledFunction(
  name: FunctionName,
  directory: string,
  environment: Readonly<Record<string, string>>,
  queue: SourceQueue,
  bundle: Bundler = bundleFunction,
): BundledFunction {
  const output = join(directory, name);
  mkdirSync(output, { recursive: true });
  bundle(name, output);
  const worker: ChildProcess = fork(join(import.meta.dirname, 'bundle-worker.ts'), [join(output, 'index.js')], {
    env: { ...environment, ...RUNTIME_ENVIRONMENT, LAMBDA_TASK_ROOT: output },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let logBytes = 0;
  worker.stdout?.on('data', (bytes: Buffer) => {
    logBytes += bytes.length;
  });
  const ended = new AbortController();
  worker.once('exit', (code) => ended.abort(new Error(`${name} ended with ${code}.`)));
  const invoke = async (event: unknown): Promise<Invocation> => {
    worker.send(event as object);
    const [invocation] = (await once(worker, 'message', { signal: ended.signal })) as [Invocation];
    return invocation;
  };
  return {
    invoke,
    async invokeAll(bodies) {
      await sendAll(queue, bodies);
      let [cpuMs, seconds, handled] = [0, 0, 0];
      const logged = logBytes;
      while (handled < bodies.length) {
        const messages = await receive(queue);
        const begun = performance.now();
        const invocation = await invoke({ Records: messages.map(recordOf) });
        const { batchItemFailures } = invocation.result as SQSBatchResponse;
        if (batchItemFailures.length > 0) throw new Error(`${name} failed at ${batchItemFailures.length} messages.`);
        cpuMs += invocation.cpuMs;
        seconds += (performance.now() - begun) / 1000;
        await remove(queue, messages);
        handled += messages.length;
      }
      return { cpuMs, seconds, logBytes: logBytes - logged };
    },
    stop: () => void worker.kill(),
  };
}

async function sendAll({ sqs, url }: SourceQueue, bodies: readonly string[]): Promise<void> {
  for (let at = 0; at < bodies.length; at += BATCH) {
    const Entries = bodies.slice(at, at + BATCH).map((MessageBody, index) => {
      const id = randomUUID();
      return { Id: String(index), MessageBody, MessageGroupId: id, MessageDeduplicationId: id };
    });
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  }
}

async function receive({ sqs, url }: SourceQueue): Promise<readonly Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: BATCH, MessageSystemAttributeNames: ['All'] }),
  );
  if (Messages.length === 0) throw new Error('The queue is empty before all its messages are handled.');
  return Messages;
}

async function remove({ sqs, url }: SourceQueue, messages: readonly Message[]): Promise<void> {
  const Entries = messages.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
}

const recordOf = ({ MessageId = '', ReceiptHandle = '', Body = '', Attributes = {} }: Message): SQSRecord => ({
  messageId: MessageId,
  receiptHandle: ReceiptHandle,
  body: Body,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
    ...Attributes,
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: LOCAL_REGION,
});
