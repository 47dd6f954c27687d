import { expect, it } from 'vitest';
import { pagePlainText } from '../../../../../lambdas/core/article/page/page-plain-text.ts';

it.each<[string, string | undefined, string | undefined]>([
  ['a missing value stays missing', undefined, undefined],
  ['an empty value is missing', '', undefined],
  ['white space only is missing', ' \n\u200B\uFEFF ', undefined],
  ['white space is folded and cut at both ends', '  Ferry\n\t returns ', 'Ferry returns'],
  ['invisible spaces are white space', 'Ferry\u200B\uFEFFreturns', 'Ferry returns'],
  ['a named entity is decoded', 'Post &amp; Bread', 'Post & Bread'],
  ['a short named entity is decoded', '1 &lt; 2', '1 < 2'],
  ['a numeric entity is decoded', 'Caf&#233;', 'Café'],
  ['a hexadecimal entity is decoded', 'Caf&#xE9;', 'Café'],
  ['a tag is left out', 'The <b>ferry</b>', 'The ferry'],
  ['a tag in capitals is left out', 'The <B>ferry', 'The ferry'],
  ['an end tag is left out', 'The ferry</p>', 'The ferry'],
  ['a sign “less than” before a number stays', '1 <2', '1 <2'],
  ['an ampersand without an entity stays', 'Post & Bread; Ferries', 'Post & Bread; Ferries'],
  ['half a character becomes a replacement character', 'Ferry \uD83D', 'Ferry \uFFFD'],
  ['more than thirty combining marks in a row are left out', `a${'\u0301'.repeat(5_000)}`, `a${'\u0301'.repeat(30)}`],
])('%s', (_, raw, expected) => {
  expect(pagePlainText(raw)).toBe(expected);
});

it('the first 5,000 characters of a value are read', () => {
  expect(pagePlainText('a'.repeat(6_000))).toBe('a'.repeat(5_000));
});
