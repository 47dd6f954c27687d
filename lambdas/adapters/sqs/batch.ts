/** A batch of an SQS FIFO queue: groups in parallel, messages of a group in sequence, with partial batch responses. */
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { DeadlineError } from '../../core/errors.ts';
import { logger, publishCounts } from '../log.ts';
import type { ReceivedMessages } from './received-messages.ts';
import { isSuspect, MAX_RESTS, receiveCountOf, roundsOf } from './suspects.ts';

/** The wait after a message's first failure. It doubles with each receive. */
const FIRST_WAIT_SECONDS = 5;
/** Max wait after a failure, because the wait holds up the message's group. */
const MAX_WAIT_SECONDS = 300;
/** A shorter rest is waited for: SQS hides messages for whole seconds. */
const MIN_REST_MS = 200;
/** How long messages stay hidden after the function's deadline: time for Lambda to delete those that are done. */
const SECONDS_AFTER_DEADLINE = 10;

/**
 * - `done`: SQS deletes the message.
 * - `restMs`: so, too, and the group's host rests for so long.
 * - `againInSeconds`: the message is handed back, though nothing has failed.
 *
 * If the handler throws, the message is handed back for a while that doubles with each receive.
 *
 * @param deadline when the invocation ends, in epoch milliseconds
 */
export type FifoHandle = (record: SQSRecord, deadline: number) => Promise<FifoOutcome>;
export type FifoOutcome = 'done' | { readonly restMs: number } | { readonly againInSeconds: number };

export interface FifoConsumer {
  /** Max duration of one message; a message is not begun if less time is left. */
  readonly longestMs: number;
  /**
   * From this receive on, a message comes back shortly after the function's deadline if the function dies, not after the queue's
   * visibility timeout. That is one more call a batch.
   */
  readonly hideFromReceive: number;
  readonly messages: ReceivedMessages;
  readonly handle: FifoHandle;
}

/**
 * A group stands for one host, which only one Lambda may visit at a time. The order of its messages doesn't matter, because a
 * message that is older than the stored state is ignored. So if a message fails, the messages behind it are still handled.
 *
 * SQS delivers no message of a group while another message of the group is hidden: while a batch works on it, and while it waits
 * for its next receive. So each wait is a wait of the whole group, and is short:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 *
 * - While the host of a group rests, the group's other messages wait in the queue, because waiting in the function is billed.
 * - A message that failed waits for seconds that double with its receives. A message that was not begun doesn't wait.
 * - Messages that may have killed the function before are handled one by one (suspects.ts), and what is done is deleted before.
 *
 * @returns the messages to hand back: those that failed and those that were not begun
 */
export async function processFifoBatch(
  { Records }: Pick<SQSEvent, 'Records'>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
  { longestMs, hideFromReceive, messages, handle }: FifoConsumer,
): Promise<SQSBatchResponse> {
  const deadline = Date.now() + context.getRemainingTimeInMillis();
  const handedBack: SQSRecord[] = [];
  let done: SQSRecord[] = [];

  const untilDeadline = Math.ceil(context.getRemainingTimeInMillis() / 1000) + SECONDS_AFTER_DEADLINE;
  const hidden = Records.some((record) => receiveCountOf(record) >= hideFromReceive)
    ? attempt(messages.hide(Records.map(handleOf), untilDeadline), 'hidden until the deadline')
    : undefined;
  const handBack = async (records: readonly SQSRecord[], seconds: number): Promise<void> => {
    handedBack.push(...records);
    await hidden;
    await attempt(messages.hide(records.map(handleOf), seconds), `handed back for ${seconds} s`);
  };
  /** Resolves to how long the group's host rests, in milliseconds. */
  const process = async (record: SQSRecord): Promise<number> => {
    const { messageId } = record;
    if (context.getRemainingTimeInMillis() < longestMs) {
      logger.warn('Handed back: too little time left.', { messageId });
      await handBack([record], 0);
      return 0;
    }
    try {
      const outcome = await handle(record, deadline);
      if (outcome !== 'done' && 'againInSeconds' in outcome) {
        await handBack([record], outcome.againInSeconds);
        return 0;
      }
      done.push(record);
      return outcome === 'done' ? 0 : outcome.restMs;
    } catch (error) {
      // Time ran out before the message's document was begun: nothing has failed.
      const isLate = error instanceof DeadlineError;
      if (!isLate) logger.error('Message failed; it will be tried again.', { messageId, error: error as Error });
      await handBack([record], isLate ? 0 : secondsAfterFailure(receiveCountOf(record)));
      return 0;
    }
  };

  const removeDone = async (): Promise<void> => {
    const records = done;
    done = [];
    await hidden;
    if (records.length > 0) await attempt(messages.remove(records.map(handleOf)), 'deleted');
  };

  const mayRest = !Records.some(isSuspect);
  const processGroup = async (group: readonly SQSRecord[], isAlone: boolean): Promise<void> => {
    for (const [index, record] of group.entries()) {
      const restMs = await process(record);
      const rest = group.slice(index + 1);
      if (restMs < MIN_REST_MS || rest.length === 0 || !mayRest) continue;
      // What is done would hold up its group until the other groups are done, too, and Lambda deletes it.
      if (!isAlone) await removeDone();
      return handBack(rest, Math.ceil(restMs / 1000));
    }
  };
  const processGroups = async (round: readonly SQSRecord[]): Promise<void> => {
    const groups = Map.groupBy(round, ({ attributes, messageId }) => attributes.MessageGroupId ?? messageId);
    await Promise.all([...groups.values()].map((group) => processGroup(group, groups.size === 1)));
  };
  await inSequence(roundsOf(Records), async (round) => {
    await removeDone();
    await processGroups(round);
  });
  await hidden;
  return { batchItemFailures: handedBack.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

const handleOf = ({ receiptHandle }: SQSRecord): string => receiptHandle;

/** The first receives may have been rests. */
const secondsAfterFailure = (receiveCount: number): number =>
  Math.min(FIRST_WAIT_SECONDS * 2 ** Math.max(0, receiveCount - 1 - MAX_RESTS), MAX_WAIT_SECONDS);

async function inSequence<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  for (const each of all) await work(each);
}

/** If such a call fails, messages come back after the queue's visibility timeout, or come twice: later, but unharmed. */
async function attempt(call: Promise<void>, what: string): Promise<void> {
  try {
    await call;
  } catch (error) {
    logger.warn(`Messages could not be ${what}.`, { error: error as Error });
  }
}

/** Returns a Lambda handler that gives each message of a batch to the consumer, and then publishes the metrics. */
export const fifoHandler =
  (consumer: FifoConsumer) =>
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const response = await processFifoBatch(event, context, consumer);
    publishCounts();
    return response;
  };
