import { expect, it } from 'vitest';
import { ContentionError } from '../../../lambdas/core/errors.ts';
import type { IngestOutcome } from '../../../lambdas/ingest-item/outcome.ts';
import { fullJitter, noPause, retryOnContention } from '../../../lambdas/ingest-item/retry-on-contention.ts';

const published: IngestOutcome = { outcome: 'published', articleId: 'article-1' };

/** An attempt that loses so many races before it succeeds. */
function losing(races: number) {
  let attempts = 0;
  return { attempt: async () => (++attempts > races ? published : 'lost-race'), attempts: () => attempts };
}

it.each([
  ['an attempt that no other writer beats is made once', 0],
  ['an attempt that loses three races is made four times', 3],
])('%s', async (_, races) => {
  const { attempt, attempts } = losing(races);
  expect(await retryOnContention('an item', attempt, noPause)).toEqual(published);
  expect(attempts()).toBe(races + 1);
});

it('an attempt that loses four races is given up with an error that names its subject', async () => {
  const { attempt, attempts } = losing(4);
  const outcome = retryOnContention('an item of a feed', attempt, noPause);
  await expect(outcome).rejects.toThrow(ContentionError);
  await expect(outcome).rejects.toThrow('Other writers were quicker 4 times at an item of a feed.');
  expect(attempts()).toBe(4);
});

it('an attempt waits after each lost race, and not before the first attempt', async () => {
  const waits: number[] = [];
  await retryOnContention('an item', losing(3).attempt, async (lostRaces) => void waits.push(lostRaces));
  expect(waits).toEqual([1, 2, 3]);
});

it.each([
  ['a pause takes any part of 100 ms after the first lost race', 1, 0.5, 50],
  ['a pause takes any part of twice as long after each further lost race', 3, 0.25, 100],
  ['a pause may take no time', 2, 0, 0],
])('%s', async (_, lostRaces, random, expected) => {
  const slept: number[] = [];
  await fullJitter(
    () => random,
    async (ms) => slept.push(ms),
  )(lostRaces);
  expect(slept).toEqual([expected]);
});
