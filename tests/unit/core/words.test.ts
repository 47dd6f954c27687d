import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, cut, shorten, soundText, wordsOf } from '../../../lambdas/core/words.ts';

describe('countWords', () => {
  it.each([
    ['an English sentence has as many words as a reader counts', "The ferry isn't back, is it?", 6],
    ['words are counted across lines', 'One\ntwo\n\nthree', 3],
    ['numbers count as words', 'On 23.11.2026 at 8:00', 5],
    ['Japanese words count although no spaces separate them', '日本語を話します。', 5],
    ['punctuation and emoji are no words', '— … ! 🛳️', 0],
    ['an empty text has no words', '', 0],
  ])('%s', (_, text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

it('the words of a text are its words in lower case, without punctuation', () => {
  expect(wordsOf('The FERRY, and Øya — isn’t it?')).toEqual(['the', 'ferry', 'and', 'øya', "isn't", 'it']);
});

describe('shorten', () => {
  it.each([
    ['a text that fits is not shortened', 'The ferry', 9, 'The ferry'],
    ['a long text ends at the end of a word', 'The ferry returns', 12, 'The ferry…'],
    ['a shortened text ends without the punctuation before the cut', 'The ferry, returns', 14, 'The ferry…'],
    ['a shortened text keeps the emoji before the cut', '🛳 The ferry returns', 14, '🛳 The ferry…'],
    [
      'a shortened text ends within a word if its last space is not in its second half',
      'abcde fghijkl',
      10,
      'abcde fghi…',
    ],
    ['a word that is too long ends in its middle', 'Donaudampfschifffahrt', 5, 'Donau…'],
    ['white space becomes single spaces', ' The \n ferry ', 20, 'The ferry'],
    ['a shortened text never ends with half a character', 'abc🛳️def', 4, 'abc…'],
    ['a text of white space becomes empty', ' ', 5, ''],
  ])('%s', (_, text, longest, expected) => {
    expect(shorten(text, longest)).toBe(expected);
  });

  it('a shortened text is well-formed and at most as long as requested, apart from the ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const short = shorten(text, longest);
        expect(short.length).toBeLessThanOrEqual(longest + 1);
        expect(short.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});

describe('cut', () => {
  it.each([
    ['a text that fits stays', 'The ferry', 9, 'The ferry'],
    ['a longer text ends where it is cut', 'The ferry', 5, 'The f'],
    ['a text that is cut never ends with half a character', 'ab🛳', 3, 'ab'],
    ['half a character at the end of a text that fits stays', 'ab\ud83d', 3, 'ab\ud83d'],
  ])('%s', (_, text, longest, expected) => {
    expect(cut(text, longest)).toBe(expected);
  });
});

describe('soundText', () => {
  it.each([
    ['usual text stays', 'Der Bürgermeister sagt 🛳️', 'Der Bürgermeister sagt 🛳️'],
    ['half a character is replaced', 'a\ud800b', 'a\ufffdb'],
    ['30 combining marks in a row stay', `a${'\u0301'.repeat(30)}b`, `a${'\u0301'.repeat(30)}b`],
    ['more combining marks in a row are cut', `a${'\u0301'.repeat(31)}b`, `a${'\u0301'.repeat(30)}b`],
    ['marks beyond U+FFFF are cut whole', `a${'\u{1d165}'.repeat(40)}`, `a${'\u{1d165}'.repeat(30)}`],
  ])('%s', (_, text, expected) => {
    expect(soundText(text)).toBe(expected);
  });

  it('a sound text of a million combining marks is normalised in linear time', () => {
    expect(soundText('a\u0301\u0316'.concat('\u0301\u0316'.repeat(500_000))).normalize('NFC').length).toBeLessThan(40);
  });
});
