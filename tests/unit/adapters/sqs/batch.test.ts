import type { Context, SQSRecord } from 'aws-lambda';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { logger } from '../../../../lambdas/adapters/log.ts';
import { fifoHandler, processFifoBatch } from '../../../../lambdas/adapters/sqs/batch.ts';

beforeAll(() => logger.setLogLevel('SILENT'));
afterEach(() => vi.restoreAllMocks());

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
  /** The time left at the start, and the time that each message takes. */
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
  it('an empty batch hands nothing back', async () => {
    expect(await run([])).toEqual({ done: [], returned: [] });
  });

  it('the messages of a group are handled in their order', async () => {
    const { done, returned } = await run(['a1', 'b1', 'a2', 'b2', 'a3']);
    expect(group(done, 'a')).toEqual(['a1', 'a2', 'a3']);
    expect(group(done, 'b')).toEqual(['b1', 'b2']);
    expect(returned).toEqual([]);
  });

  it('two groups are handled in parallel, two messages of one group never', async () => {
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

  it('a message is handed back when its handler returns again', async () => {
    const { returned } = await run(['a1', 'a2', 'b1'], { again: ['a1'] });
    expect(returned).toEqual(['a1']);
  });

  it('a failed message is handed back, and the messages behind it are handled', async () => {
    const { done, returned } = await run(['a1', 'a2', 'b1', 'a3', 'b2'], { fails: ['a2'] });
    expect(group(done, 'a')).toEqual(['a1', 'a3']);
    expect(group(done, 'b')).toEqual(['b1', 'b2']);
    expect(returned).toEqual(['a2']);
  });

  it('a message is handed back when its handler throws before it returns a promise', async () => {
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

  it('a message is not begun when it might not end before the deadline', async () => {
    const { done, returned } = await run(['a1', 'a2', 'a3'], { timeMs: 250, eachMs: 100, longestMs: 100 });
    expect(done).toEqual(['a1', 'a2']);
    expect(returned).toEqual(['a3']);
  });

  it('a message is begun when it can end exactly at the deadline', async () => {
    expect(await run(['a1'], { timeMs: 100, longestMs: 100 })).toEqual({ done: ['a1'], returned: [] });
  });

  it('messages without a group are handled in parallel', async () => {
    const alone = (messageId: string): SQSRecord => {
      const { MessageGroupId: _, ...attributes } = record(messageId).attributes;
      return { ...record(messageId), attributes };
    };
    let underWay = 0;
    let together = 0;
    await processFifoBatch(
      { Records: ['a1', 'a2'].map(alone) },
      { getRemainingTimeInMillis: () => 1_000 },
      1,
      async () => {
        together = Math.max(together, ++underWay);
        await new Promise(setImmediate);
        underWay--;
        return 'done';
      },
    );
    expect(together).toBe(2);
  });

  it('a failed message is logged with its error', async () => {
    const error = vi.spyOn(logger, 'error');
    await run(['a1'], { fails: ['a1'] });
    expect(error.mock.calls).toEqual([
      ['Message failed; it will be tried again.', { messageId: 'a1', error: new Error('failed on purpose') }],
    ]);
  });

  it('a message that is not begun is logged', async () => {
    const warn = vi.spyOn(logger, 'warn');
    await run(['a1'], { timeMs: 99 });
    expect(warn.mock.calls).toEqual([['Handed back: too little time left.', { messageId: 'a1' }]]);
  });
});

describe('the handler of a FIFO queue', () => {
  it('the handler returns the failures of the batch', async () => {
    const handler = fifoHandler(100, async ({ body }) => (body === 'a1' ? 'again' : 'done'));
    const context = { getRemainingTimeInMillis: () => 100 } as Context;
    expect(await handler({ Records: ['a1', 'b1'].map(record) }, context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'a1' }],
    });
  });
});
