import { expect, it } from 'vitest';
import { elementsWithin } from '../../../../../lambdas/core/article/page/elements-within.ts';
import { parseFragment } from '../../../../../lambdas/core/article/page/page-document.ts';

const namesWithin = (html: string): string[] => {
  const root = parseFragment(`<div>${html}</div><i>outside</i>`).body.firstElementChild;
  if (root === null) throw new Error('no root');
  return [...elementsWithin(root)].map(({ localName }) => localName);
};

it.each<[string, string, string[]]>([
  ['an empty element has no elements within', '', []],
  ['text is no element', 'text', []],
  [
    'elements come in their order, the outer before the inner',
    '<p>a<b>b</b></p><ul><li>c</li></ul>',
    ['p', 'b', 'ul', 'li'],
  ],
  ['an element without content is followed by its sibling', '<br><img>', ['br', 'img']],
  ['the way up from a deep element ends at the root', '<p><b><i>a</i></b></p>', ['p', 'b', 'i']],
])('%s', (_, html, expected) => {
  expect(namesWithin(html)).toEqual(expected);
});

it('of a large subtree only the first hundred nodes are visited', () => {
  expect(namesWithin('<br>'.repeat(100))).toHaveLength(100);
  expect(namesWithin('<br>'.repeat(101))).toHaveLength(100);
  expect(namesWithin('<b>x</b>'.repeat(101))).toHaveLength(50);
});

it('elements behind the parent of the root are not within', () => {
  const [root] = parseFragment('<section><div><b>a</b></div></section><i>outside</i>').body.querySelectorAll('div');
  expect(root && [...elementsWithin(root)].map(({ localName }) => localName)).toEqual(['b']);
});
