import { describe, expect, it } from 'vitest';
import { withoutBoilerplate } from '../../../../../lambdas/core/article/text/boilerplate-filter.ts';
import {
  blocksOf,
  inArticle,
  ONE,
  sentence,
  story,
  THREE,
  TWO,
  textOf,
  textsOf,
} from '../../../../fakes/story-page.ts';

const TITLE = 'The ferry is back';
const KNOWN = { title: TITLE, authors: ['Ada Keeler', 'Bea', 'Cyr Pier'] };
/** A running text before and behind a block, so that neither the beginning nor the end of the text decides. */
const [BEFORE, BEHIND] = [sentence(80, 'before'), sentence(80, 'behind')];
const isKept = (html: string, known = KNOWN): boolean => {
  const texts = textsOf(withoutBoilerplate(blocksOf(`<p>${BEFORE}</p>${html}<p>${BEHIND}</p>`), known));
  return texts.length > 2;
};
const link = (text: string): string => `<a href="/2">${text}</a>`;
const item = (linked: number, rest: number): string => `<li>${link('x'.repeat(linked))}${'y'.repeat(rest)}</li>`;
/** An item with its link at its end. */
const itemTo = (linked: number, rest: number): string => `<li>${'y'.repeat(rest)}${link('x'.repeat(linked))}</li>`;

it.each<[string, string, boolean]>([
  ['an <h1> within the text stays', '<h1>Another headline</h1>', true],
  ['an <h1> that is the title is left out', '<h1>The ferry is back</h1>', false],
  ['a heading stays', '<h2>Thirty years</h2>', true],
  ['a promo box is left out', `<div>${link('Night service')}<p>By Bea</p></div>`, false],
  ['a link is left out', `<p>${link('Night service')}</p>`, false],
  ['a label with a link is left out', `<p>Lue myös: ${link('Yölautta aloittaa toukokuussa')}</p>`, false],
  ['a label without a colon stays', `<p>Lue myös ${link('Yölautta aloittaa toukokuussa')}</p>`, true],
  ['a label that is half a link stays', `<p>Read: xxxx${link('y'.repeat(10))}</p>`, true],
  ['a label that is more than half a link is left out', `<p>Read: xxxx${link('y'.repeat(11))}</p>`, false],
  [
    'a label of 34 characters beside a link is left out',
    `<p>Read: ${'x'.repeat(28)}${link('y'.repeat(60))}</p>`,
    false,
  ],
  ['a label of 35 characters beside a link stays', `<p>Read: ${'x'.repeat(29)}${link('y'.repeat(60))}</p>`, true],
  ['a label of one character before the colon stays', `<p>A: ${link('y'.repeat(20))}</p>`, true],
  ['a label of 30 characters before the colon is left out', `<p>${'x'.repeat(30)}: ${link('y'.repeat(80))}</p>`, false],
  ['a label of 31 characters before the colon stays', `<p>${'x'.repeat(31)}: ${link('y'.repeat(80))}</p>`, true],
  ['a list whose items are links for the most part is left out', `<ul>${item(61, 39).repeat(2)}</ul>`, false],
  ['a numbered list whose items are links for the most part is left out', `<ol>${item(61, 39).repeat(2)}</ol>`, false],
  ['a list whose items begin with a link and go on stays', `<ul>${item(60, 40).repeat(2)}</ul>`, true],
  ['a list whose items end with a link is left out', `<ul>${itemTo(26, 74).repeat(2)}</ul>`, false],
  ['a list whose items end with a short link stays', `<ul>${itemTo(25, 75).repeat(2)}</ul>`, true],
  ['a list with one item without a link stays', `<ul>${item(70, 30).repeat(2)}<li>one engine</li></ul>`, true],
  ['a list of one item stays', `<ul>${item(70, 30)}</ul>`, true],
  ['linked blocks that are no list stay', `<div>${item(70, 30).replaceAll('li>', 'p>').repeat(2)}</div>`, true],
  [
    'an item whose paragraph lies in two boxes belongs to its list',
    `<ul>${`<li><div><p>${link('x'.repeat(70))}${'y'.repeat(30)}</p></div></li>`.repeat(2)}</ul>`,
    false,
  ],
  [
    'an item whose paragraph lies in three boxes belongs to no list',
    `<ul>${`<li><div><div><p>${link('x'.repeat(70))}${'y'.repeat(30)}</p></div></div></li>`.repeat(2)}</ul>`,
    true,
  ],
  ['a credit is left out', '<p>Photo: A. Keeler / Harbour Post</p>', false],
  ['a dateline is left out', '<p>Published 3 March 2031, 10:45 am</p>', false],
  ['a reading time is left out', '<p>3 min read</p>', false],
  ['the label of an advertisement is left out', '<p>Advertisement</p>', false],
  ['a byline is left out', '<p>By Ada Keeler, Harbour</p>', false],
  ['a byline of two authors is left out', `<p>By Ada Keeler and Cyr Pier, ${'x'.repeat(10)}</p>`, false],
  ['a line with a name of three letters stays', '<p>By Bea</p>', true],
  ['a line without an author stays', '<p>By Dan Mole</p>', true],
  ['a line with 29 characters beside the name is left out', `<p>Ada Keeler${'x'.repeat(29)}</p>`, false],
  ['a line with 30 characters beside the name stays', `<p>Ada Keeler${'x'.repeat(30)}</p>`, true],
  ['a running text with the names of authors stays', `<p>${'Ada Keeler '.repeat(6)}</p>`, true],
  ['the headline again is left out', '<p>The Ferry is back!</p>', false],
  ['a longer line with a short headline stays', '<p>Sea news: The ferry is back</p>', true],
])('%s', (_, html, expected) => {
  expect(isKept(html)).toBe(expected);
});

describe('the headline behind a kicker', () => {
  it.each<[string, string, string, boolean]>([
    [
      'a headline of 21 characters is left out behind its kicker',
      'The ferry is back now',
      'Sea: The ferry is back now',
      false,
    ],
    ['a headline of 20 characters stays behind its kicker', 'The ferry is back no', 'Sea: The ferry is back no', true],
    ['a headline before another text stays', 'The ferry is back now', 'The ferry is back now: sea', true],
    ['a headline that ends a word stays', 'The ferry is back now', 'XThe ferry is back now', true],
    [
      'a headline behind a text of its own length stays',
      'The ferry is back now',
      `${'x'.repeat(20)} The ferry is back now`,
      true,
    ],
    [
      'a headline behind a shorter text is left out',
      'The ferry is back now',
      `${'x'.repeat(19)} The ferry is back now`,
      false,
    ],
  ])('%s', (_, title, text, expected) => {
    expect(isKept(`<p>${text}</p>`, { ...KNOWN, title })).toBe(expected);
  });

  it('a page without a title has no headline that could come again', () => {
    expect(textsOf(withoutBoilerplate(blocksOf(`<p>…</p><p>${BEHIND}</p>`), {}))).toEqual(['…', BEHIND]);
  });
});

describe('the end of the text', () => {
  const endsWith = (html: string): boolean =>
    textsOf(withoutBoilerplate(blocksOf(`<p>${BEFORE}</p>${html}`), {})).length > 1;

  it.each<[string, string, boolean]>([
    ['a heading that nothing follows is left out', '<h2>More from the harbour</h2>', false],
    ['a heading that ends a sentence is left out if nothing follows', '<h2>Why?</h2>', false],
    ['a line without a sentence’s end is left out', '<p>Ferries</p>', false],
    ['a short sentence stays', '<p>It hums.</p>', true],
    ['a short quotation stays', '<p>“It hums”</p>', true],
    ['a line that ends with a colon stays', '<p>As follows:</p>', true],
    ['a sentence in Chinese stays', '<p>渡轮回来了。</p>', true],
    ['a sentence in parentheses stays', '<p>(It hums)</p>', true],
    ['a sentence with 20 % of links is left out', `<p>${link('xx')}yyyyyyy.</p>`, false],
    ['a sentence with less than 20 % of links stays', `<p>${link('x')}yyyyyyyy.</p>`, true],
    ['a running text without a sentence’s end stays', `<p>${'x'.repeat(60)}</p>`, true],
    ['an item of a list stays', '<ul><li>one engine</li></ul>', true],
    ['a sign-off is left out', '<p>Additional reporting by Bea Mole.</p>', false],
    ['a short call to action is left out', `<p>Sign up ${link('for the letter')}</p>`, false],
  ])('%s', (_, html, expected) => {
    expect(endsWith(html)).toBe(expected);
  });

  it.each([...'.!?…。！？:»”"“)]’\''])('a line that ends with “%s” stays', (sign) => {
    expect(endsWith(`<p>It hums${sign}</p>`)).toBe(true);
  });

  it('a heading before a sentence stays', () => {
    expect(textsOf(withoutBoilerplate(blocksOf('<h2>Crew</h2><p>It hums.</p><h2>More</h2>'), {}))).toEqual([
      'Crew',
      'It hums.',
    ]);
  });

  it('an article of headings and labels has no text', () => {
    expect(withoutBoilerplate(blocksOf('<h2>Crew</h2><p>Ferries</p>'), {})).toEqual([]);
  });
});

describe('on a whole page', () => {
  it.each<[string, string]>([
    [
      'a box that ends with a button is left out',
      `<div class="x1"><p>${sentence(90)}</p><a href="/give">Go on</a></div>`,
    ],
    [
      'a label over a link is left out',
      `<p>More on this</p><p>${link('Night service: what the office has planned')}</p>`,
    ],
    [
      'a label over related articles is left out',
      `<p>More on this</p><div class="related">${link('Night service: what the office has planned')}</div>`,
    ],
    ['a list of links is left out', `<ul><li>May: ${link('New crew')}</li><li>June: ${link('New pier')}</li></ul>`],
    ['a reading time in another language is left out', '<p>Lesedauer: 3 Minuten</p>'],
    ['a picture’s owner is left out', '<p>The ferry at sea (Image: Harbour Post)</p>'],
    ['a date with its weekday is left out', '<p>segunda-feira, 3 de março de 2031 às 10:45</p>'],
  ])('%s', (_, between) => {
    expect(textOf(inArticle(between), KNOWN)).toBe(story);
  });

  it.each<[string, string, string]>([
    ['a heading whose id has a word of boilerplate stays', '<h2 id="related">Thirty years</h2>', 'Thirty years'],
    ['a list stays', '<ul><li>one engine</li><li>two masts</li></ul>', 'one engine\ntwo masts'],
    ['a quotation stays', '<blockquote>Never so quiet</blockquote>', 'Never so quiet'],
    ['rows of numbers stay', '<table><tr><td>2030</td><td>1 204 567</td></tr></table>', '2030\n1 204 567'],
    ['the minutes of a recipe stay', '<p>Boil for 30 minutes</p>', 'Boil for 30 minutes'],
    ['a sentence about a paper called Bild stays', '<p>Bild saw it first.</p>', 'Bild saw it first.'],
    [
      'a sentence with a year stays',
      '<p>It was in 2031 that it first sailed.</p>',
      'It was in 2031 that it first sailed.',
    ],
    [
      'a teaser without links stays',
      '<div class="teaser-text"><p>In short: it is back.</p></div>',
      'In short: it is back.',
    ],
  ])('%s', (_, between, text) => {
    expect(textOf(inArticle(between))).toBe([ONE, text, TWO, THREE].join('\n'));
  });
});
