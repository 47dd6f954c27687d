import type { SQSRecord } from 'aws-lambda';
import type { FifoConsumer, FifoHandle } from '../../lambdas/adapters/sqs/batch.ts';
import type { ReceivedMessages } from '../../lambdas/adapters/sqs/received-messages.ts';

/** A message as Lambda delivers it: `a1` is message a1 of group a. */
export const fifoRecord = (messageId: string, receiveCount = 1): SQSRecord => ({
  messageId,
  receiptHandle: `handle of ${messageId}`,
  body: messageId,
  attributes: {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
    MessageGroupId: messageId.slice(0, 1),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});

/** Records the calls for received messages, as `hide a1 a2 for 5 s` and `remove a1`. */
export function recordedMessages(): ReceivedMessages & { readonly calls: string[] } {
  const calls: string[] = [];
  const names = (handles: readonly string[]) => handles.map((handle) => handle.replace('handle of ', '')).join(' ');
  return {
    calls,
    hide: async (handles, seconds) => void calls.push(`hide ${names(handles)} for ${seconds} s`),
    remove: async (handles) => void calls.push(`remove ${names(handles)}`),
  };
}

/** A consumer whose messages come from no queue. */
export const consumerOf = (handle: FifoHandle, fields: Partial<FifoConsumer> = {}): FifoConsumer => ({
  longestMs: 1,
  hideFromReceive: 2,
  messages: recordedMessages(),
  handle,
  ...fields,
});
