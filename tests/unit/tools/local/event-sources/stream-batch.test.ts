import { describe, expect, it } from 'vitest';
import type { BatchResponse } from '../../../../../tools/local/event-sources/batch-response.ts';
import { handleStreamBatch, type StreamBatchPolicy } from '../../../../../tools/local/event-sources/stream-batch.ts';

const defaults: StreamBatchPolicy = { bisect: false, maximumRetries: -1, maximumAge: -1 };
const failed: BatchResponse = { kind: 'failed' };
const done: BatchResponse = { kind: 'partial', failed: [] };

/** Handles a batch of records `1 … count`. `respond` gets the sequence numbers and the number of the call. */
async function run(
  count: number,
  policy: Partial<StreamBatchPolicy>,
  respond: (ids: readonly string[], call: number) => BatchResponse,
  createdAt: (id: number) => number = () => 0,
) {
  const invoked: string[] = [];
  const discarded: string[] = [];
  const checkpoints: string[] = [];
  const records = Array.from({ length: count }, (_, index) => ({
    sequenceNumber: String(index + 1),
    createdAt: createdAt(index + 1),
    event: {},
  }));
  await handleStreamBatch(
    records,
    { ...defaults, ...policy },
    {
      now: () => 100_000,
      wait: async () => undefined,
      checkpoint: ({ sequenceNumber }) => checkpoints.push(sequenceNumber),
      discard: async ({ records: given, condition }) => {
        discarded.push(`${condition} ${given.map(({ sequenceNumber }) => sequenceNumber).join()}`);
      },
      invoke: async (given) => {
        const ids = given.map(({ sequenceNumber }) => sequenceNumber);
        invoked.push(ids.join());
        return respond(ids, invoked.length);
      },
    },
  );
  return { invoked, discarded, checkpoints };
}

describe('a batch of a stream', () => {
  it('a batch that succeeds is invoked once and checkpointed at its end', async () => {
    expect(await run(3, {}, () => done)).toEqual({ invoked: ['1,2,3'], discarded: [], checkpoints: ['3'] });
  });

  it('a batch that fails is retried as a whole until it succeeds', async () => {
    const { invoked, checkpoints } = await run(2, {}, (_ids, call) => (call < 4 ? failed : done));
    expect(invoked).toEqual(['1,2', '1,2', '1,2', '1,2']);
    expect(checkpoints).toEqual(['2']);
  });

  it('a batch is discarded as a whole when its retries run out', async () => {
    const { invoked, discarded, checkpoints } = await run(2, { maximumRetries: 1 }, () => failed);
    expect(invoked).toEqual(['1,2', '1,2']);
    expect(discarded).toEqual(['RetryAttemptsExhausted 1,2']);
    expect(checkpoints).toEqual(['2']);
  });

  it('a batch is split until the poisoned record is alone, and a split is no retry', async () => {
    const respond = (ids: readonly string[]) => (ids.includes('3') ? failed : done);
    const { invoked, discarded, checkpoints } = await run(4, { bisect: true, maximumRetries: 1 }, respond);
    expect(invoked).toEqual(['1,2,3,4', '1,2', '3,4', '3', '3', '4']);
    expect(discarded).toEqual(['RetryAttemptsExhausted 3']);
    expect(checkpoints).toEqual(['2', '3', '4']);
  });

  it('a partial response retries from the first failed record, whatever the order in the response', async () => {
    const respond = (_ids: readonly string[], call: number): BatchResponse =>
      call === 1 ? { kind: 'partial', failed: ['4', '2'] } : done;
    const { invoked, checkpoints } = await run(4, {}, respond);
    expect(invoked).toEqual(['1,2,3,4', '2,3,4']);
    expect(checkpoints).toEqual(['1', '4']);
  });

  it('a record is discarded alone when partial responses and bisecting meet', async () => {
    const respond = (ids: readonly string[]): BatchResponse =>
      ids.includes('2') ? { kind: 'partial', failed: ['2'] } : done;
    const { invoked, discarded } = await run(4, { bisect: true, maximumRetries: 0 }, respond);
    expect(invoked).toEqual(['1,2,3,4', '2,3,4', '2,3', '2', '3', '4']);
    expect(discarded).toEqual(['RetryAttemptsExhausted 2']);
  });

  it('records older than the maximum age are discarded without an invocation', async () => {
    const { invoked, discarded } = await run(
      3,
      { maximumAge: 60_000 },
      () => done,
      (id) => (id < 3 ? 0 : 90_000),
    );
    expect(discarded).toEqual(['RecordAgeExceeded 1,2']);
    expect(invoked).toEqual(['3']);
  });
});
