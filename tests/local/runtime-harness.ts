import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import type { InvocationRecord } from '../../tools/local/functions/invoker.ts';
import { type LocalRuntime, type RuntimeOptions, startRuntime } from '../../tools/local/runtime.ts';
import { type SmallStack, temporaryDirectory, writeAssembly } from './small-assembly.ts';

export interface Harness {
  readonly runtime: LocalRuntime;
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBClient;
  /** The lines that the functions wrote with `log()`, in order. */
  readonly said: readonly string[];
  readonly invocations: readonly InvocationRecord[];
  readonly directory: string;
}

const clientConfig = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** Starts a small stack, which stops after the test. */
export async function startSmallStack(
  stack: SmallStack,
  directory = temporaryDirectory(),
  options: Pick<RuntimeOptions, 'redeliverySeconds' | 'eventSources'> = {},
): Promise<Harness> {
  const said: string[] = [];
  const invocations: InvocationRecord[] = [];
  const runtime = await startRuntime({
    assembly: writeAssembly(directory, stack),
    dataDirectory: `${directory}/data`,
    schedules: 'manual',
    ...options,
    onInvocation: (record) => invocations.push(record),
    onLog: ({ line }) => {
      const [, text] = line.split('SAYS ');
      if (text !== undefined) said.push(text);
    },
  });
  onTestFinished(() => runtime.stop());
  return {
    runtime,
    directory,
    said,
    invocations,
    sqs: new SQSClient({ ...clientConfig, endpoint: runtime.endpoints.sqs }),
    dynamodb: new DynamoDBClient({ ...clientConfig, endpoint: runtime.endpoints.dynamodb }),
  };
}

export function outputOf({ runtime }: Harness, name: string): string {
  const value = runtime.outputs[name];
  if (value === undefined) throw new Error(`The stack has no output ${name}.`);
  return value;
}

export async function send(harness: Harness, queue: string, body: string, group?: string): Promise<void> {
  const fifo = group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: body };
  await harness.sqs.send(new SendMessageCommand({ QueueUrl: outputOf(harness, queue), MessageBody: body, ...fifo }));
}

/** Receives all visible messages of a queue. */
export async function receiveAll(harness: Harness, queue: string): Promise<readonly Message[]> {
  const QueueUrl = outputOf(harness, queue);
  const messages: Message[] = [];
  for (;;) {
    const { Messages = [] } = await harness.sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['All'] }),
    );
    if (Messages.length === 0) return messages;
    messages.push(...Messages);
  }
}

/** Counts the messages in a queue, visible or in flight. */
export async function countOf(harness: Harness, queue: string): Promise<number> {
  const { Attributes = {} } = await harness.sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: outputOf(harness, queue),
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}
