import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Emulators } from './emulators.ts';

export interface LocalClients {
  readonly dynamodb: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly sqs: SQSClient;
  destroy(): void;
}

/** SDK clients for the endpoints of `emulators`. */
export function createLocalClients(emulators: Emulators): LocalClients {
  const { endpoints, region, credentials } = emulators;
  const config = { region, ...(credentials === undefined ? {} : { credentials }) };
  const dynamodb = new DynamoDBClient({ ...config, endpoint: endpoints.dynamodb });
  const streams = new DynamoDBStreamsClient({ ...config, endpoint: endpoints.dynamodb });
  const sqs = new SQSClient({ ...config, endpoint: endpoints.sqs });
  return {
    dynamodb,
    streams,
    sqs,
    destroy: () => {
      for (const client of [dynamodb, streams, sqs]) client.destroy();
    },
  };
}
