import { describe, expect, it } from 'vitest';
import { batches, MAX_BYTES } from '../../../../lambdas/adapters/sqs/sqs-batches.ts';

const pack = (bodies: readonly string[]): number[][] => {
  const entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  return [...batches(entries)].map((batch) => batch.map(({ Id }) => Number(Id)));
};
const half = 'x'.repeat(MAX_BYTES / 2);

describe('messages are packed', () => {
  it.each([
    ['nothing into nothing', [], []],
    ['one alone', ['a'], [[0]]],
    ['ten together', Array<string>(10).fill('a'), [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]],
    ['the eleventh into the next batch', Array<string>(11).fill('a'), [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [10]]],
    ['up to exactly 1 MiB together', [half, half], [[0, 1]]],
    ['one byte over 1 MiB apart', [half, `${half}x`], [[0], [1]]],
    ['by bytes, not by characters', ['ö'.repeat(MAX_BYTES / 4), half, 'x'], [[0, 1], [2]]],
    ['the largest one alone', ['a', 'x'.repeat(MAX_BYTES), 'b'], [[0], [1], [2]]],
    ['one that is too large by itself, for SQS to refuse', ['x'.repeat(MAX_BYTES + 1)], [[0]]],
    ['in their order, without looking for a better fit', [half, `${half}x`, 'a'], [[0], [1, 2]]],
  ])('%s', (_, bodies, expected) => {
    expect(pack(bodies)).toEqual(expected);
  });
});
