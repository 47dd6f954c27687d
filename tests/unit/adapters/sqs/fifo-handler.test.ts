import type { Context, SQSRecord } from 'aws-lambda';
import { expect, it, vi } from 'vitest';
import { publishCounts } from '../../../../lambdas/adapters/log.ts';
import { fifoHandler } from '../../../../lambdas/adapters/sqs/batch.ts';
import { consumerOf } from '../../../fakes/fifo-queue.ts';

vi.mock('../../../../lambdas/adapters/log.ts', () => ({ logger: {}, publishCounts: vi.fn() }));

it('the handler publishes the metrics once, after the last message', async () => {
  const handle = vi.fn(async () => 'done' as const);
  const records = ['a', 'b'].map((messageId) => ({ messageId, attributes: {} }) as SQSRecord);
  const context = { getRemainingTimeInMillis: () => 1_000 } as Context;
  expect(await fifoHandler(consumerOf(handle))({ Records: records }, context)).toEqual({ batchItemFailures: [] });
  expect(publishCounts).toHaveBeenCalledOnce();
  expect(Math.max(...handle.mock.invocationCallOrder)).toBeLessThan(
    vi.mocked(publishCounts).mock.invocationCallOrder[0] ?? 0,
  );
});
