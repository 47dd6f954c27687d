import { describe, expect, it } from 'vitest';
import {
  besidePictures,
  isAmongParagraphs,
  isInStructure,
  placesOf,
} from '../../../../../lambdas/core/article/text/place.ts';
import { blocksOf, sentence, textsOf } from '../../../../fakes/story-page.ts';

const RUNNING = `<p>${sentence(60)}</p>`;
/** The places of the blocks that are a single letter. */
const places = (body: string): string[] => {
  const blocks = blocksOf(body);
  const placeOf = placesOf(blocks);
  return blocks.filter(({ text }) => text.length === 1).map((block) => `${block.text}: ${placeOf.get(block)}`);
};

it.each<[string, string, string[]]>([
  [
    'blocks stand at the top, in the lead, in the text and at the end',
    `<p>a</p>${RUNNING}<p>b</p>${RUNNING}<p>c</p>${RUNNING}<p>d</p>`,
    ['a: top', 'b: lead', 'c: text', 'd: end'],
  ],
  ['with one paragraph there is no text between', `<p>a</p>${RUNNING}<p>b</p>`, ['a: top', 'b: end']],
  ['without a paragraph all is at the top', '<p>a</p><p>b</p>', ['a: top', 'b: top']],
  ['a long heading is no paragraph', `<h2>${sentence(60)}</h2><p>a</p>${RUNNING}`, ['a: top']],
  [
    'a long dateline is no paragraph',
    `<p>Published 3 March 2031, 10:45 am; last updated 4 March 2031, 11:30</p><p>a</p>${RUNNING}`,
    ['a: top'],
  ],
  [
    'a long item with a link is no paragraph',
    `${RUNNING}<p>a</p><ul><li>${sentence(80)} <a href="/2">Go</a></li></ul>`,
    ['a: end'],
  ],
  ['a long item without a link is a paragraph', `${RUNNING}<p>a</p><ul><li>${sentence(80)}</li></ul>`, ['a: lead']],
])('%s', (_, body, expected) => {
  expect(places(body)).toEqual(expected);
});

describe('beside a picture', () => {
  const beside = (body: string, isArticle = (text: string) => text !== 'caption'): string[] => {
    const page = blocksOf(body);
    return textsOf(besidePictures(page, new Set(page.filter(({ text }) => isArticle(text)))));
  };

  it.each<[string, string, string[]]>([
    [
      'the block behind a picture and the one before it stand beside it',
      '<p>a</p><p>b</p><img><p>c</p><p>d</p>',
      ['c', 'b'],
    ],
    ['a picture at the beginning has one beside it', '<img><p>a</p><p>b</p>', ['a']],
    ['a picture in a figure counts', '<p>a</p><figure><img></figure><p>b</p>', ['b', 'a']],
    ['a film counts', '<p>a</p><video></video><p>b</p>', ['b', 'a']],
    ['a caption that is left out stands between', '<p>a</p><img><p>caption</p><p>b</p>', ['b', 'a']],
    ['without a picture nothing stands beside one', '<p>a</p><p>b</p>', []],
  ])('%s', (_, body, expected) => {
    expect(beside(body)).toEqual(expected);
  });
});

describe('the article’s structures', () => {
  it.each<[string, string, boolean]>([
    ['an item is part of a structure', '<ul><li>a</li></ul>', true],
    ['a paragraph in an item is part of a structure', '<ul><li><p>a</p></li></ul>', true],
    ['a cell is part of a structure', '<table><tr><td>a</td></tr></table>', true],
    ['a term is part of a structure', '<dl><dt>a</dt></dl>', true],
    ['a term in a box is part of a structure', '<dl><div><dt>a</dt></div></dl>', true],
    ['a quotation is part of a structure', '<blockquote><p>a</p></blockquote>', true],
    ['preformatted text is part of a structure', '<pre>a</pre>', true],
    [
      'a paragraph in four boxes of an item is part of a structure',
      '<ul><li><div><div><div><p>a</p></div></div></div></li></ul>',
      true,
    ],
    [
      'a paragraph far below an item is no part of a structure',
      `<ul><li>${'<div>'.repeat(6)}<p>a</p></li></ul>`,
      false,
    ],
    ['a paragraph is no part of a structure', '<div><p>a</p></div>', false],
  ])('%s', (_, body, expected) => {
    expect(blocksOf(body).map(isInStructure)).toEqual([expected]);
  });

  it.each<[string, string, boolean]>([
    ['a list beside a paragraph stands among the paragraphs', `<div>${RUNNING}<ul><li>a</li></ul></div>`, true],
    ['a list in a box of its own does, too', `<div>${RUNNING}<div><ul><li>a</li></ul></div></div>`, true],
    ['a table in a figure does, too', `<div>${RUNNING}<figure><table><tr><td>a</td></tr></table></figure></div>`, true],
    ['a list in a list belongs to the outer', `<div>${RUNNING}<ul><li>x<ul><li>a</li></ul></li></ul></div>`, true],
    [
      'a list deep in an item of a list belongs to the outer',
      `<div>${RUNNING}<ul><li>x<div><div><div><ul><li>a</li></ul></div></div></div></li></ul></div>`,
      true,
    ],
    ['a list in two boxes stands apart', `<div>${RUNNING}<div><div><ul><li>a</li></ul></div></div></div>`, false],
    [
      'a list behind the paragraphs’ element stands apart',
      `<div><div>${RUNNING}</div><div><ul><li>a</li></ul></div></div>`,
      false,
    ],
    ['a paragraph is no structure', `<div>${RUNNING}<p>a</p></div>`, false],
  ])('%s', (_, body, expected) => {
    const blocks = blocksOf(body);
    const bodies = new Set(blocks.filter(({ length }) => length >= 60).map(({ scope }) => scope.parent));
    const block = blocks.find(({ text }) => text === 'a');
    expect(block && isAmongParagraphs(block, bodies)).toBe(expected);
  });
});
