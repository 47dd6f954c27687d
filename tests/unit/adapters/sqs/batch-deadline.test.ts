import { expect, it, vi } from 'vitest';
import { logger } from '../../../../lambdas/adapters/log.ts';
import { processFifoBatch } from '../../../../lambdas/adapters/sqs/batch.ts';
import { DeadlineError } from '../../../../lambdas/core/errors.ts';
import { consumerOf, fifoRecord, recordedMessages } from '../../../fakes/fifo-queue.ts';

it('a message whose document was not begun in time is handed back at once, and nothing counts as failed', async () => {
  const failed = vi.spyOn(logger, 'error');
  const messages = recordedMessages();
  const handle = async () => {
    throw new DeadlineError('Too little time is left.');
  };
  const context = { getRemainingTimeInMillis: () => 1_000 };
  const response = await processFifoBatch(
    { Records: [fifoRecord('a1', 4)] },
    context,
    consumerOf(handle, { messages }),
  );
  expect(response.batchItemFailures).toEqual([{ itemIdentifier: 'a1' }]);
  expect(messages.calls).toContain('hide a1 for 0 s');
  expect(failed).not.toHaveBeenCalled();
});

it('a handler is told when the invocation ends', async () => {
  const deadlines: number[] = [];
  const handle = async (_: unknown, deadline: number) => {
    deadlines.push(deadline - Date.now());
    return 'done' as const;
  };
  const context = { getRemainingTimeInMillis: () => 60_000 };
  await processFifoBatch({ Records: [fifoRecord('a1')] }, context, consumerOf(handle, {}));
  expect(deadlines[0]).toBeGreaterThan(50_000);
  expect(deadlines[0]).toBeLessThanOrEqual(60_000);
});
