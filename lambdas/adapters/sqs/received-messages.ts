import { AwsClient } from 'aws4fetch';
import { signingEnvironment } from '../signing-environment.ts';

/** Max repetitions of a call that SQS answers with a 429 or a 5xx, within half a second in all. */
const MAX_RETRIES = 3;

/** Messages that a function has received, by their receipt handles: at most ten a call. */
export interface ReceivedMessages {
  /** Hides messages for so many seconds from now, however long they were to be hidden; max 43,200 (12 hours). */
  hide(receiptHandles: readonly string[], seconds: number): Promise<void>;
  /** Deletes messages before the function's answer does. */
  remove(receiptHandles: readonly string[]): Promise<void>;
}

/**
 * The messages of one queue, by a small signing client: the SQS client would make the bundle a tenth larger for two calls.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html
 */
export function receivedMessages(queueUrl: string, environment: NodeJS.ProcessEnv): ReceivedMessages {
  const { region, credentials } = signingEnvironment(environment);
  const endpoint =
    environment['AWS_ENDPOINT_URL_SQS'] ?? environment['AWS_ENDPOINT_URL'] ?? `https://sqs.${region}.amazonaws.com`;
  const client = new AwsClient({ ...credentials, region, service: 'sqs', retries: MAX_RETRIES });

  const call = async (operation: string, receiptHandles: readonly string[], fields: object): Promise<void> => {
    const Entries = receiptHandles.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle, ...fields }));
    const response = await client.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
      body: JSON.stringify({ QueueUrl: queueUrl, Entries }),
    });
    if (!response.ok) throw new Error(`SQS answered ${response.status} to ${operation}.`);
    const { Failed = [] } = (await response.json()) as { readonly Failed?: readonly { readonly Code: string }[] };
    if (Failed.length === 0) return;
    throw new Error(`SQS refused ${Failed.length} of ${operation}: ${Failed.map(({ Code }) => Code).join(', ')}.`);
  };

  return {
    hide: (receiptHandles, seconds) =>
      call('ChangeMessageVisibilityBatch', receiptHandles, { VisibilityTimeout: seconds }),
    remove: (receiptHandles) => call('DeleteMessageBatch', receiptHandles, {}),
  };
}
