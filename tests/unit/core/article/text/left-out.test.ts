import { expect, it } from 'vitest';
import { parsePage } from '../../../../../lambdas/core/article/page/page-document.ts';
import type { Step } from '../../../../../lambdas/core/article/text/left-out.ts';
import { mainPart } from '../../../../../lambdas/core/article/text/main-text.ts';
import { ONE, OTHER, STORY, TWO } from '../../../../fakes/story-page.ts';

const TITLE = 'The ferry is back';
/** The notes of a page, by the text of each block that was left out. */
const notesOf = (body: string, description = ''): Record<string, [Step, string]> => {
  const notes: Record<string, [Step, string]> = {};
  mainPart(
    parsePage(Buffer.from(`<html><body>${body}</body></html>`), 'text/html'),
    { title: TITLE, description, authors: ['Ada Keeler'] },
    (block, step, reason) => {
      notes[block.text] = [step, reason];
    },
  );
  return notes;
};
const entries = [1, 2, 3].map((n) => `<h3><a href="/${n}">Boats, part ${n}</a></h3><p>${OTHER}</p>`).join('');

it.each<[string, string, string, [Step, string]]>([
  [
    'in an element of boilerplate',
    `<article>${STORY}<aside>Weather</aside></article>`,
    'Weather',
    ['boilerplate', 'in <aside>: its name is “aside”'],
  ],
  [
    'in a class of boilerplate',
    `<article>${STORY}<div class="share-box"><p>Tell</p></div></article>`,
    'Tell',
    ['boilerplate', 'in <div>: “share” is in its class or id'],
  ],
  [
    'in a role of boilerplate',
    `<article>${STORY}<div role="search">Find</div></article>`,
    'Find',
    ['boilerplate', 'in <div>: its role is “search”'],
  ],
  [
    'in a hidden element',
    `<article>${STORY}<p hidden>Copy</p></article>`,
    'Copy',
    ['boilerplate', 'in <p>: it is hidden'],
  ],
  [
    'in an element that some screens hide',
    `<article>${STORY}<p class="hidden md:block">Copy</p></article>`,
    'Copy',
    ['boilerplate', 'in <p>: it is hidden on some screens'],
  ],
  [
    'in another article',
    `<main><article><h1>${TITLE}</h1>${STORY}</article><article><h1>Mill</h1><p>${OTHER}</p></article></main>`,
    OTHER,
    ['boilerplate', 'in another article of the page'],
  ],
  [
    'outside the article',
    `<div>Town</div><article>${STORY}</article>`,
    'Town',
    ['container', 'outside the element that holds the article'],
  ],
  [
    'as the label of a link',
    `<article>${STORY}<p>More</p><p><a href="/2">Mill</a></p><p>${OTHER}</p></article>`,
    'More',
    ['list', 'the label of a link'],
  ],
  [
    'in a list of other articles',
    `<article>${STORY}<h2>Boats</h2>${entries}</article>`,
    'Boats, part 2',
    ['list', 'in a list of other articles below the article'],
  ],
  ['as the headline', `<article><h1>${TITLE}</h1>${STORY}</article>`, TITLE, ['filter', 'the page’s headline']],
  [
    'as a link',
    `<article><p>${OTHER}</p><p><a href="/2">Mill</a></p>${STORY}</article>`,
    'Mill',
    ['filter', 'a link to another page'],
  ],
  [
    'as a labelled link',
    `<article><p>${OTHER}</p><p>Also: <a href="/2">Mill burns down</a></p>${STORY}</article>`,
    'Also: Mill burns down',
    ['filter', 'a label with a link'],
  ],
  [
    'as a date',
    `<article><p>3 March 2031, 10:45</p>${STORY}</article>`,
    '3 March 2031, 10:45',
    ['filter', 'a date by the headline or at the end'],
  ],
  [
    'as a reading time',
    `<article><p>3 min read</p>${STORY}</article>`,
    '3 min read',
    ['filter', 'a reading time by the headline or at the end'],
  ],
  [
    'as a byline',
    `<article><p>By Ada Keeler</p>${STORY}</article>`,
    'By Ada Keeler',
    ['filter', 'a byline by the headline or at the end'],
  ],
  [
    'as a credit',
    `<article>${STORY}<p>Photo: Harbour Post</p></article>`,
    'Photo: Harbour Post',
    ['filter', 'a picture’s credit'],
  ],
  [
    'as the label of an advertisement',
    `<article><p>${OTHER}</p><p>Anzeige</p>${STORY}</article>`,
    'Anzeige',
    ['filter', 'the label of an advertisement'],
  ],
  [
    'behind the text',
    `<article>${STORY}<p>Ferries</p></article>`,
    'Ferries',
    ['end', 'behind the last sentence, list or table'],
  ],
  [
    'as a sign-off',
    `<article>${STORY}<p>Additional reporting by Bea Mole.</p></article>`,
    'Additional reporting by Bea Mole.',
    ['end', 'signs the article off'],
  ],
])('a block %s is noted with the step and the reason', (_, body, text, expected) => {
  expect(notesOf(body)[text]).toEqual(expected);
});

it('a standfirst that is the description is noted', () => {
  const page = `<article><p class="standfirst">${ONE}</p><p>${TWO}</p><p>${OTHER}</p></article>`;
  expect(notesOf(page, ONE)[ONE]).toEqual(['standfirst', 'repeats the page’s description']);
});

it('blocks of the text are not noted', () => {
  expect(notesOf(`<article>${STORY}</article>`)).toEqual({});
});
