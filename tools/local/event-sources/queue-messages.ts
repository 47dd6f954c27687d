import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  MessageNotInflight,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Max messages of a receive and of a batch call. Source: AWS, "Amazon SQS message quotas". */
const MAX_MESSAGES_A_CALL = 10;

/** The messages of one queue, as a consumer handles them. */
export interface QueueMessages {
  /** At most `maximum` messages, and at most ten. */
  receive(maximum: number, waitSeconds: number): Promise<readonly Message[]>;
  delete(messages: readonly Message[]): Promise<void>;
  /** Makes received messages visible again after `seconds`, unless the function has deleted them or handed them back itself. */
  handBack(messages: readonly Message[], seconds: number): Promise<void>;
  /** Whether no message is visible, in flight or delayed. */
  isEmpty(): Promise<boolean>;
}

export function queueMessages(sqs: SQSClient, QueueUrl: string, onProblem: (message: string) => void): QueueMessages {
  return {
    receive: async (maximum, waitSeconds) => {
      const received = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: Math.min(maximum, MAX_MESSAGES_A_CALL),
          WaitTimeSeconds: waitSeconds,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      return received.Messages ?? [];
    },
    delete: async (messages) => {
      for (let start = 0; start < messages.length; start += MAX_MESSAGES_A_CALL) {
        const Entries = messages
          .slice(start, start + MAX_MESSAGES_A_CALL)
          .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
        const { Failed } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
        for (const { Message: reason } of Failed ?? []) onProblem(`a message was not deleted: ${reason}`);
      }
    },
    handBack: async (messages, VisibilityTimeout) => {
      for (const { ReceiptHandle } of messages) {
        try {
          await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
        } catch (error) {
          if (!(error instanceof MessageNotInflight)) throw error;
        }
      }
    },
    isEmpty: async () => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'ApproximateNumberOfMessagesDelayed',
          ],
        }),
      );
      return Object.values(Attributes ?? {}).every((count) => Number(count) === 0);
    },
  };
}
