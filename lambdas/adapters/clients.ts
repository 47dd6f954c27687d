/** The AWS clients, one of each per process. The SDK reads endpoints, region and credentials from the environment. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Max tries of a throttled call, with exponential back-off; the SDK's default of 3 gives up within a second. */
const MAX_ATTEMPTS = 7;

export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: MAX_ATTEMPTS }), {
    marshallOptions: { removeUndefinedValues: true },
  });

/** A client that calls AWS_ENDPOINT_URL_SQS if that is set, and never the host of a queue's URL. */
export const sqsClient = (): SQSClient => new SQSClient({ maxAttempts: MAX_ATTEMPTS, useQueueUrlAsEndpoint: false });
