import { DatabaseSync } from 'node:sqlite';
import { CreateTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startEmulators } from '../../tools/local/emulators/emulators.ts';
import { createLocalClients } from '../../tools/local/emulators/local-clients.ts';
import { temporaryDirectory } from './small-assembly.ts';

async function start(dataDirectory = temporaryDirectory()) {
  const emulators = await startEmulators({ dataDirectory });
  onTestFinished(() => emulators.stop());
  return { emulators, dataDirectory, ...createLocalClients(emulators) };
}

function stubEnvironment(variables: Readonly<Record<string, string>>): void {
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

describe('the emulators', () => {
  it('no emulator starts for a service whose endpoint the environment names', async () => {
    const { emulators } = await start();
    const { dynamodb, sqs, s3 } = emulators.endpoints;
    stubEnvironment({ AWS_ENDPOINT_URL_DYNAMODB: dynamodb, AWS_ENDPOINT_URL: sqs });
    const { emulators: others } = await start();
    expect(others.endpoints).toEqual({ dynamodb, sqs, s3 });
  });

  it('the emulators listen only on the loopback interface', async () => {
    const { emulators } = await start();
    for (const endpoint of Object.values(emulators.endpoints)) expect(new URL(endpoint).hostname).toBe('127.0.0.1');
  });

  it('a failed start names the binary that does not start, and unlocks the directory', async () => {
    const dataDirectory = temporaryDirectory();
    stubEnvironment({ DYNOXIDE_BIN: '/nowhere/dynoxide' });
    await expect(start(dataDirectory)).rejects.toThrow(
      'The DynamoDB emulator /nowhere/dynoxide, which DYNOXIDE_BIN names, does not start',
    );
    vi.unstubAllEnvs();
    await expect(start(dataDirectory)).resolves.toBeDefined();
  });

  it('a start deletes stream records that are older than a day, and sequence numbers go on', async () => {
    const first = await start();
    const table = {
      TableName: 'Notes',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
      BillingMode: 'PAY_PER_REQUEST' as const,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const },
    };
    await first.dynamodb.send(new CreateTableCommand(table));
    const put = (id: string) => new PutItemCommand({ TableName: 'Notes', Item: { id: { S: id } } });
    for (const id of ['a', 'b', 'c']) await first.dynamodb.send(put(id));
    await first.emulators.stop();
    const database = new DatabaseSync(`${first.dataDirectory}/dynamodb.db`);
    onTestFinished(() => database.close());
    const yesterday = Math.floor(Date.now() / 1000) - 25 * 60 * 60;
    database.prepare('UPDATE _stream_records SET created_at = ?').run(yesterday);

    const second = await start(first.dataDirectory);
    await second.dynamodb.send(put('d'));
    const numbers = database.prepare('SELECT sequence_number FROM _stream_records ORDER BY id').all();
    expect(numbers.map((row) => row['sequence_number'])).toEqual(['3', '4']);
  });

  it('a message is visible at once, with its receive count, when its visibility timeout is set to zero', async () => {
    const { sqs } = await start();
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'work' }));
    const receive = async () => {
      const command = new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] });
      return (await sqs.send(command)).Messages?.[0];
    };
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
    const first = await receive();
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 }),
    );
    expect((await receive())?.Attributes?.ApproximateReceiveCount).toBe('2');
  });
});
