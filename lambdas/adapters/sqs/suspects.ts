import type { SQSRecord } from 'aws-lambda';

/**
 * Max receives in which a message isn't begun because its host rests (batch.ts): in each of them, a message of the batch that stood
 * before it was handled, and a batch has five (lib/).
 */
export const MAX_RESTS = 4;
/**
 * From this receive on, a message is a suspect: it may have killed the function twice, with all messages of its batch. Most
 * suspects are innocent: their neighbour killed the function, or they were handed back.
 */
const FIRST_SUSPECT_RECEIVE = 3 + MAX_RESTS;

/** How often SQS has delivered a message, this time included. */
export const receiveCountOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

export const isSuspect = (record: SQSRecord): boolean => receiveCountOf(record) >= FIRST_SUSPECT_RECEIVE;

/**
 * Parts a batch into rounds. The messages of one round may be handled together; the next round begins when those that are done are
 * deleted, so that it can't take them along. A batch without suspects is one round. Else the rounds are:
 *
 * 1. one message, at each receive the one before it. So within as many receives as a batch has messages, each message is once handled
 *    before all others, whoever kills the function. Backwards, because those behind a message that is done move up, and the next
 *    turn would pass over one.
 * 2. the messages that are no suspects
 * 3. each suspect by itself
 */
export function roundsOf(records: readonly SQSRecord[]): readonly (readonly SQSRecord[])[] {
  if (!records.some(isSuspect)) return [records];
  const turn = records.length - 1 - (Math.max(...records.map(receiveCountOf)) % records.length);
  const others = [...records.slice(turn + 1), ...records.slice(0, turn)];
  const fresh = others.filter((record) => !isSuspect(record));
  const suspects = others.filter(isSuspect).map((record) => [record]);
  return [records.slice(turn, turn + 1), fresh, ...suspects].filter((round) => round.length > 0);
}
