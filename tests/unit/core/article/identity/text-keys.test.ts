import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../../../../lambdas/core/article/identity/near-duplicate.ts';
import { textKeys } from '../../../../../lambdas/core/article/identity/text-keys.ts';
import { hashOfWord } from '../../../../../lambdas/core/article/identity/word-hash.ts';
import { contentId } from '../../../../../lambdas/core/hash.ts';

const keysOf = (words: readonly string[]) => textKeys(words, words.map(hashOfWord));
const words = (count: number, name = 'lantern'): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const shared = (one: readonly string[], other: readonly string[]): number =>
  keysOf(one).filter((key) => keysOf(other).includes(key)).length;

describe('the run of words behind a key', () => {
  it.each<[string, string, string]>([
    ['is three words if they have twenty letters', 'harbour council meeting', 'harbour council meeting'],
    [
      'is as many short words as have twenty letters',
      'in the year that was to be so far',
      'in the year that was to be',
    ],
    [
      'is three words if two have twenty letters',
      'electrification authorities said',
      'electrification authorities said',
    ],
    ['counts a Chinese sign as three letters', '岛 上 的 渡 轮 在 船 坞', '岛 上 的 渡 轮 在 船'],
    ['counts a Korean syllable as three letters', '섬을 오가는 배가 다시 떴다', '섬을 오가는 배가'],
    [
      'counts a Thai letter as one letter',
      [...'เรอขามฟากกลบมาใหบรการ'].join(' '),
      [...'เรอขามฟากกลบมาใหบรกา'].join(' '),
    ],
  ])('%s', (_, text, run) => {
    const first = text.split(' ');
    expect(keysOf([...first, ...words(1, 'x')])).toContain(contentId(...run.split(' ')));
  });

  it('is no end of a text that has fewer letters', () => {
    expect(keysOf(['so', 'it', 'was'])).toEqual([]);
    expect(keysOf(words(3))).toHaveLength(1);
  });
});

describe('the keys of a text', () => {
  it('are ten different ones', () => {
    expect(new Set(keysOf(words(200))).size).toBe(10);
    expect(keysOf([...words(40), ...words(40)])).toHaveLength(10);
  });

  it('come as often from its first third as from the whole, so that a text cut to its first third has most of the first six', () => {
    const texts = Array.from({ length: 50 }, (_, text) => words(300, `story${text}word`));
    const kept = texts.map((text) => shared(text, text.slice(0, 100)));
    expect(Math.min(...kept)).toBeGreaterThanOrEqual(3);
  });

  it('are mostly those of the text with another beginning', () => {
    const text = words(300);
    expect(shared(text, [...words(30, 'lead'), ...text.slice(20)])).toBeGreaterThanOrEqual(5);
  });

  it('are of any text that has a sketch: a table of single figures', () => {
    const table = Array.from({ length: 40 }, (_, index) => (index * index * 7) % 10).join(' ');
    expect(sketchOf(table)?.keys.length ?? 1).toBeGreaterThan(0);
  });
});

it('the keys that an earlier version claimed are the ten smallest runs of three words', () => {
  const text = Array.from({ length: 30 }, (_, index) => (index % 4 === 0 ? `${index}.5` : `Wörd${index}`)).join(' ');
  const { retiredKeys = [] } = sketchOf(text) ?? {};
  expect(retiredKeys).toHaveLength(10);
  expect(retiredKeys.slice(0, 2)).toEqual(['56db21ffdb6be7c02adbfc731ed1d9dd', 'd4043610770d1f73cd18c6efda7b1803']);
});
