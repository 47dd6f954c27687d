/** A batch of an SQS FIFO queue: groups side by side, the messages of a group one after the other, each failure by its name. */
import type { Context, SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger, publishCounts } from '../log.ts';

/** `done`: the message is deleted; `again`: it is handed back, though nothing is wrong with it or us. */
type Handle = (record: SQSRecord) => Promise<'done' | 'again'>;

/**
 * The group is there for its host, which is visited by one at a time, and not for the order: a message that is older than
 * what is stored is passed over. So one that fails doesn't hold up those behind it, nor take them to the dead letters.
 *
 * @param handle says `again`, or throws, when the message is to be tried again.
 * @param longestMs what the slowest message may take; one that might not end before the deadline is not begun.
 * @returns the messages to hand back: those that failed and those that were not begun.
 */
export async function processFifoBatch(
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
  longestMs: number,
  handle: Handle,
): Promise<SQSBatchResponse> {
  const succeeds = async (record: SQSRecord): Promise<boolean> => {
    const { messageId } = record;
    if (context.getRemainingTimeInMillis() < longestMs) {
      logger.warn('Handed back: too little time left.', { messageId });
      return false;
    }
    try {
      return (await handle(record)) === 'done';
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

/** A Lambda handler that gives each message of a batch to `handle`, and publishes what was counted on the way. */
export const fifoHandler =
  (longestMs: number, handle: Handle) =>
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const response = await processFifoBatch(event, context, longestMs, handle);
    publishCounts();
    return response;
  };
