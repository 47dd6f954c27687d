import { expect, it } from 'vitest';
import { mainContainer } from '../../../../../lambdas/core/article/text/main-container.ts';
import { blocksOf, sentence } from '../../../../fakes/story-page.ts';

const p = (length: number): string => `<p>${sentence(length)}</p>`;
/** The id of the element that holds the article. */
const containerIn = (body: string): string | undefined => {
  const container = mainContainer(blocksOf(`<div id="page">${body}<p>menu</p></div>`));
  return container && ((container.scope.node as Element).id || container.scope.node.nodeName);
};

it.each<[string, string, string | undefined]>([
  ['a page without running text has no container', '<p>menu</p>', undefined],
  [
    'a page with running text in boilerplate only has no container',
    `<div class="photo"><img>${sentence(100)}</div>`,
    undefined,
  ],
  ['the smallest of nested elements is the container', `<div id="a"><div id="b">${p(75)}${p(75)}</div></div>`, 'b'],
  ['an element with just 75 % is the container', `<div id="a">${p(150)}${p(150)}</div>${p(100)}`, 'a'],
  ['an element with less than 75 % is not the container', `<div id="a">${p(150)}${p(149)}</div>${p(100)}`, 'page'],
  ['a single paragraph is no container', `<div id="a">${p(300)}${p(60)}</div>`, 'a'],
  ['a single block that is no paragraph is one', `<div id="a"><div id="b">${sentence(300)}</div>${p(60)}</div>`, 'b'],
  ['of two children the longer is followed', `<div id="a">${p(60)}</div><div id="b">${p(150)}${p(150)}</div>`, 'b'],
  ['boilerplate doesn’t count', `<div id="a">${p(75)}${p(75)}</div><aside>${p(400)}</aside>`, 'a'],
  ['short lines don’t count', `<div id="a">${p(75)}${p(75)}</div><div>${'<p>short line</p>'.repeat(100)}</div>`, 'a'],
  [
    'an element marked as the article is believed above 40 %',
    `<article id="a">${p(201)}${p(202)}</article>${p(300)}${p(300)}`,
    'a',
  ],
  [
    'an element marked as the article is not believed at 40 %',
    `<article id="a">${p(200)}${p(200)}</article>${p(300)}${p(300)}`,
    'page',
  ],
  [
    'of several marked elements the longest counts',
    `<article id="a">${p(60)}</article><article id="b">${p(150)}${p(150)}</article>${p(100)}${p(100)}`,
    'b',
  ],
  [
    'of two marked elements of the same length the first counts',
    `<article id="a">${p(75)}${p(75)}</article><article id="b">${p(75)}${p(75)}</article>`,
    'a',
  ],
  [
    'of a marked element and one within the smaller counts',
    `<main id="a"><article id="b">${p(75)}${p(75)}</article></main>${p(100)}`,
    'b',
  ],
])('%s', (_, body, expected) => {
  expect(containerIn(body)).toBe(expected);
});

it('a container tells which blocks lie in boilerplate', () => {
  const blocks = blocksOf(`<div>${p(100)}<aside>${p(80)}</aside>${p(100)}</div>`);
  const container = mainContainer(blocks);
  expect(container && blocks.map(container.isBoilerplateBlock)).toEqual([false, true, false]);
});
