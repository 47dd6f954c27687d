import { expect, it } from 'vitest';
import { withStandfirst } from '../../../../../lambdas/core/article/text/standfirst.ts';
import { blocksOf, sentence, textsOf } from '../../../../fakes/story-page.ts';

const H1 = '<h1>The ferry is back</h1>';
const LEAD = 'After three weeks the island has its ferry back, and with it the post, the bread and the newspapers.';
const SECOND = 'The second paragraph of a standfirst tells in a few words more what the article will be about.';
const lead = `<p>${LEAD}</p>`;

/** The texts that are added before the article, and those of the article. */
const read = (before: string, inside: string, description?: string, boilerplate: readonly string[] = []): string[] =>
  textsOf(withStandfirst(blocksOf(inside), blocksOf(before), ({ text }) => boilerplate.includes(text), description));

it.each<[string, string, string[]]>([
  ['text between the headline and the article is added', `${H1}${lead}`, [LEAD]],
  ['text before the headline is not added', `${lead}${H1}`, []],
  ['text without a headline is not added', lead, []],
  ['the last headline counts', `${H1}<p>${SECOND}</p>${H1}${lead}`, [LEAD]],
  ['another heading is no headline', `<h2>The ferry is back</h2>${lead}`, []],
  ['two paragraphs are added', `${H1}${lead}<p>${SECOND}</p>`, [LEAD, SECOND]],
  ['a third paragraph is not added', `${H1}${lead}<p>${SECOND}</p>${lead}`, [LEAD, SECOND]],
  ['short lines are not added', `${H1}<p>By Ada Quay</p>${lead}`, [LEAD]],
  ['text with 20 % of links is not added', `${H1}<p><a href="/">${'x'.repeat(20)}</a>${sentence(80)}</p>`, []],
  ['text with less than 20 % of links is added', `${H1}<p><a href="/">x</a>${sentence(80)}</p>`, [`x${sentence(80)}`]],
])('%s', (_, before, added) => {
  expect(read(before, '<p>Text.</p>')).toEqual([...added, 'Text.']);
});

it('text in boilerplate is not added', () => {
  expect(read(`${H1}${lead}<p>${SECOND}</p>`, '<p>Text.</p>', undefined, [LEAD])).toEqual([SECOND, 'Text.']);
});

it.each<[string, string, string[]]>([
  ['the page’s description is not added', LEAD, []],
  ['the page’s description is known by its words', `${LEAD.toUpperCase()}!`, []],
  ['a description that begins like the text is known', `${LEAD} ${SECOND}`, []],
  ['a text that begins like the description is known', LEAD.slice(0, 70), []],
  ['a short description is known by all of its words', LEAD.slice(0, 31), []],
  ['a description of 30 characters may be there by chance', LEAD.slice(0, 30), [LEAD]],
  [
    'a description that only begins like the text for less than 60 characters is another',
    `${LEAD.slice(0, 55)}${SECOND}`,
    [LEAD],
  ],
  ['a description that differs behind 60 characters is the same', `${LEAD.slice(0, 65)}${SECOND}`, []],
  ['another description leaves the text', SECOND, [LEAD]],
])('%s', (_, description, added) => {
  expect(read(`${H1}${lead}`, '<p>Text.</p>', description)).toEqual([...added, 'Text.']);
});

it('a description among two paragraphs is left out alone', () => {
  expect(read(`${H1}${lead}<p>${SECOND}</p>`, '<p>Text.</p>', LEAD)).toEqual([SECOND, 'Text.']);
});

it.each<[string, string, string[]]>([
  ['a first paragraph that is marked is left out if it is the description', '<p class="lead">', []],
  ['a mark in camel case counts', '<p class="articleLeadText">', []],
  ['a mark among other classes counts', '<p class="big standfirst wide">', []],
  ['a mark in German counts', '<p class="c-vorspann">', []],
  ['a mark in French counts', '<p class="chapeau_text">', []],
  ['a longer word is no mark', '<p class="leader">', [LEAD]],
  ['a word before it is no mark', '<p class="mislead">', [LEAD]],
  ['a first paragraph that is not marked stays', '<p>', [LEAD]],
])('%s', (_, tag, kept) => {
  expect(read('', `${tag}${LEAD}</p><p>Text.</p>`, LEAD)).toEqual([...kept, 'Text.']);
});

it('a first paragraph that is marked stays if it is no description', () => {
  expect(read('', `<p class="lead">${LEAD}</p><p>Text.</p>`, SECOND)).toEqual([LEAD, 'Text.']);
});

it('an article without blocks stays empty', () => {
  expect(read('', '')).toEqual([]);
});

it.each(
  (
    'lead leadtext einleitung vorspann preface standfirst ingress chapeau teaser entradilla sommario dek summary ' +
    'description first-paragraph'
  ).split(' '),
)('the class %s marks a standfirst, alone and among other words', (name) => {
  for (const classes of [name, `wide ${name}`, `${name} wide`, `c-${name}-x`, `c_${name}_x`])
    expect(read('', `<p class="${classes}">${LEAD}</p><p>Text.</p>`, LEAD)).toEqual(['Text.']);
  for (const classes of [`x${name}`, `${name}x`])
    expect(read('', `<p class="${classes}">${LEAD}</p><p>Text.</p>`, LEAD)).toEqual([LEAD, 'Text.']);
});
