/** The AWS clients, one of each a process. Endpoints, region and credentials come from the SDK's own environment. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Tries with exponential back-off before a throttled call counts as failed; AWS's default of 3 gives up within a second. */
const MAX_ATTEMPTS = 7;

export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: MAX_ATTEMPTS }), {
    marshallOptions: { removeUndefinedValues: true },
  });

/** It goes where AWS_ENDPOINT_URL_SQS says, not where the host of a queue's URL leads. */
export const sqsClient = (): SQSClient => new SQSClient({ maxAttempts: MAX_ATTEMPTS, useQueueUrlAsEndpoint: false });
