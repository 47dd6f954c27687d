import type { SQSRecord } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { logger } from '../../../../lambdas/adapters/log.ts';
import { processFifoBatch } from '../../../../lambdas/adapters/sqs/batch.ts';

beforeAll(() => logger.setLogLevel('SILENT'));

/** `a1` is message a1 of group a. */
const record = (messageId: string): SQSRecord => ({
  messageId,
  receiptHandle: '',
  body: messageId,
  attributes: {
    ApproximateReceiveCount: '1',
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

interface Run {
  readonly fails?: readonly string[];
  readonly again?: readonly string[];
  /** Time that is left at first, and what each message takes of it. */
  readonly timeMs?: number;
  readonly eachMs?: number;
  readonly longestMs?: number;
}

async function run(
  ids: readonly string[],
  { fails = [], again = [], timeMs = 1_000, eachMs = 0, longestMs = 100 }: Run = {},
) {
  const done: string[] = [];
  let left = timeMs;
  const response = await processFifoBatch(
    { Records: ids.map(record) },
    { getRemainingTimeInMillis: () => left },
    longestMs,
    async ({ messageId }) => {
      await Promise.resolve();
      left -= eachMs;
      if (fails.includes(messageId)) throw new Error('failed on purpose');
      done.push(messageId);
      return again.includes(messageId) ? 'again' : 'done';
    },
  );
  return { done, returned: response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}
const group = (ids: readonly string[], name: string) => ids.filter((id) => id.startsWith(name));

describe('a batch of a FIFO queue', () => {
  it('that is empty hands nothing back', async () => {
    expect(await run([])).toEqual({ done: [], returned: [] });
  });

  it('does the messages of each group in their order', async () => {
    const { done, returned } = await run(['a1', 'b1', 'a2', 'b2', 'a3']);
    expect(group(done, 'a')).toEqual(['a1', 'a2', 'a3']);
    expect(group(done, 'b')).toEqual(['b1', 'b2']);
    expect(returned).toEqual([]);
  });

  it('works at its groups side by side, but never at two messages of one group', async () => {
    const underWay = new Set<string>();
    let together = 0;
    await processFifoBatch(
      { Records: ['a1', 'a2', 'b1', 'b2'].map(record) },
      { getRemainingTimeInMillis: () => 1_000 },
      1,
      async ({ attributes: { MessageGroupId: name = '' } }) => {
        expect(underWay.has(name)).toBe(false);
        underWay.add(name);
        await new Promise(setImmediate);
        together = Math.max(together, underWay.size);
        underWay.delete(name);
        return 'done';
      },
    );
    expect(together).toBe(2);
  });

  it('hands back a message that is to be tried again', async () => {
    const { returned } = await run(['a1', 'a2', 'b1'], { again: ['a1'] });
    expect(returned).toEqual(['a1']);
  });

  it('hands back a message that failed, and does those behind it all the same', async () => {
    const { done, returned } = await run(['a1', 'a2', 'b1', 'a3', 'b2'], { fails: ['a2'] });
    expect(group(done, 'a')).toEqual(['a1', 'a3']);
    expect(group(done, 'b')).toEqual(['b1', 'b2']);
    expect(returned).toEqual(['a2']);
  });

  it('survives a handler that throws at once', async () => {
    const response = await processFifoBatch(
      { Records: [record('a1')] },
      { getRemainingTimeInMillis: () => 1_000 },
      1,
      () => {
        throw new Error('before the first await');
      },
    );
    expect(response.batchItemFailures).toEqual([{ itemIdentifier: 'a1' }]);
  });

  it('does not begin what might not end before the deadline', async () => {
    const { done, returned } = await run(['a1', 'a2', 'a3'], { timeMs: 250, eachMs: 100, longestMs: 100 });
    expect(done).toEqual(['a1', 'a2']);
    expect(returned).toEqual(['a3']);
  });

  it('begins what may just end before the deadline', async () => {
    expect(await run(['a1'], { timeMs: 100, longestMs: 100 })).toEqual({ done: ['a1'], returned: [] });
  });
});
