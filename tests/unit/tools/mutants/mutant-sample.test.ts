import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EQUAL_MUTANTS } from '../../../../tools/mutants/equal-mutants.ts';
import { filesOf, mutantsOf, root, sampleOf } from '../../../../tools/mutants/mutant-sample.ts';

const MUTANTS = await mutantsOf(['lambdas/core/feed/polling/silence.ts']);

it('a room has the source files in its directory, and none of the rooms within it', () => {
  const files = filesOf('core');
  expect(files).toContain('lambdas/core/hash.ts');
  expect(files.every((file) => file.split('/').length === 3)).toBe(true);
});

it('a sample is the same for the same seed', () => {
  expect(sampleOf(MUTANTS, 1, 5)).toHaveLength(5);
  expect(sampleOf(MUTANTS, 1, 5)).toEqual(sampleOf(MUTANTS.toReversed(), 1, 5));
});

it('a sample is another one for another seed', () => {
  expect(sampleOf(MUTANTS, 1, 5)).not.toEqual(sampleOf(MUTANTS, 2, 5));
});

it('a sample that is larger than the room holds each mutant once', () => {
  const all = sampleOf(MUTANTS, 1, 10_000);
  expect(new Set(all).size).toBe(MUTANTS.length);
});

it('the equal mutants name lines that exist', () => {
  const stale = EQUAL_MUTANTS.filter(({ file, line }) => !readFileSync(join(root, file), 'utf8').includes(line));
  expect(stale).toEqual([]);
});
