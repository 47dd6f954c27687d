import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { logger } from '../../../../lambdas/adapters/log.ts';
import { processFifoBatch } from '../../../../lambdas/adapters/sqs/batch.ts';
import { consumerOf, fifoRecord } from '../../../fakes/fifo-queue.ts';

beforeAll(() => logger.setLogLevel('SILENT'));

/** As in lib/work-queue.ts and its event source mappings. */
const MAX_RECEIVES = 20;
const BATCH_SIZE = 5;

/**
 * Delivers messages until the queue is empty, as SQS does: the first five at a time; a batch whose function dies comes back whole.
 * @param killers messages that kill the function
 * @returns how the messages ended, and the number of invocations in which nothing was done
 */
async function deliverAll(ids: readonly string[], killers: ReadonlySet<string>) {
  const receives = new Map<string, number>();
  const queue = new Set(ids);
  const done = new Set<string>();
  const deadLetters = new Set<string>();
  const finish = (ended: readonly string[]): void => {
    for (const id of ended) {
      queue.delete(id);
      done.add(id);
    }
  };
  while (queue.size > 0) {
    const batch: string[] = [];
    for (const id of queue) {
      if (batch.length === BATCH_SIZE) break;
      const count = (receives.get(id) ?? 0) + 1;
      receives.set(id, count);
      if (count <= MAX_RECEIVES) batch.push(id);
      else if (queue.delete(id)) deadLetters.add(id);
    }
    await new Promise<void>((died) => {
      const handle = ({ body }: { readonly body: string }) => {
        if (!killers.has(body)) return Promise.resolve({ restMs: 1_000 });
        died();
        return new Promise<never>(() => {});
      };
      const messages = {
        hide: async () => {},
        remove: async (handles: readonly string[]) => finish(handles.map((each) => each.replace('handle of ', ''))),
      };
      const Records = batch.map((id) => fifoRecord(id, receives.get(id)));
      const context = { getRemainingTimeInMillis: () => 180_000 };
      void processFifoBatch({ Records }, context, consumerOf(handle, { messages })).then(({ batchItemFailures }) => {
        const handedBack = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        finish(batch.filter((id) => !handedBack.has(id)));
        died();
      });
    });
  }
  return { done, deadLetters };
}

const named = (poisonous: readonly boolean[], idOf: (index: number) => string) => ({
  ids: poisonous.map((_, index) => idOf(index)),
  killers: new Set(poisonous.flatMap((isPoison, index) => (isPoison ? [idOf(index)] : []))),
});

it.each<[string, (index: number) => string]>([
  ['messages that kill the function take no other message of their group to the dead letters', (index) => `a${index}`],
  ['messages that kill the function take no message of another group to the dead letters', (index) => `${index}-1`],
])('%s', async (_, idOf) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 14 }), async (poisonous) => {
      const { ids, killers } = named(poisonous, idOf);
      const { done, deadLetters } = await deliverAll(ids, killers);
      expect([...deadLetters].sort()).toEqual([...killers].sort());
      expect([...done].sort()).toEqual(ids.filter((id) => !killers.has(id)).sort());
    }),
    { numRuns: 2_000 },
  );
});
