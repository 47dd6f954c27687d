import type { Context, SQSRecord } from 'aws-lambda';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { logger } from '../../../../lambdas/adapters/log.ts';
import { type FifoHandle, fifoHandler, processFifoBatch } from '../../../../lambdas/adapters/sqs/batch.ts';
import { consumerOf, fifoRecord, recordedMessages } from '../../../fakes/fifo-queue.ts';

beforeAll(() => logger.setLogLevel('SILENT'));
afterEach(() => vi.restoreAllMocks());

interface Run {
  readonly fails?: readonly string[];
  /** Messages whose handler hands them back for a minute. */
  readonly again?: readonly string[];
  /** How long the host rests after each message that is done. */
  readonly restMs?: number;
  /** How often each message was received; once by default. */
  readonly receives?: Readonly<Record<string, number>>;
  /** The time left at the start, and the time that each message takes. */
  readonly timeMs?: number;
  readonly eachMs?: number;
  readonly longestMs?: number;
  readonly hideFromReceive?: number;
}

async function run(ids: readonly string[], options: Run = {}) {
  const {
    fails = [],
    again = [],
    restMs = 0,
    receives = {},
    timeMs = 1_000,
    eachMs = 0,
    longestMs = 100,
    ...rest
  } = options;
  const done: string[] = [];
  let left = timeMs;
  const messages = recordedMessages();
  const handle: FifoHandle = async ({ messageId }) => {
    await Promise.resolve();
    left -= eachMs;
    messages.calls.push(`handle ${messageId}`);
    if (fails.includes(messageId)) throw new Error('failed on purpose');
    done.push(messageId);
    return again.includes(messageId) ? { againInSeconds: 60 } : { restMs };
  };
  const response = await processFifoBatch(
    { Records: ids.map((id) => fifoRecord(id, receives[id])) },
    { getRemainingTimeInMillis: () => left },
    consumerOf(handle, { longestMs, messages, ...rest }),
  );
  const returned = response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { done, returned, calls: messages.calls };
}
const group = (ids: readonly string[], name: string) => ids.filter((id) => id.startsWith(name));

describe('a batch of a FIFO queue', () => {
  it('an empty batch hands nothing back', async () => {
    expect(await run([])).toEqual({ done: [], returned: [], calls: [] });
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
      { Records: ['a1', 'a2', 'b1', 'b2'].map((id) => fifoRecord(id)) },
      { getRemainingTimeInMillis: () => 1_000 },
      consumerOf(async ({ attributes: { MessageGroupId: name = '' } }) => {
        expect(underWay.has(name)).toBe(false);
        underWay.add(name);
        await new Promise(setImmediate);
        together = Math.max(together, underWay.size);
        underWay.delete(name);
        return 'done';
      }),
    );
    expect(together).toBe(2);
  });

  it('a message is handed back for the seconds that its handler returns', async () => {
    const { returned, calls } = await run(['a1', 'a2', 'b1'], { again: ['a1'] });
    expect(returned).toEqual(['a1']);
    expect(calls).toContain('hide a1 for 60 s');
  });

  it('a failed message is handed back, and the messages behind it are handled', async () => {
    const { done, returned } = await run(['a1', 'a2', 'b1', 'a3', 'b2'], { fails: ['a2'] });
    expect(group(done, 'a')).toEqual(['a1', 'a3']);
    expect(group(done, 'b')).toEqual(['b1', 'b2']);
    expect(returned).toEqual(['a2']);
  });

  it('a message is handed back when its handler throws before it returns a promise', async () => {
    const response = await processFifoBatch(
      { Records: [fifoRecord('a1')] },
      { getRemainingTimeInMillis: () => 1_000 },
      consumerOf(() => {
        throw new Error('before the first await');
      }),
    );
    expect(response.batchItemFailures).toEqual([{ itemIdentifier: 'a1' }]);
  });

  it('a message is not begun when it might not end before the deadline', async () => {
    const { done, returned, calls } = await run(['a1', 'a2', 'a3'], { timeMs: 250, eachMs: 100, longestMs: 100 });
    expect(done).toEqual(['a1', 'a2']);
    expect(returned).toEqual(['a3']);
    expect(calls.at(-1)).toBe('hide a3 for 0 s');
  });

  it('a message is begun when it can end exactly at the deadline', async () => {
    expect(await run(['a1'], { timeMs: 100, longestMs: 100 })).toMatchObject({ done: ['a1'], returned: [] });
  });

  it('messages without a group are handled in parallel', async () => {
    const alone = (messageId: string): SQSRecord => {
      const { MessageGroupId: _, ...attributes } = fifoRecord(messageId).attributes;
      return { ...fifoRecord(messageId), attributes };
    };
    let underWay = 0;
    let together = 0;
    await processFifoBatch(
      { Records: ['a1', 'a2'].map(alone) },
      { getRemainingTimeInMillis: () => 1_000 },
      consumerOf(async () => {
        together = Math.max(together, ++underWay);
        await new Promise(setImmediate);
        underWay--;
        return 'done';
      }),
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

describe('a message that comes back', () => {
  it.each([
    ['a message that fails at its first receive waits for 5 seconds', 1, 5],
    ['a message that fails at its fifth receive waits for 5 seconds', 5, 5],
    ['a message that fails at its sixth receive waits for 10 seconds', 6, 10],
    ['a message that fails at its tenth receive waits for 160 seconds', 10, 160],
    ['a message that fails at its eleventh receive waits for five minutes', 11, 300],
    ['a message that fails at its twentieth receive waits for five minutes', 20, 300],
  ])('%s', async (_, receives, seconds) => {
    const { calls } = await run(['a1'], { fails: ['a1'], receives: { a1: receives }, hideFromReceive: 99 });
    expect(calls).toEqual(['handle a1', `hide a1 for ${seconds} s`]);
  });

  it('a batch makes no call of SQS if all its messages are new and done', async () => {
    expect((await run(['a1', 'b1'])).calls).toEqual(['handle a1', 'handle b1']);
  });

  it('all messages of a batch stay hidden until ten seconds after the deadline if one has come back', async () => {
    const { calls } = await run(['a1', 'b1'], { receives: { b1: 2 }, timeMs: 59_100 });
    expect(calls).toEqual(['hide a1 b1 for 70 s', 'handle a1', 'handle b1']);
  });

  it('a message is handed back after its batch was hidden, although that call is slow', async () => {
    const messages = recordedMessages();
    const slow = {
      ...messages,
      hide: async (handles: readonly string[], seconds: number) => {
        if (handles.length > 1) await new Promise(setImmediate);
        await messages.hide(handles, seconds);
      },
    };
    await processFifoBatch(
      { Records: ['a1', 'b1'].map((id) => fifoRecord(id)) },
      { getRemainingTimeInMillis: () => 1_000 },
      consumerOf(async () => ({ againInSeconds: 60 }), { messages: slow, hideFromReceive: 1 }),
    );
    expect(messages.calls).toEqual(['hide a1 b1 for 11 s', 'hide a1 for 60 s', 'hide b1 for 60 s']);
  });

  it('a call of SQS that fails is logged and changes nothing', async () => {
    const warn = vi.spyOn(logger, 'warn');
    const refused = async (): Promise<never> => {
      throw new Error('SQS is down');
    };
    const response = await processFifoBatch(
      { Records: [fifoRecord('a1'), fifoRecord('b1', 7), fifoRecord('c1', 7)] },
      { getRemainingTimeInMillis: () => 1_000 },
      consumerOf(async ({ body }) => (body === 'c1' ? { againInSeconds: 60 } : 'done'), {
        messages: { hide: refused, remove: refused },
      }),
    );
    expect(response.batchItemFailures).toEqual([{ itemIdentifier: 'c1' }]);
    const error = new Error('SQS is down');
    expect(warn.mock.calls).toEqual([
      ['Messages could not be hidden until the deadline.', { error }],
      ['Messages could not be deleted.', { error }],
      ['Messages could not be deleted.', { error }],
      ['Messages could not be handed back for 60 s.', { error }],
    ]);
  });
});

describe('a host that rests after a message', () => {
  it('the other messages of the host wait in the queue, and those of other hosts are handled', async () => {
    const { done, returned, calls } = await run(['a1', 'a2', 'b1', 'a3'], { restMs: 900 });
    expect(done).toEqual(['a1', 'b1']);
    expect(returned).toEqual(['a2', 'a3']);
    expect(calls.at(-1)).toBe('hide a2 a3 for 1 s');
  });

  it('what is done is deleted before, so that a slow host of the batch doesn’t hold up the group', async () => {
    const messages = recordedMessages();
    let endSlow = (): void => {};
    const slow = new Promise<void>((resolve) => (endSlow = resolve));
    const handle: FifoHandle = async ({ messageId }) => {
      if (messageId === 'b1') await slow;
      return { restMs: 900 };
    };
    const batch = processFifoBatch(
      { Records: ['a1', 'a2', 'b1'].map((id) => fifoRecord(id)) },
      { getRemainingTimeInMillis: () => 1_000 },
      consumerOf(handle, { messages }),
    );
    await vi.waitFor(() => expect(messages.calls).toEqual(['remove a1', 'hide a2 for 1 s']));
    endSlow();
    expect(await batch).toEqual({ batchItemFailures: [{ itemIdentifier: 'a2' }] });
  });

  it.each([
    [1_000, 1],
    [1_001, 2],
    [10_000, 10],
  ])('the messages wait for whole seconds: %i ms are %i s', async (restMs, seconds) => {
    expect((await run(['a1', 'a2'], { restMs })).calls).toEqual(['handle a1', `hide a2 for ${seconds} s`]);
  });

  it('a short rest is waited for in the function', async () => {
    expect(await run(['a1', 'a2'], { restMs: 199 })).toMatchObject({ done: ['a1', 'a2'], returned: [] });
  });

  it('the last message of a host makes no call', async () => {
    expect((await run(['a1', 'b1'], { restMs: 900 })).calls).toEqual(['handle a1', 'handle b1']);
  });

  it('after a message that failed, the next one is handled, so that a failing message holds up none for ever', async () => {
    const { done, returned } = await run(['a1', 'a2', 'a3'], { restMs: 900, fails: ['a1'] });
    expect(done).toEqual(['a2']);
    expect(returned).toEqual(['a1', 'a3']);
  });

  it('after a message that is to come again, the next one is handled', async () => {
    const { returned } = await run(['a1', 'a2', 'a3'], { restMs: 900, again: ['a1'] });
    expect(returned).toEqual(['a1', 'a3']);
  });

  it('a batch with a suspect rests in the function, so that each message has its turn', async () => {
    const { done } = await run(['a1', 'a2', 'a3'], { restMs: 900, receives: { a3: 9 } });
    expect(done.toSorted()).toEqual(['a1', 'a2', 'a3']);
  });
});

describe('a message on its seventh receive', () => {
  it('what is done is deleted before other messages are handled', async () => {
    const { calls } = await run(['a1', 'a2', 'b1', 'c1'], { receives: { a1: 7 }, hideFromReceive: 99 });
    expect(calls).toEqual(['handle a1', 'remove a1', 'handle a2', 'handle b1', 'handle c1']);
  });

  it('a suspect is handled after the messages that are none, unless it is its turn', async () => {
    const { calls } = await run(['a1', 'a2', 'b1', 'c1'], { receives: { a1: 8 }, hideFromReceive: 99 });
    expect(calls).toEqual(['handle c1', 'remove c1', 'handle a2', 'handle b1', 'remove a2 b1', 'handle a1']);
  });

  it('a suspect that is alone in its batch makes no call of SQS', async () => {
    const { calls } = await run(['a1'], { receives: { a1: 9 }, hideFromReceive: 99 });
    expect(calls).toEqual(['handle a1']);
  });

  it('suspects of several groups are handled one by one', async () => {
    const receives = { a1: 9, b1: 9, c1: 9 };
    const { calls } = await run(['a1', 'b1', 'c1'], { receives, fails: ['b1'], hideFromReceive: 99 });
    expect(calls).toEqual(['handle c1', 'remove c1', 'handle a1', 'remove a1', 'handle b1', 'hide b1 for 80 s']);
  });

  it.each([
    [9, ['a3', 'a1', 'a2']],
    [10, ['a2', 'a3', 'a1']],
    [11, ['a1', 'a2', 'a3']],
    [12, ['a3', 'a1', 'a2']],
  ])('another message is the first at each receive: receive %i', async (receives, expected) => {
    const counts = Object.fromEntries(expected.map((id) => [id, receives]));
    expect((await run(['a1', 'a2', 'a3'], { receives: counts })).done).toEqual(expected);
  });

  it('a suspect is handed back if too little time is left for it', async () => {
    const receives = { a1: 9, a2: 9, a3: 9 };
    const { done, returned } = await run(['a1', 'a2', 'a3'], { receives, timeMs: 250, eachMs: 100 });
    expect(done).toEqual(['a3', 'a1']);
    expect(returned).toEqual(['a2']);
  });

  it.each([6, 7, 8, 9])(
    'no message is passed over if there is time for one message only: after %i receives without it',
    async (before) => {
      const queue = Array.from({ length: 40 }, (_, index) => `a${index}`);
      const receives: Record<string, number> = Object.fromEntries(queue.slice(0, 5).map((id) => [id, before]));
      while (queue.length > 0) {
        const batch = queue.slice(0, 5);
        for (const id of batch) receives[id] = (receives[id] ?? 0) + 1;
        const { done } = await run(batch, { receives, restMs: 900, timeMs: 250, eachMs: 200 });
        for (const id of done) queue.splice(queue.indexOf(id), 1);
      }
      expect(Math.max(...Object.values(receives))).toBeLessThanOrEqual(14);
    },
  );
});

describe('the handler of a FIFO queue', () => {
  it('the handler returns the failures of the batch', async () => {
    const handler = fifoHandler(consumerOf(async ({ body }) => (body === 'a1' ? { againInSeconds: 1 } : 'done')));
    const context = { getRemainingTimeInMillis: () => 100 } as Context;
    expect(await handler({ Records: ['a1', 'b1'].map((id) => fifoRecord(id)) }, context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'a1' }],
    });
  });
});
