import { expect, it } from 'vitest';
import { markVerse } from '../../../../../lambdas/core/article/text/verse.ts';
import { blocksOf, sentence, textOf, textsOf } from '../../../../fakes/story-page.ts';

const LINES = [
  'The ferry goes at half past four,',
  'the ferry comes at seven,',
  'the wind is on the northern shore,',
  'the gulls are up in heaven',
];
const p = (lines: readonly string[]): string => lines.map((text) => `<p>${text}</p>`).join('');
const versesOf = (body: string): string[] => {
  const blocks = blocksOf(body);
  markVerse(blocks);
  return textsOf(blocks.filter(({ isVerse }) => isVerse));
};

it.each<[string, string]>([
  ['lines in an article', `<article>${p(LINES)}</article>`],
  ['lines in the main part', `<main><div>${p(LINES)}</div></main>`],
  ['lines in divisions', `<article>${LINES.map((text) => `<div>${text}</div>`).join('')}</article>`],
  ['lines in items', `<article><ul>${LINES.map((text) => `<li>${text}</li>`).join('')}</ul></article>`],
  ['lines in a box that is called the article’s body', `<div class="entry-content">${p(LINES)}</div>`],
])('%s are verse', (_, body) => {
  expect(versesOf(body)).toEqual(LINES);
});

it.each<[string, string]>([
  ['lines outside of an article', `<div>${p(LINES)}</div>`],
  ['lines beside a paragraph', `<article>${p(LINES)}<p>${sentence(60)}</p></article>`],
  ['three lines', `<article>${p(LINES.slice(0, 3).map((text) => `${text} and again`))}</article>`],
  ['lines of fewer than 100 characters together', `<article>${p(LINES.map((text) => text.slice(0, 24)))}</article>`],
  ['lines in boilerplate', `<article><div class="share">${p(LINES)}</div></article>`],
  ['headings', `<article>${LINES.map((text) => `<h3>${text}</h3>`).join('')}</article>`],
  ['links', `<article>${LINES.map((text) => `<p><a href="/2">${text}</a></p>`).join('')}</article>`],
  ['lines with a link', `<article>${LINES.map((text) => `<p>${text} <a href="/2">go</a></p>`).join('')}</article>`],
])('%s are no verse', (_, body) => {
  expect(versesOf(body)).toEqual([]);
});

it('verse counts as running text of the elements around it', () => {
  const blocks = blocksOf(`<article><div>${p(LINES)}</div></article>`);
  markVerse(blocks);
  const length = LINES.join('').length;
  expect(blocks[0]?.scope.parent).toMatchObject({ runningLength: length });
  expect(blocks[0]?.scope.parent?.parent).toMatchObject({ runningLength: length });
});

it('an article of short lines has a text', () => {
  expect(textOf(`<nav>${p(LINES)}</nav><article><h1>Song</h1>${p(LINES)}</article>`)).toBe(LINES.join('\n'));
});
