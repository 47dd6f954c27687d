import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type QueueMessage, sendAll } from '../../../../lambdas/adapters/sqs/sqs-batches.ts';
import { SendError } from '../../../../lambdas/core/errors.ts';
import { jsonServer } from '../../../fakes/json-server.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn(async () => undefined) }));
beforeEach(() => {
  vi.mocked(sleep).mockClear();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

interface Refusal {
  readonly Id: string;
  readonly Code?: string;
  readonly SenderFault?: boolean;
}
interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}

const messages = (count: number): QueueMessage[] =>
  Array.from({ length: count }, (_, n) => ({ body: `body ${n}`, groupId: `group ${n}`, deduplicationId: `id ${n}` }));

/** Sends to a queue that refuses these entries in each of its rounds, and none in later rounds. */
async function sent(count: number, ...rounds: readonly (readonly Refusal[])[]) {
  const left = [...rounds];
  const { origin, requests } = await jsonServer(() => ({ Successful: [], Failed: left.shift() ?? [] }));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ region: 'eu-west-1', credentials, endpoint: origin, useQueueUrlAsEndpoint: false });
  const error: unknown = await sendAll(client, 'https://sqs.example/queue', messages(count)).catch((cause) => cause);
  const batches = requests as unknown[] as { readonly QueueUrl: string; readonly Entries: readonly Entry[] }[];
  return { error, requests, ids: batches.map(({ Entries }) => Entries.map(({ Id }) => Id).join(' ')) };
}

describe('messages are sent', () => {
  it('each entry carries the body, the group and the deduplication id of its message', async () => {
    const { error, requests } = await sent(1);
    expect(error).toBeUndefined();
    const entry = { Id: '0', MessageBody: 'body 0', MessageGroupId: 'group 0', MessageDeduplicationId: 'id 0' };
    expect(requests).toEqual([{ QueueUrl: 'https://sqs.example/queue', Entries: [entry] }]);
    expect(sleep).not.toHaveBeenCalled();
  });

  it('no request is sent for no messages', async () => {
    expect(await sent(0)).toEqual({ error: undefined, requests: [], ids: [] });
  });

  it('entries that SQS refuses are sent again alone', async () => {
    const { error, ids } = await sent(3, [{ Id: '0' }, { Id: '2' }], [{ Id: '2' }]);
    expect(error).toBeUndefined();
    expect(ids).toEqual(['0 1 2', '0 2', '2']);
  });

  it('entries that SQS refuses in several batches are sent again together', async () => {
    const { ids } = await sent(12, [{ Id: '1' }], [{ Id: '11' }]);
    expect(ids).toEqual(['0 1 2 3 4 5 6 7 8 9', '10 11', '1 11']);
  });

  it('the pause before a round doubles with each round', async () => {
    const refused = [{ Id: '0' }];
    await sent(1, refused, refused, refused);
    expect(vi.mocked(sleep).mock.calls).toEqual([[200], [400], [800]]);
  });

  it('the pause before a round is a random share of its max', async () => {
    vi.mocked(Math.random).mockReturnValue(0.25);
    await sent(1, [{ Id: '0' }]);
    expect(vi.mocked(sleep).mock.calls).toEqual([[50]]);
  });

  it('an entry that SQS refuses four times is an error that names its position and the reason', async () => {
    const refused = [{ Id: '1', Code: 'InternalError' }, { Id: '2' }];
    const { error, ids } = await sent(3, refused, refused, refused, refused);
    expect(ids).toHaveLength(4);
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({
      refused: [1, 2],
      message: 'https://sqs.example/queue did not accept 2 message(s): InternalError, unknown',
    });
  });

  it('an entry that SQS refuses because of our fault is an error at once, with all refused entries', async () => {
    const { error, ids } = await sent(3, [{ Id: '0' }, { Id: '1', Code: 'InvalidMessageContents', SenderFault: true }]);
    expect(ids).toHaveLength(1);
    expect(error).toMatchObject({ refused: [0, 1] });
  });

  it('an entry that the queue was not given is ignored', async () => {
    expect((await sent(1, [{ Id: '7' }])).ids).toEqual(['0']);
  });
});
