import { expect, it } from 'vitest';
import { isSpelledAlike } from '../../../../../lambdas/core/article/identity/spelled-alike.ts';

it.each<[string, string, string, boolean]>([
  ['a doubled letter', 'zelensky', 'zelenskyy', true],
  ['another vowel', 'mohammed', 'muhammad', true],
  ['a letter of the same sound', 'gaddafi', 'qaddafi', true],
  ['two letters in the middle', 'kharkiv', 'kharkov', true],
  ['an accent', 'erdoğan', 'erdogan', true],
  ['a long vowel in Arabic', 'براكووتر', 'براكواتر', true],
  ['a vowel sign in Hindi', 'नीलगढ', 'निलगढ', true],
])('%s makes another spelling: %s, %s', (_, one, other, expected) => {
  expect(isSpelledAlike(one, other)).toBe(expected);
  expect(isSpelledAlike(other, one)).toBe(expected);
});

it.each<[string, string, string]>([
  ['towns that end alike', 'northport', 'southport'],
  ['other towns', 'saltmarsh', 'highbeck'],
  ['persons with names that rhyme', 'रामू घाटवाल', 'श्यामू खेतवाल'],
  ['one Chinese character', '城南', '城北'],
  ['other Chinese towns', '青石镇', '白云县'],
])('%s are no spellings of one name', (_, one, other) => {
  expect(isSpelledAlike(one, other)).toBe(false);
});
