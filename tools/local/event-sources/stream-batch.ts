import type { BatchResponse } from './batch-response.ts';
import type { StreamRecord } from './stream-record.ts';

/** Wait before the first retry. Each further wait is twice as long. Lambda doesn't publish its delays. */
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
  /** Sends discarded records to the on-failure destination. */
  readonly discard: (batch: DiscardedBatch) => Promise<void>;
  /** Stores that all records up to this record are handled or discarded. */
  readonly checkpoint: (last: StreamRecord) => void;
  readonly now: () => number;
  /** Milliseconds; rejects when the runtime stops. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** A part of a batch that is not handled yet. */
interface BatchPart {
  readonly records: readonly StreamRecord[];
  readonly retries: number;
  readonly invocations: number;
}

/**
 * Handles one batch of a stream to its end by Lambda's rules: in order, retried from the first failure on, split in two
 * if the mapping bisects, and discarded when retries or age run out. A split doesn't count as a retry.
 * Source: AWS, "How Lambda processes records from stream and queue-based event sources" and "Configuring partial batch
 * response with DynamoDB and Lambda".
 */
export async function handleStreamBatch(
  batch: readonly StreamRecord[],
  policy: StreamBatchPolicy,
  ports: StreamBatchPorts,
): Promise<void> {
  const pending: BatchPart[] = [{ records: batch, retries: 0, invocations: 0 }];
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    const expired = expiredRecords(part, policy, ports.now());
    if (expired.length > 0) {
      await discard({ ...part, records: expired }, 'RecordAgeExceeded', ports);
      pending.unshift(...nonEmpty({ ...part, records: part.records.slice(expired.length) }));
    } else {
      pending.unshift(...(await invokePart(part, policy, ports)));
    }
  }
}

/** Invokes the function with one part. Returns the parts that come next, in order: none if all records succeeded. */
async function invokePart(
  part: BatchPart,
  policy: StreamBatchPolicy,
  ports: StreamBatchPorts,
): Promise<readonly BatchPart[]> {
  const response = await ports.invoke(part.records);
  const failedAt = response.kind === 'failed' ? 0 : firstFailure(part.records, response.failed);
  const lastHandled = part.records.slice(0, failedAt).at(-1);
  if (lastHandled !== undefined) ports.checkpoint(lastHandled);
  const rest = { ...part, records: part.records.slice(failedAt), invocations: part.invocations + 1 };
  if (rest.records.length === 0) return [];
  // The report itself has split the batch: the rest starts with the first failed record.
  if (policy.bisect && failedAt > 0) return [rest];
  if (policy.bisect && rest.records.length > 1) return bisect(rest);
  return retryOrDiscard(rest, policy, ports);
}

function bisect(part: BatchPart): readonly BatchPart[] {
  const middle = Math.ceil(part.records.length / 2);
  return [
    { ...part, records: part.records.slice(0, middle) },
    { ...part, records: part.records.slice(middle) },
  ];
}

async function retryOrDiscard(
  part: BatchPart,
  { maximumRetries }: StreamBatchPolicy,
  ports: StreamBatchPorts,
): Promise<readonly BatchPart[]> {
  if (maximumRetries !== -1 && part.retries >= maximumRetries) {
    await discard(part, 'RetryAttemptsExhausted', ports);
    return [];
  }
  await ports.wait(Math.min(FIRST_DELAY_MS * 2 ** part.retries, MAX_DELAY_MS));
  return [{ ...part, retries: part.retries + 1 }];
}

/** The records before the first record that is young enough. */
function expiredRecords(
  { records }: BatchPart,
  { maximumAge }: StreamBatchPolicy,
  now: number,
): readonly StreamRecord[] {
  const firstYoung = records.findIndex(({ createdAt }) => maximumAge === -1 || now - createdAt <= maximumAge);
  return firstYoung === -1 ? records : records.slice(0, firstYoung);
}

function firstFailure(records: readonly StreamRecord[], failed: readonly string[]): number {
  const index = records.findIndex(({ sequenceNumber }) => failed.includes(sequenceNumber));
  return index === -1 ? records.length : index;
}

const nonEmpty = (part: BatchPart): readonly BatchPart[] => (part.records.length > 0 ? [part] : []);

async function discard(
  { records, invocations }: BatchPart,
  condition: DiscardedBatch['condition'],
  ports: StreamBatchPorts,
): Promise<void> {
  await ports.discard({ records, condition, invocations });
  const last = records.at(-1);
  if (last !== undefined) ports.checkpoint(last);
}
