import { expect, it } from 'vitest';
import { otherArticles } from '../../../../../lambdas/core/article/text/other-articles.ts';
import { blocksOf, inArticle, OTHER, STORY, sentence, story, textOf } from '../../../../fakes/story-page.ts';

const TITLE = 'The ferry is back';
const p = (length: number): string => `<p>${sentence(length)}</p>`;
/** How many elements of a page are other articles. */
const others = (body: string, title: string = TITLE): number => otherArticles(blocksOf(body), title).size;
const OWN = `<h1>${TITLE}</h1>${p(250)}`;
const article = (inner: string): string => `<article>${inner}</article>`;
const div = (inner: string, name = 'a'): string => `<div class="${name}">${inner}</div>`;

it.each<[string, string, number]>([
  ['an article beside the page’s own is another', article(OWN) + article(`<h1>Mill</h1>${p(80)}`), 1],
  ['articles beside the page’s own are others', article(OWN) + article(`<h1>Mill</h1>${p(80)}`).repeat(3), 3],
  [
    'an article with a linked headline of a lower level is another',
    article(OWN) + article(`<h2><a href="/2">Mill</a></h2>${p(80)}`),
    1,
  ],
  ['a post below its own article is none: a live report', article(OWN) + article(`<h3>10:45</h3>${p(80)}`), 0],
  ['a box of the same class is another', div(OWN) + div(`<h1>Mill</h1>${p(80)}`), 1],
  ['a box of another class is none', div(OWN) + div(`<h1>Mill</h1>${p(80)}`, 'b'), 0],
  ['a box without a class is none', `<div>${OWN}</div><div><h1>Mill</h1>${p(80)}</div>`, 0],
  ['a box of another name is none', div(OWN) + div(`<h1>Mill</h1>${p(80)}`).replaceAll('div', 'section'), 0],
  ['boxes within one article are its parts', article(div(OWN) + div(`<h1>Mill</h1>${p(80)}`)), 0],
  ['a box without running text is none', div(OWN) + div('<h1>Mill</h1><p>Soon</p>'), 0],
  ['a box without a headline is none', div(OWN) + div(p(80)), 0],
  [
    'a kicker, a date and a name may stand before the headline',
    article(OWN) + article(`${'<p>Town</p>'.repeat(3)}<h1>Mill</h1>${p(80)}`),
    1,
  ],
  [
    'a headline behind four blocks is a heading',
    article(OWN) + article(`${'<p>Town</p>'.repeat(4)}<h1>Mill</h1>${p(80)}`),
    0,
  ],
  [
    'a deeper headline than the title’s first is no title',
    article(`${OWN}<h3>${TITLE}</h3>`) + article(`<h2>Mill</h2>${p(80)}`),
    0,
  ],
  [
    'a headline in a row of its own belongs to the text beside it',
    `<main>${div(`<h1>${TITLE}</h1>${p(100)}`, 'row')}${div(`<h2>Dock</h2>${p(200)}`, 'row')}${div(`<h2>Crew</h2>${p(200)}`, 'row')}</main>`,
    0,
  ],
  [
    'an article’s own parts lie deep in it, and others beside its outermost box',
    `${div(div(div(OWN, 'c'), 'b'))}${div(div(`<h1>Mill</h1>${p(80)}`, 'b'))}`,
    1,
  ],
  [
    'the title in a smaller heading before the headline makes no difference',
    `<div><h3>${TITLE}</h3></div>${article(OWN)}${article(`<h1>Mill</h1>${p(80)}`)}`,
    1,
  ],
  ['a page whose headline has no text has no others', `<h1>${TITLE}</h1>${article(`<h1>Mill</h1>${p(80)}`)}`, 0],
])('%s', (_, body, expected) => {
  expect(others(body)).toBe(expected);
});

it('without a title, or without its heading, no articles are told apart', () => {
  const body = article(OWN) + article(`<h1>Mill</h1>${p(80)}`);
  expect(others(body, '')).toBe(0);
  expect(others(body, 'Another title')).toBe(0);
  expect(others(body, '  the FERRY is back! ')).toBe(1);
});

it('another article is left out of the text, though it is longer', () => {
  const body = `<main><article><h1>${TITLE}</h1>${STORY}</article><article><h1>Mill</h1>${`<p>${OTHER}</p>`.repeat(9)}</article></main>`;
  expect(textOf(body, { title: TITLE })).toBe(story);
});

it('a page with one article has no others', () => {
  expect(others(inArticle(''))).toBe(0);
});
