import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { Stack } from '../template/stack.ts';

const queueSchema = v.object({
  QueueName: v.optional(v.string()),
  FifoQueue: v.optional(v.boolean(), false),
  ContentBasedDeduplication: v.optional(v.boolean()),
  VisibilityTimeout: v.optional(v.number()),
  DelaySeconds: v.optional(v.number()),
  ReceiveMessageWaitTimeSeconds: v.optional(v.number()),
  MessageRetentionPeriod: v.optional(v.number()),
  MaximumMessageSize: v.optional(v.number()),
});
const redriveSchema = v.object({
  RedrivePolicy: v.optional(v.object({ deadLetterTargetArn: v.string(), maxReceiveCount: v.number() })),
});

/** Max length of a queue name with its FIFO suffix, in characters. Source: AWS, "Amazon SQS queue quotas". */
const MAX_NAME_LENGTH = 80;
/** SQS's default. Source: AWS, "Amazon SQS visibility timeout". */
const DEFAULT_VISIBILITY_SECONDS = 30;

export interface LocalQueue {
  readonly logicalId: string;
  readonly url: string;
  readonly arn: string;
  readonly fifo: boolean;
  readonly visibilitySeconds: number;
}

/** Creates the stack's queues that don't exist yet, and sets every queue's attributes by the template. */
export async function provisionQueues(stack: Stack, sqs: SQSClient, endpoint: string): Promise<readonly LocalQueue[]> {
  const queues: LocalQueue[] = [];
  for (const logicalId of stack.idsOf('AWS::SQS::Queue')) {
    queues.push(await provisionQueue(logicalId, stack, sqs, endpoint));
  }
  // Redrive policies come last, because a policy names another queue's ARN.
  for (const queue of queues) await setRedrivePolicy(queue, stack, sqs);
  return queues;
}

async function provisionQueue(logicalId: string, stack: Stack, sqs: SQSClient, endpoint: string): Promise<LocalQueue> {
  const { QueueName, FifoQueue, ...settings } = stack.properties(logicalId, queueSchema);
  const suffix = FifoQueue ? '.fifo' : '';
  const name = QueueName ?? `${logicalId.slice(0, MAX_NAME_LENGTH - suffix.length)}${suffix}`;
  const attributes = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));
  const found = await findOrCreate(sqs, name, { ...attributes, ...(FifoQueue ? { FifoQueue: 'true' } : {}) });
  // The emulator remembers the address that it had when the queue was made. Only the path still holds.
  const url = new URL(new URL(found).pathname, endpoint).href;
  if (Object.keys(attributes).length > 0) {
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
  }
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  const arn = Attributes?.QueueArn ?? '';
  stack.enter(logicalId, { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } });
  const visibilitySeconds = settings.VisibilityTimeout ?? DEFAULT_VISIBILITY_SECONDS;
  return { logicalId, url, arn, fifo: FifoQueue, visibilitySeconds };
}

async function setRedrivePolicy({ logicalId, url }: LocalQueue, stack: Stack, sqs: SQSClient): Promise<void> {
  const { RedrivePolicy } = stack.properties(logicalId, redriveSchema);
  const Attributes = { RedrivePolicy: RedrivePolicy === undefined ? '' : JSON.stringify(RedrivePolicy) };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes }));
}

async function findOrCreate(
  sqs: SQSClient,
  QueueName: string,
  Attributes: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    return (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
    return (await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? '';
  }
}
