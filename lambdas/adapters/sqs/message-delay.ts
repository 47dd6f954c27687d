import { AwsClient } from 'aws4fetch';
import { signingEnvironment } from '../signing-environment.ts';

/** Sets when a message that is handed back is received again. @param seconds from now; max 43,200 (12 hours) */
export type MessageDelay = (receiptHandle: string, seconds: number) => Promise<void>;

/**
 * ChangeMessageVisibility by a small signing client: the SQS client would make the bundle a tenth larger for this one
 * call. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
export function messageDelay(queueUrl: string, environment: NodeJS.ProcessEnv): MessageDelay {
  const { region, credentials } = signingEnvironment(environment);
  const endpoint =
    environment['AWS_ENDPOINT_URL_SQS'] ?? environment['AWS_ENDPOINT_URL'] ?? `https://sqs.${region}.amazonaws.com`;
  const client = new AwsClient({ ...credentials, region, service: 'sqs' });
  return async (receiptHandle, seconds) => {
    const response = await client.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ChangeMessageVisibility' },
      body: JSON.stringify({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds }),
    });
    if (!response.ok) throw new Error(`SQS answered ${response.status} to ChangeMessageVisibility.`);
  };
}
