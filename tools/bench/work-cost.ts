import type { Count } from '../cost/counting-proxy.ts';
import type { BenchStack } from './bench-stack.ts';
import type { BundledFunction } from './bundled-function.ts';

/** What a function needed for so many pieces of work of one kind. */
export interface WorkCost {
  /** What a piece is: `unchanged, answered with 304`. */
  readonly name: string;
  readonly pieces: number;
  readonly seconds: number;
  readonly cpuMs: number;
  /** Bytes of the function's log. */
  readonly logBytes: number;
  readonly dynamodb: Count;
  readonly sqs: Count;
  readonly s3: Count;
}

/** Invokes a function with these messages, and counts. */
export async function costOf(
  name: string,
  bodies: readonly string[],
  worker: BundledFunction,
  { dynamodb, sqs, s3 }: BenchStack,
): Promise<WorkCost> {
  for (const proxy of [dynamodb, sqs, s3]) proxy.take();
  const run = await worker.invokeAll(bodies);
  return { name, pieces: bodies.length, ...run, dynamodb: dynamodb.take(), sqs: sqs.take(), s3: s3.take() };
}
