/** A batch of an SQS FIFO queue: groups side by side, the messages of a group in order, and each failure by its name. */
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from './log.ts';

/**
 * @param handle throws when the message is to be tried again.
 * @param longestMs what the slowest message may take; one that might not end before the deadline is not begun.
 * @returns the messages to hand back: the failed ones, those behind them in their group, and those not begun.
 */
export async function processFifoBatch(
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
  longestMs: number,
  handle: (record: SQSRecord) => Promise<void>,
): Promise<SQSBatchResponse> {
  const groups = Map.groupBy(event.Records, (record) => record.attributes.MessageGroupId ?? record.messageId);
  const processGroup = async (records: readonly SQSRecord[]): Promise<readonly SQSRecord[]> => {
    for (const [index, record] of records.entries()) {
      if (context.getRemainingTimeInMillis() < longestMs) {
        logger.warn('Handed back: too little time left.', { messageIds: records.slice(index).map((r) => r.messageId) });
        return records.slice(index);
      }
      try {
        await handle(record);
      } catch (error) {
        logger.error('Message failed; it will be tried again.', { messageId: record.messageId, error: error as Error });
        return records.slice(index);
      }
    }
    return [];
  };
  const returned = await Promise.all([...groups.values()].map(processGroup));
  return { batchItemFailures: returned.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
