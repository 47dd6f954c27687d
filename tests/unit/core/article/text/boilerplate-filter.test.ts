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

/** The texts that are kept of a page with this body. */
const kept = (body: string, known = KNOWN): string[] => textsOf(withoutBoilerplate(blocksOf(body), known));
const RUNNING = [sentence(80, 'one'), sentence(80, 'two'), sentence(80, 'three')] as const;
const [FIRST, SECOND, THIRD] = RUNNING.map((text) => `<p>${text}</p>`);
/** The lines that are kept at the top, in the lead, in the text and at the end of an article, if `html` stands in each place. */
const placesOfKept = (html: string, text: string): string[] =>
  [
    ['top', `${html}${FIRST}${SECOND}${THIRD}`],
    ['lead', `${FIRST}${html}${SECOND}${THIRD}`],
    ['text', `${FIRST}${SECOND}${html}${THIRD}`],
    ['end', `${FIRST}${SECOND}${THIRD}${html}`],
  ].flatMap(([place = '', body = '']) => (kept(body).includes(text) ? [place] : []));

describe('a rule applies in its place', () => {
  it.each<[string, string, string, string[]]>([
    ['an <h1> stays below the first paragraph', '<h1>Dock</h1>', 'Dock', ['lead', 'text']],
    ['a heading stays', '<h2>Dock</h2>', 'Dock', ['top', 'lead', 'text']],
    ['a date stays in the text', '<p>3 March 2031.</p>', '3 March 2031.', ['text']],
    [
      'a date as a heading stays below the first paragraph',
      '<h3>3 March 2031</h3>',
      '3 March 2031',
      ['top', 'lead', 'text'],
    ],
    [
      'a date in a list stays below the first paragraph',
      '<ul><li>3 March 2031</li></ul>',
      '3 March 2031',
      ['lead', 'text', 'end'],
    ],
    [
      'a date in a cell stays below the first paragraph',
      '<table><tr><td>3.3.2031</td></tr></table>',
      '3.3.2031',
      ['lead', 'text', 'end'],
    ],
    ['a reading time stays in the text', '<p>4 min read.</p>', '4 min read.', ['text']],
    ['a byline stays in the text', '<p>By Ada Keeler.</p>', 'By Ada Keeler.', ['lead', 'text']],
    ['a byline without a point stays in the text', '<p>By Ada Keeler</p>', 'By Ada Keeler', ['text']],
    [
      'an author in a list stays below the first paragraph',
      '<ul><li>Ada Keeler</li></ul>',
      'Ada Keeler',
      ['lead', 'text', 'end'],
    ],
    ['a credit stays in the text', '<p>Photo: “Harbour”</p>', 'Photo: “Harbour”', ['text']],
    [
      'an item that reads like the label of an advertisement stays',
      '<ul><li>Werbung</li></ul>',
      'Werbung',
      ['top', 'lead', 'text', 'end'],
    ],
    [
      'a credit as an item stays',
      '<ul><li>Source: the sea</li></ul>',
      'Source: the sea',
      ['top', 'lead', 'text', 'end'],
    ],
    [
      'a linked sentence stays among the paragraphs',
      `<p>${link(`${'x'.repeat(70)}.`)}</p>`,
      `${'x'.repeat(70)}.`,
      ['lead', 'text'],
    ],
    [
      'a heading that leads to the page’s own part stays',
      '<h2><a href="#d">Dock</a></h2>',
      'Dock',
      ['top', 'lead', 'text'],
    ],
  ])('%s', (_, html, text, expected) => {
    expect(placesOfKept(html, text)).toEqual(expected);
  });

  it('a credit beside a picture is left out in the text, and a sentence stays', () => {
    const beside = (line: string): string[] => kept(`${FIRST}${SECOND}<img><p>${line}</p>${THIRD}`);
    expect(beside('Photo: Harbour Post')).toEqual(RUNNING);
    expect(beside('圖片：海港郵報')).toEqual(RUNNING);
    expect(beside('Photos show it.')).toContain('Photos show it.');
  });

  it('a date on a card is left out in the text', () => {
    const card = `<article>${link('Mill burns down in the night')}<p>3 March 2031</p></article>`;
    expect(kept(`${FIRST}${SECOND}${card}${THIRD}`)).toEqual(RUNNING);
  });

  it('the first date of a chronicle stays, as the others do', () => {
    const dates = kept(`${FIRST}<p>3 March 2031</p>${SECOND}<p>4 March 2031</p>${THIRD}`);
    expect(dates).toEqual([RUNNING[0], '3 March 2031', RUNNING[1], '4 March 2031', RUNNING[2]]);
    expect(kept(`<p>2 March 2031</p>${FIRST}<p>3 March 2031</p>${SECOND}${THIRD}`)).toEqual(RUNNING);
  });
});

describe('authors who speak', () => {
  it.each<[string, string, string, boolean]>([
    [
      'an author who speaks in the text speaks in the lead, too',
      `${FIRST}<p>Ada Keeler</p>${SECOND}<p>Ada Keeler</p>${THIRD}`,
      'Ada Keeler',
      true,
    ],
    ['a speaker has a colon', `${FIRST}<p>Ada Keeler:</p>${SECOND}<p>Ada Keeler:</p>${THIRD}`, 'Ada Keeler:', true],
    [
      'a speaker has a colon in Japanese',
      `${FIRST}<p>Ada Keeler：</p>${SECOND}<p>Ada Keeler：</p>${THIRD}`,
      'Ada Keeler：',
      true,
    ],
    [
      'an author who speaks twice in the lead is no byline',
      `${FIRST}<p>Ada Keeler:</p><p>Why.</p><p>Ada Keeler:</p>${SECOND}`,
      'Ada Keeler:',
      true,
    ],
    ['an author who stands once in the lead is a byline', `${FIRST}<p>Ada Keeler</p>${SECOND}`, 'Ada Keeler', false],
    ['a name with a question is no byline', `${FIRST}<p>Ada Keeler: Why?</p>${SECOND}`, 'Ada Keeler: Why?', true],
    ['a name with a sentence is no byline', `${FIRST}<p>Ada Keeler: It hums</p>${SECOND}`, 'Ada Keeler: It hums', true],
    [
      'a name with a sentence in Japanese is no byline',
      `${FIRST}<p>Ada Keeler：静かだ</p>${SECOND}`,
      'Ada Keeler：静かだ',
      true,
    ],
    [
      'a sentence in the lead is no byline',
      `${FIRST}<p>Ada Keeler was there.</p>${SECOND}`,
      'Ada Keeler was there.',
      true,
    ],
  ])('%s', (_, body, text, expected) => {
    expect(kept(body).includes(text)).toBe(expected);
  });

  it('an author who speaks in the text keeps each of the lines', () => {
    const lines = kept(`${FIRST}${SECOND}<p>Cyr Pier:</p>${THIRD}<p>Cyr Pier:</p>`);
    expect(lines).toEqual([RUNNING[0], RUNNING[1], 'Cyr Pier:', RUNNING[2], 'Cyr Pier:']);
  });

  it.each([
    ['Chinese', '王小明', '作者：王小明'],
    ['Chinese, with two letters', '王明', '王明 报道'],
    ['Korean', '김바다', '김바다 기자'],
    ['Japanese', '山田太郎', '山田太郎 記者'],
    ['Arabic', 'أحمد الميناوي', 'بقلم أحمد الميناوي'],
    ['Russian', 'Анна Волнова', 'Анна Волнова, Порт'],
  ])('a byline is left out in %s', (_, name, text) => {
    expect(kept(`<p>${text}</p>${FIRST}`, { title: TITLE, authors: [name] })).toEqual([RUNNING[0]]);
  });

  it('fifty authors are looked for', () => {
    const authors = Array.from({ length: 51 }, (_, n) => `Ada ${'abcdefghij'[n % 10]}${n} Keeler`);
    expect(kept(`<p>${authors[49]}</p>${FIRST}`, { title: TITLE, authors })).toEqual([RUNNING[0]]);
    expect(kept(`<p>${authors[50]}</p>${FIRST}`, { title: TITLE, authors })).toEqual([authors[50], RUNNING[0]]);
  });
});

describe('lists of links', () => {
  const list = `<ul><li>${link('Walk to the light')}</li><li>${link('Walk to the mill')}</li></ul>`;

  it.each<[string, string, boolean]>([
    ['a list that a paragraph announces stays', `${FIRST}<p>${'x'.repeat(60)}:</p>${list}${SECOND}`, true],
    ['a list that a paragraph announces stays at the end', `${FIRST}<p>${'x'.repeat(60)}:</p>${list}`, true],
    ['a list that nothing announces is left out', `${FIRST}${list}${SECOND}`, false],
    ['a list below a label is left out', `${FIRST}<p>See also:</p>${list}${SECOND}`, false],
  ])('%s', (_, body, expected) => {
    expect(kept(body).includes('Walk to the light')).toBe(expected);
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
    ['a cell of a table stays', '<table><tr><td>7:10</td></tr></table>', true],
    ['a definition stays', '<dl><dt>North</dt><dd>at ten</dd></dl>', true],
    ['a quotation without its signs stays', '<blockquote>We sail</blockquote>', true],
    ['a list in a box stays', '<div><h3>Data</h3><ul><li>40 cars</li></ul></div>', true],
    ['a list in two boxes is left out', '<div><div><ul><li>40 cars</li></ul></div></div>', false],
    ['lines with bullets stay', '<p>• One engine</p><p>• Two masts</p>', true],
    ['a line in Thai stays', '<p>เรือกลับมาแล้ว</p>', true],
    ['a line in Thai that is no paragraph is left out', '<div>เรือกลับมาแล้ว</div>', false],
    ['a sentence in Hindi stays', '<p>नौका चल रही है।</p>', true],
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
