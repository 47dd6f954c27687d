import { describe, expect, it } from 'vitest';
import { batches, MAX_BYTES } from '../../../../lambdas/adapters/sqs/sqs-batches.ts';

const pack = (bodies: readonly string[]): number[][] => {
  const entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  return [...batches(entries)].map((batch) => batch.map(({ Id }) => Number(Id)));
};
const half = 'x'.repeat(MAX_BYTES / 2);

describe('batches of messages', () => {
  it.each([
    ['no messages give no batch', [], []],
    ['one message is one batch', ['a'], [[0]]],
    ['ten messages are one batch', Array<string>(10).fill('a'), [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]],
    ['the eleventh message begins the next batch', Array<string>(11).fill('a'), [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [10]]],
    ['messages of exactly 1 MiB are one batch', [half, half], [[0, 1]]],
    ['messages of 1 MiB and one byte are two batches', [half, `${half}x`], [[0], [1]]],
    ['the size counts bytes, not characters', ['ö'.repeat(MAX_BYTES / 4), half, 'x'], [[0, 1], [2]]],
    ['a message of 1 MiB is alone in its batch', ['a', 'x'.repeat(MAX_BYTES), 'b'], [[0], [1], [2]]],
    ['a message that exceeds 1 MiB is sent, so that SQS refuses it', ['x'.repeat(MAX_BYTES + 1)], [[0]]],
    ['messages keep their order, even if another order gave fewer batches', [half, `${half}x`, 'a'], [[0], [1, 2]]],
  ])('%s', (_, bodies, expected) => {
    expect(pack(bodies)).toEqual(expected);
  });
});
