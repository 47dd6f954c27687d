/** A batch of an SQS FIFO queue: groups in parallel, messages of a group in sequence, with partial batch responses. */
import type { Context, SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger, publishCounts } from '../log.ts';

/**
 * `done`: SQS deletes the message. `again`: the message is handed back, though nothing has failed.
 *
 * @param deadline when the invocation ends, in epoch milliseconds
 */
type Handle = (record: SQSRecord, deadline: number) => Promise<'done' | 'again'>;

/**
 * A group stands for one host, which only one Lambda may visit at a time. The order of its messages doesn't matter,
 * because a message that is older than the stored state is ignored. So if a message fails, the messages behind it are
 * still handled.
 *
 * @param longestMs max duration of one message; a message is not begun if less time is left
 * @param handle returns `again`, or throws, if the message must be tried again
 * @returns the messages to hand back: those that failed and those that were not begun
 */
export async function processFifoBatch(
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
  longestMs: number,
  handle: Handle,
): Promise<SQSBatchResponse> {
  const deadline = Date.now() + context.getRemainingTimeInMillis();
  const succeeds = async (record: SQSRecord): Promise<boolean> => {
    const { messageId } = record;
    if (context.getRemainingTimeInMillis() < longestMs) {
      logger.warn('Handed back: too little time left.', { messageId });
      return false;
    }
    try {
      return (await handle(record, deadline)) === 'done';
    } catch (error) {
      logger.error('Message failed; it will be tried again.', { messageId, error: error as Error });
      return false;
    }
  };
  const batchItemFailures: SQSBatchItemFailure[] = [];
  const processGroup = async (records: readonly SQSRecord[]): Promise<void> => {
    for (const record of records) {
      if (!(await succeeds(record))) batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  };
  const groups = Map.groupBy(event.Records, (record) => record.attributes.MessageGroupId ?? record.messageId);
  await Promise.all([...groups.values()].map(processGroup));
  return { batchItemFailures };
}

/** Returns a Lambda handler that gives each message of a batch to `handle`, and then publishes the metrics. */
export const fifoHandler =
  (longestMs: number, handle: Handle) =>
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const response = await processFifoBatch(event, context, longestMs, handle);
    publishCounts();
    return response;
  };
