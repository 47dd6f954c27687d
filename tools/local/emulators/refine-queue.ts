import type { DatabaseSync } from 'node:sqlite';
import type { SqsQueue } from './fauxqs-parts.ts';

/**
 * Brings one fauxqs queue closer to SQS:
 * - A batch may hold several messages of one FIFO group, in order ("SQS returns as many messages with the same group id
 *   as possible"). fauxqs gives one message per group, so a consumer's handling of a group would never be tested.
 * - Messages that come back to a FIFO group keep their order, however many were in flight.
 * - A receive is one transaction, so a kill between "left the queue" and "in the dead-letter queue" loses no message.
 */
export function refineQueue(queue: SqsQueue, database: DatabaseSync): void {
  const { dequeue, processTimers, changeVisibility } = bound(queue);
  queue.processTimers = () => {
    processTimers();
    sortGroups(queue);
  };
  queue.changeVisibility = (receiptHandle, seconds) => {
    changeVisibility(receiptHandle, seconds);
    sortGroups(queue);
  };
  queue.dequeue = (maximum, visibilitySeconds, deadLetterQueue) =>
    inTransaction(database, () => {
      const first = dequeue(maximum, visibilitySeconds, deadLetterQueue);
      if (!queue.isFifo() || visibilitySeconds === 0) return first;
      const received = [...first];
      const groups = new Set(first.flatMap((message) => groupOf(queue, message.ReceiptHandle) ?? []));
      for (let more = first; more.length > 0 && received.length < maximum; ) {
        more = withUnlocked(queue, groups, () =>
          dequeue(maximum - received.length, visibilitySeconds, deadLetterQueue),
        );
        received.push(...more);
      }
      return received;
    });
}

export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function bound(queue: SqsQueue) {
  return {
    dequeue: queue.dequeue.bind(queue),
    processTimers: queue.processTimers.bind(queue),
    changeVisibility: queue.changeVisibility.bind(queue),
  };
}

const groupOf = (queue: SqsQueue, receiptHandle: string): string | undefined =>
  queue.inflightMessages.get(receiptHandle)?.message.messageGroupId;

/**
 * Runs `work` with the locks of `groups` lifted and every other group locked: more messages of this receive's groups.
 */
function withUnlocked<T>(queue: SqsQueue, groups: ReadonlySet<string>, work: () => T): T {
  for (const group of queue.fifoMessages.keys()) {
    if (groups.has(group)) queue.fifoLockedGroups.delete(group);
    else queue.fifoLockedGroups.set(group, 1);
  }
  const result = work();
  // fauxqs stores a group's lock as the number of its messages in flight.
  queue.fifoLockedGroups.clear();
  for (const { message } of queue.inflightMessages.values()) {
    const group = message.messageGroupId;
    if (group !== undefined) queue.fifoLockedGroups.set(group, (queue.fifoLockedGroups.get(group) ?? 0) + 1);
  }
  return result;
}

/** Sorts by sequence number. The numbers are padded with zeros, so their order as text is their order in the queue. */
function sortGroups(queue: SqsQueue): void {
  for (const messages of queue.fifoMessages.values()) {
    if (messages.length > 1) {
      messages.sort((a, b) => ((a.sequenceNumber ?? '') < (b.sequenceNumber ?? '') ? -1 : 1));
    }
  }
}
