import { expect, it } from 'vitest';
import { parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';
import { textWithin } from '../../../../../lambdas/core/article/page/text-within.ts';

const read = (html: string, maxCharacters = 100): string | undefined => {
  const root = parseFragment(`<div>${html}</div><i>outside</i>`).body.firstElementChild;
  if (root === null) throw new Error('no root');
  return textWithin(root, maxCharacters);
};

it.each<[string, string, string]>([
  ['an empty element has an empty text', '', ''],
  ['white space is folded', '  By \n Ada\t Quay  ', 'By Ada Quay'],
  ['a blank is put between elements', '<b>Ada</b><b>Quay</b>', 'Ada Quay'],
  ['a blank is put for a line break', 'Ada<br>Quay', 'Ada Quay'],
  ['an entity within a word makes no blank', 'Caf&eacute;s', 'Cafés'],
  ['a text behind an element’s end is read', '<b>By <i>Ada</i></b>, Harbour', 'By Ada , Harbour'],
])('%s', (_, html, expected) => {
  expect(read(html)).toBe(expected);
});

it.each<[string, string, number, string | undefined]>([
  ['a text of just the allowed length is read', '<b>Ada</b> <b>Quay</b>', 7, 'Ada Quay'],
  ['a text of one character more is too long', '<b>Ada</b> <b>Quays</b>', 7, undefined],
  ['white space around a text does not count', '   Ada   ', 3, 'Ada'],
  ['150 nodes are read', '<br>'.repeat(149), 10, ''],
  ['more than 150 nodes are too many', '<br>'.repeat(150), 10, undefined],
])('%s', (_, html, maxCharacters, expected) => {
  expect(read(html, maxCharacters)).toBe(expected);
});
