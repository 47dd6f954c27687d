import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, shorten } from '../../../lambdas/core/words.ts';

describe('words are counted', () => {
  it.each([
    ['in English', "The ferry isn't back, is it?", 6],
    ['across lines', 'One\ntwo\n\nthree', 3],
    ['with numbers', 'On 23.11.2026 at 8:00', 5],
    ['in Japanese, which has no spaces', '日本語を話します。', 5],
    ['but not punctuation and emoji', '— … ! 🛳️', 0],
    ['in nothing', '', 0],
  ])('%s', (_, text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

describe('a text is shortened', () => {
  it.each([
    ['not when it fits', 'The ferry', 9, 'The ferry'],
    ['at the end of a word', 'The ferry returns', 12, 'The ferry…'],
    ['without the punctuation that would hang there', 'The ferry, returns', 14, 'The ferry…'],
    ['in the middle of a word that is too long', 'Donaudampfschifffahrt', 5, 'Donau…'],
    ['with its white space folded', ' The \n ferry ', 20, 'The ferry'],
    ['not to half a character', 'abc🛳️def', 4, 'abc…'],
    ['to nothing from nothing', ' ', 5, ''],
  ])('%s', (_, text, longest, expected) => {
    expect(shorten(text, longest)).toBe(expected);
  });

  it('to at most the length that was asked for, and the ellipsis, and stays well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const short = shorten(text, longest);
        expect(short.length).toBeLessThanOrEqual(longest + 1);
        expect(short.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});
