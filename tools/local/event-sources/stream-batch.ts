import type { BatchResponse } from './batch-response.ts';
import type { StreamRecord } from './stream-record.ts';

/** Retries wait this long at first and twice as long each time, up to the limit. Lambda's own delays aren't published. */
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 10_000;

export interface StreamBatchPolicy {
  readonly bisect: boolean;
  /** −1: no limit. */
  readonly maximumRetries: number;
  /** Milliseconds; −1: no limit. */
  readonly maximumAge: number;
}

export interface DiscardedBatch {
  readonly records: readonly StreamRecord[];
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  readonly invocations: number;
}

export interface StreamBatchPorts {
  /** Invokes the function. A partial response names sequence numbers. */
  readonly invoke: (records: readonly StreamRecord[]) => Promise<BatchResponse>;
  /** Tells the on-failure destination about records that are given up. */
  readonly discard: (batch: DiscardedBatch) => Promise<void>;
  /** Everything up to this record has been handled or given up. */
  readonly checkpoint: (last: StreamRecord) => void;
  readonly now: () => number;
  /** Milliseconds; rejects when the runtime stops. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Handles one batch of a stream to its end by Lambda's rules: in order, retried as a whole or from the first failure on,
 * split in two where that is asked for, and given up when retries or age run out. Splitting doesn't count as a retry.
 * Source: AWS, "How Lambda processes records from stream and queue-based event sources" and "Configuring partial batch
 * response with DynamoDB and Lambda".
 */
export async function handleStreamBatch(
  batch: readonly StreamRecord[],
  policy: StreamBatchPolicy,
  ports: StreamBatchPorts,
): Promise<void> {
  const pending = [{ records: batch, retries: 0, invocations: 0 }];
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    const { records, retries } = part;
    const young = records.findIndex(({ createdAt }) => !isTooOld(createdAt, policy, ports.now()));
    const expired = young === -1 ? records : records.slice(0, young);
    if (expired.length > 0) {
      await giveUp(expired, 'RecordAgeExceeded', part.invocations, ports);
      const rest = records.slice(expired.length);
      if (rest.length > 0) pending.unshift({ ...part, records: rest });
      continue;
    }

    const response = await ports.invoke(records);
    const invocations = part.invocations + 1;
    const failedAt = response.kind === 'failed' ? 0 : firstFailure(records, response.failed);
    const done = records.slice(0, failedAt).at(-1);
    if (done !== undefined) ports.checkpoint(done);
    const rest = records.slice(failedAt);
    if (rest.length === 0) continue;

    if (policy.bisect && failedAt > 0) {
      // The report itself splits the batch: the rest starts with what failed.
      pending.unshift({ records: rest, retries, invocations });
    } else if (policy.bisect && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      pending.unshift(
        { records: rest.slice(0, middle), retries, invocations },
        { records: rest.slice(middle), retries, invocations },
      );
    } else if (policy.maximumRetries !== -1 && retries >= policy.maximumRetries) {
      await giveUp(rest, 'RetryAttemptsExhausted', invocations, ports);
    } else {
      await ports.wait(Math.min(FIRST_DELAY_MS * 2 ** retries, MAX_DELAY_MS));
      pending.unshift({ records: rest, retries: retries + 1, invocations });
    }
  }
}

function isTooOld(createdAt: number, { maximumAge }: StreamBatchPolicy, now: number): boolean {
  return maximumAge !== -1 && now - createdAt > maximumAge;
}

function firstFailure(records: readonly StreamRecord[], failed: readonly string[]): number {
  const index = records.findIndex(({ sequenceNumber }) => failed.includes(sequenceNumber));
  return index === -1 ? records.length : index;
}

async function giveUp(
  records: readonly StreamRecord[],
  condition: DiscardedBatch['condition'],
  invocations: number,
  ports: StreamBatchPorts,
): Promise<void> {
  await ports.discard({ records, condition, invocations });
  const last = records.at(-1);
  if (last !== undefined) ports.checkpoint(last);
}
