import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { buildApp } from 'fauxqs';
import * as v from 'valibot';
import type { SqsQueue, SqsStore } from './fauxqs-parts.ts';
import { inTransaction } from './refine-queue.ts';

const startSchema = v.object({ SourceArn: v.string(), DestinationArn: v.optional(v.string()) });
const listSchema = v.object({ SourceArn: v.string() });

interface MoveTask {
  readonly Status: 'COMPLETED';
  readonly SourceArn: string;
  readonly DestinationArn?: string;
  readonly ApproximateNumberOfMessagesMoved: number;
  readonly ApproximateNumberOfMessagesToMove: number;
  readonly StartedTimestamp: number;
}

/** An error of this SQS type. The SDK makes its exception from the type. */
class MoveTaskError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/**
 * Adds `StartMessageMoveTask` and `ListMessageMoveTasks`, which fauxqs lacks, so that dead letters are redriven locally
 * with the same SDK call as on AWS. A task is done when its call returns.
 */
export function addMessageMoveTasks(app: ReturnType<typeof buildApp>, store: SqsStore, database: DatabaseSync): void {
  const tasks: MoveTask[] = [];
  const start = (body: unknown): unknown => {
    tasks.push(runMoveTask(v.parse(startSchema, body), store, database));
    return { TaskHandle: randomUUID() };
  };
  const list = (body: unknown): unknown => {
    const { SourceArn } = v.parse(listSchema, body);
    return { Results: tasks.filter((task) => task.SourceArn === SourceArn).toReversed() };
  };
  const actions = new Map([
    ['AmazonSQS.StartMessageMoveTask', start],
    ['AmazonSQS.ListMessageMoveTasks', list],
  ]);
  app.addHook('preHandler', async (request, reply) => {
    const action = actions.get(String(request.headers['x-amz-target']));
    if (action === undefined) return undefined;
    reply.header('content-type', 'application/x-amz-json-1.0');
    try {
      return reply.send(action(request.body));
    } catch (error) {
      const type = error instanceof MoveTaskError ? error.type : 'InvalidParameterValue';
      const message = error instanceof Error ? error.message : String(error);
      return reply.status(400).send({ __type: `com.amazonaws.sqs#${type}`, message });
    }
  });
}

function runMoveTask(
  { SourceArn, DestinationArn }: v.InferOutput<typeof startSchema>,
  store: SqsStore,
  database: DatabaseSync,
): MoveTask {
  const source = queueByArn(store, SourceArn);
  const moved = moveMessages(source, destinationOf(store, source, DestinationArn), database);
  return {
    Status: 'COMPLETED',
    SourceArn,
    ...(DestinationArn === undefined ? {} : { DestinationArn }),
    ApproximateNumberOfMessagesMoved: moved,
    ApproximateNumberOfMessagesToMove: moved,
    StartedTimestamp: Date.now(),
  };
}

function queueByArn(store: SqsStore, arn: string): SqsQueue {
  const queue = store.getQueueByArn(arn);
  if (queue === undefined) throw new MoveTaskError('ResourceNotFoundException', `There is no queue ${arn}.`);
  return queue;
}

function destinationOf(store: SqsStore, source: SqsQueue, destinationArn: string | undefined): SqsQueue {
  const users = [...store.allQueues()].filter((queue) => deadLetterTargetOf(queue) === source.arn);
  if (users.length === 0) {
    throw new MoveTaskError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
  }
  if (destinationArn !== undefined) return queueByArn(store, destinationArn);
  const [only, ...others] = users;
  if (only === undefined || others.length > 0) {
    throw new MoveTaskError(
      'UnsupportedOperation',
      `Several queues use ${source.name} for their dead letters: locally, name the DestinationArn.`,
    );
  }
  return only;
}

function deadLetterTargetOf(queue: SqsQueue): string | undefined {
  const policy: { readonly deadLetterTargetArn?: string } = JSON.parse(queue.attributes['RedrivePolicy'] ?? '{}');
  return policy.deadLetterTargetArn;
}

/**
 * Returns the number of moved messages. Each is a new message (new id, receive count 0), as on SQS. Messages in flight
 * stay.
 */
function moveMessages(source: SqsQueue, destination: SqsQueue, database: DatabaseSync): number {
  source.processTimers();
  const { ready } = source.inspectMessages();
  inTransaction(database, () => {
    for (const { approximateFirstReceiveTimestamp: _, delayUntil: __, ...message } of ready) {
      destination.enqueue({
        ...message,
        messageId: randomUUID(),
        sentTimestamp: Date.now(),
        approximateReceiveCount: 0,
        ...(destination.isFifo() ? { sequenceNumber: destination.nextSequenceNumber() } : {}),
      });
      source.persistence?.deleteMessage(message.messageId);
    }
  });
  source.messages = [];
  source.fifoMessages.clear();
  return ready.length;
}
