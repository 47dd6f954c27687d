/** How texts are sketched and sketches compared, number by number. near-duplicate.test.ts shows what comes of it for stories. */
import { describe, expect, it } from 'vitest';
import {
  encodeSketch,
  isNear,
  likeness,
  sketchOf,
  type TextSketch,
} from '../../../../../lambdas/core/article/identity/near-duplicate.ts';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const runsIn = (text: string): number | undefined => sketchOf(text)?.sketch.runs.length;
const numbersIn = (text: string): number | undefined => sketchOf(`${text} ${words(30)}`)?.sketch.numbers.length;

describe('the runs of a text', () => {
  it.each<[string, string, number | undefined]>([
    ['22 words have 20 runs of three', words(22), 20],
    ['21 words have too few runs', words(21), undefined],
    ['a run that comes twice counts once', `${words(30)} ${words(30)}`, 30],
    ['a sketch has 128 runs at most', words(200), 128],
    ['a text of 130 words has all of its runs in the sketch', words(130), 128],
    ['characters beyond the first 300,000 are not read', `${'. '.repeat(150_000)}${words(30)}`, undefined],
    ['characters up to the 300,000th are read', `${'. '.repeat(149_000)}${words(30)}`, 28],
  ])('%s', (_, text, expected) => {
    expect(runsIn(text)).toBe(expected);
  });

  it('are sorted by their hashes', () => {
    const sketched = sketchOf(words(200));
    const runs = [...(sketched?.sketch.runs ?? [])];
    expect(runs).toEqual(runs.toSorted((a, b) => a - b));
  });
});

describe('the numbers of a text', () => {
  // The thirty words that make each text long enough have a number each: word0, word1 …
  const OWN = 30;
  it.each<[string, string, number]>([
    ['a number counts once, however often it comes', '5 5 5', OWN + 1],
    ['a number with a decimal point is one', '2.5', OWN + 1],
    ['a number with a comma is one', '1,150', OWN + 1],
    ['a time of day is one number', '06:15', OWN + 1],
    ['numbers in digits of another script count', '٣', OWN + 1],
    ['two numbers with a blank between them are two', '2 5', OWN + 2],
    ['a word without a digit is no number', 'ferry', OWN],
    ['a sketch has 32 numbers at most', '1 2 3 4 5', 32],
  ])('%s', (_, text, expected) => {
    expect(numbersIn(text)).toBe(expected);
  });
});

it('a text has the sketch that it had when older sketches were stored', () => {
  const text = Array.from({ length: 30 }, (_, index) => (index % 4 === 0 ? `${index}.5` : `Wörd${index}`)).join(' ');
  const sketched = sketchOf(text);
  if (sketched === undefined) throw new Error('too short to be sketched');
  expect(Buffer.from(encodeSketch(sketched.sketch)).toString('hex', 0, 20)).toBe(
    '1c824c81063bbdb71b19efda2a9039b92cd307c9',
  );
});

describe('the likeness of two sketches', () => {
  const range = (from: number, count: number): Uint32Array =>
    Uint32Array.from({ length: count }, (_, index) => from + index);
  const sketch = (runs: Uint32Array, numbers = range(0, 0)): TextSketch => ({ runs, numbers });

  it.each<[string, Uint32Array, Uint32Array, number, number]>([
    ['equal sketches are in each other', range(0, 20), range(0, 20), 1, 1],
    ['a shorter text is in the longer, the longer only in part', range(0, 20), range(0, 40), 1, 0.5],
    ['texts that share half are in each other by half', range(0, 20), range(10, 20), 0.5, 0.5],
    ['four shared runs are enough', range(0, 20), range(16, 20), 0.2, 0.2],
    ['three shared runs prove nothing', range(0, 20), range(17, 20), 0, 0],
    ['a full sample is compared up to its largest hash', range(0, 128), range(64, 100), 1, 0.5],
    [
      'two full samples are compared up to the smaller of their largest hashes',
      range(0, 128),
      range(100, 128),
      1,
      28 / 128,
    ],
    ['a sample of 127 is complete', range(0, 127), range(100, 128), 27 / 127, 27 / 128],
  ])('%s', (_, first, second, containment, coverage) => {
    expect(likeness(sketch(first), sketch(second))).toMatchObject({ containment, coverage });
    expect(likeness(sketch(second), sketch(first))).toMatchObject({ containment, coverage });
  });

  it.each<[string, Uint32Array, Uint32Array, boolean]>([
    ['equal numbers agree', range(0, 4), range(0, 4), true],
    ['numbers of which half are shared agree', range(0, 4), range(2, 4), true],
    ['numbers of which less than half are shared disagree', range(0, 4), range(3, 4), false],
    ['three numbers are too few to disagree', range(0, 3), range(10, 4), true],
    ['four numbers are enough to disagree', range(0, 4), range(10, 4), false],
    ['the share is that of the text with fewer numbers', range(0, 4), range(2, 20), true],
    ['a full sample of numbers is compared up to its largest hash', range(0, 32), range(16, 30), true],
    ['numbers beyond a full sample are not compared', range(0, 32), range(30, 20), true],
  ])('%s', (_, first, second, numbersAgree) => {
    expect(likeness(sketch(range(0, 20), first), sketch(range(0, 20), second))).toMatchObject({ numbersAgree });
  });

  it.each<[string, number, boolean, boolean]>([
    ['texts that share half are near', 0.5, true, true],
    ['texts that share less than half are not near', 0.49, true, false],
    ['texts with other figures are not near', 1, false, false],
  ])('%s', (_, containment, numbersAgree, expected) => {
    expect(isNear({ containment, coverage: 0, numbersAgree })).toBe(expected);
  });
});
