import { expect, it } from 'vitest';
import { fragmentText, plainMainText } from '../../../../../lambdas/core/article/text/fragment-text.ts';
import { BASE } from '../../../../fakes/story-page.ts';

it.each<[string, string, string, string]>([
  ['all text of a fragment counts, however short', '<p>a</p><ul><li>b</ul>', 'a\nb', '<p>a</p><ul><li>b</li></ul>'],
  [
    'a fragment’s links are resolved',
    '<a href="/2">a</a> b',
    'a b',
    '<p><a href="https://harbour.example/2">a</a> b</p>',
  ],
  ['an empty fragment has no text', '', '', ''],
  ['a fragment that breaks the parser has no text', `<p class="${'a '.repeat(900_000)}">x`, '', ''],
])('%s', (_, fragment, text, html) => {
  expect(fragmentText(fragment, BASE)).toEqual({ text, html });
});

it.each<[string, string, string]>([
  ['a line becomes a paragraph', 'a\nb', '<p>a</p><p>b</p>'],
  ['an empty line becomes none', 'a\n \n\nb', '<p>a</p><p>b</p>'],
  ['signs of HTML are escaped', 'a < b', '<p>a &lt; b</p>'],
])('%s', (_, text, html) => {
  expect(plainMainText(text)).toEqual({ text, html });
});

it.each<[string, string]>([
  ['links', '<a href=b>x'],
  ['divisions', '<div>x'],
  ['lists', '<ul><li>x'],
  ['tables', '<table><tr><td>x'],
  ['emphasis', '<b><i>x'],
])('30,000 nested %s are read in linear time, and keep their words', (_, open) => {
  const { text } = fragmentText(open.repeat(15_000), BASE);
  expect(text.replaceAll('\n', '')).toBe('x'.repeat(15_000));
});

it('a text of 100,000 combining marks in a row keeps thirty of them', () => {
  expect(fragmentText(`<p>a${'\u0301'.repeat(100_000)}</p>`, BASE).text).toBe(`a${'\u0301'.repeat(30)}`);
  expect(plainMainText(`a${'\u0301'.repeat(100_000)}`).text).toBe(`a${'\u0301'.repeat(30)}`);
});
