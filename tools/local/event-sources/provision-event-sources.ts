/**
 * The path from queues and streams to functions. In: the template's event source mappings. Out: running event sources.
 * - A queue (`sqs-event-source.ts`): receive (`queue-messages.ts`), filter (`event-filter.ts`), invoke, delete or hand
 *   back.
 * - A stream (`stream-event-source.ts`): one `shard-consumer.ts` a shard, which reads (`shard-reader.ts`), filters
 *   (`event-filter.ts`), invokes with retries, splits and discards (`stream-batch.ts`), and stores its
 *   `checkpoints.ts`.
 */
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { LocalClients } from '../emulators/local-clients.ts';
import type { LocalQueue } from '../emulators/provision-queues.ts';
import type { Invoker } from '../functions/invoker.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { LOCAL_CONCURRENCY } from '../functions/provision-functions.ts';
import { TemplateError } from '../template/errors.ts';
import type { Stack } from '../template/stack.ts';
import { openCheckpoints } from './checkpoints.ts';
import { type EventSource, type EventSourceMapping, eventSourceMappingSchema } from './event-source-mapping.ts';
import type { StreamEventSourceOptions } from './shard-consumer.ts';
import { startSqsEventSource } from './sqs-event-source.ts';
import { startStreamEventSource } from './stream-event-source.ts';

/** Max messages in a batch from a FIFO queue. Source: AWS, "Creating and configuring an SQS event source mapping". */
const MAX_FIFO_BATCH = 10;

export interface EventSourceContext {
  readonly stack: Stack;
  readonly queues: readonly LocalQueue[];
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly clients: LocalClients;
  readonly invoker: Invoker;
  readonly dataDirectory: string;
  readonly redeliverySeconds: number | undefined;
  readonly onProblem: (functionName: string, message: string) => void;
}

/** Starts every enabled event source mapping of the stack. `onStart` receives each source as soon as it runs. */
export async function startEventSources(
  context: EventSourceContext,
  onStart: (source: EventSource) => void,
): Promise<void> {
  for (const logicalId of context.stack.idsOf('AWS::Lambda::EventSourceMapping')) {
    const mapping = context.stack.properties(logicalId, eventSourceMappingSchema);
    if (mapping.Enabled) onStart(await start(logicalId, mapping, context));
  }
}

async function start(
  logicalId: string,
  mapping: EventSourceMapping,
  context: EventSourceContext,
): Promise<EventSource> {
  const { stack, queues, invoker } = context;
  const target = [...context.functions.values()].find(({ name, arn }) => [name, arn].includes(mapping.FunctionName));
  if (target === undefined) throw new TemplateError(`${logicalId} names no function of the stack.`);
  const common = {
    logicalId,
    mapping,
    target,
    invoker,
    region: stack.region,
    onProblem: (message: string) => context.onProblem(target.name, `${logicalId}: ${message}`),
  };
  const queue = queues.find(({ arn }) => arn === mapping.EventSourceArn);
  if (queue === undefined) return startStream(common, context);
  checkQueueMapping(logicalId, mapping, queue, target);
  const concurrency = Math.min(mapping.ScalingConfig?.MaximumConcurrency ?? LOCAL_CONCURRENCY, LOCAL_CONCURRENCY);
  const { redeliverySeconds, clients } = context;
  return startSqsEventSource({ ...common, queue, concurrency, redeliverySeconds, sqs: clients.sqs });
}

async function startStream(
  common: Pick<StreamEventSourceOptions, 'logicalId' | 'mapping' | 'target' | 'invoker' | 'region' | 'onProblem'>,
  { queues, clients, dataDirectory }: EventSourceContext,
): Promise<EventSource> {
  const { logicalId, mapping } = common;
  if (!/:table\/[^/]+\/stream\//.test(mapping.EventSourceArn)) {
    throw new TemplateError(`${logicalId} has a source that is no queue or table stream of the stack.`);
  }
  if (mapping.StartingPosition === undefined) throw new TemplateError(`${logicalId} needs a StartingPosition.`);
  const failureQueue = failureQueueOf(logicalId, mapping, queues);
  return startStreamEventSource({
    ...common,
    streamArn: mapping.EventSourceArn,
    streams: clients.streams,
    checkpoints: openCheckpoints(dataDirectory, logicalId, mapping.EventSourceArn),
    sendFailure: async (document) => {
      if (failureQueue === undefined) return;
      await clients.sqs.send(
        new SendMessageCommand({ QueueUrl: failureQueue.url, MessageBody: JSON.stringify(document) }),
      );
    },
  });
}

function failureQueueOf(
  logicalId: string,
  { DestinationConfig }: EventSourceMapping,
  queues: readonly LocalQueue[],
): LocalQueue | undefined {
  const destination = DestinationConfig?.OnFailure?.Destination;
  const queue = queues.find(({ arn }) => arn === destination);
  if (destination !== undefined && (queue === undefined || queue.fifo)) {
    throw new TemplateError(`${logicalId} has an on-failure destination that is no standard queue of the stack.`);
  }
  return queue;
}

/** Throws for a mapping that Lambda refuses to create. */
function checkQueueMapping(
  logicalId: string,
  { BatchSize = 10, MaximumBatchingWindowInSeconds }: EventSourceMapping,
  { fifo, visibilitySeconds }: LocalQueue,
  { timeoutSeconds }: LambdaFunction,
): void {
  if (visibilitySeconds < timeoutSeconds) {
    throw new TemplateError(
      `${logicalId}: the queue's visibility timeout (${visibilitySeconds} s) is less than the function's timeout (${timeoutSeconds} s).`,
    );
  }
  if (fifo && (BatchSize > MAX_FIFO_BATCH || MaximumBatchingWindowInSeconds > 0)) {
    throw new TemplateError(`${logicalId}: a FIFO queue allows batches of 10 and no batching window.`);
  }
  if (BatchSize > MAX_FIFO_BATCH && MaximumBatchingWindowInSeconds === 0) {
    throw new TemplateError(`${logicalId}: a batch of more than 10 messages needs a batching window of at least 1 s.`);
  }
}
