import { describe, expect, it } from 'vitest';
import {
  addressIn,
  announcedItems,
  isLabelledLink,
  isLinkedStatement,
  isLinkWithinPage,
  isOnCard,
  linkLists,
  linksOverText,
} from '../../../../../lambdas/core/article/text/links.ts';
import type { TextBlock } from '../../../../../lambdas/core/article/text/text-blocks.ts';
import { blocksOf, sentence, textsOf } from '../../../../fakes/story-page.ts';

const only = (body: string): TextBlock => {
  const [block] = blocksOf(body);
  if (block === undefined) throw new Error('no block');
  return block;
};
const link = (text: string): string => `<a href="/2">${text}</a>`;

describe('a statement that is linked as a whole', () => {
  it.each([
    ['English', `${'x'.repeat(59)}.`],
    ['English, in quotation marks', `“${'x'.repeat(60)}.”`],
    ['Hindi', `${'न'.repeat(60)}।`],
    ['Urdu', `${'ک'.repeat(60)}۔`],
    ['Armenian', `${'ն'.repeat(60)}։`],
    ['Amharic', `${'መ'.repeat(60)}።`],
    ['Khmer', `${'ក'.repeat(60)}។`],
    ['Japanese', `「${'船'.repeat(30)}。」`],
  ])('ends with its sign in %s', (_, text) => {
    expect(isLinkedStatement(only(`<p>${link(text)}</p>`))).toBe(true);
  });

  it.each([
    ['a headline that ends with a question', `<p>${'x'.repeat(60)}?</p>`],
    ['a headline that ends with a quotation', `<p>“${'x'.repeat(60)}”</p>`],
    ['a headline', `<p>${'x'.repeat(70)}</p>`],
    ['a text of 59 characters', `<p>${'x'.repeat(58)}.</p>`],
    ['a heading', `<h3>${'x'.repeat(70)}.</h3>`],
  ])('is not %s', (_, html) => {
    expect(isLinkedStatement(only(html))).toBe(false);
  });
});

it.each<[string, string, string | undefined]>([
  ['the link that a block begins with has an address', '<p> <b><a href="/3">a</a></b> b</p>', '/3'],
  ['a link later on doesn’t count', '<p>a <a href="/3">b</a></p>', undefined],
  ['a link without an address has none', '<p><a>a</a></p>', undefined],
])('%s', (_, html, expected) => {
  expect(addressIn(only(html))).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['a heading may link to a place of the page', '<h2><a href="#dock">Dock</a></h2>', true],
  [
    'a heading may link to itself by its full address',
    '<h2 id="dock"><a href="https://h.example/1#dock">Dock</a></h2>',
    true,
  ],
  [
    'a heading that links to a place of another page leads away',
    '<h2 id="dock"><a href="https://h.example/2#pier">Dock</a></h2>',
    false,
  ],
  ['a heading that links to another page leads away', '<h2 id="dock"><a href="/2">Dock</a></h2>', false],
  ['a heading without a link is no link within the page', '<h2 id="dock">Dock</h2>', false],
])('%s', (_, html, expected) => {
  expect(isLinkWithinPage(only(html))).toBe(expected);
});

describe('the headings of a letter’s items', () => {
  const headings = (body: string): string[] => textsOf(linksOverText(blocksOf(`<div>${body}</div>`)));
  const text = `<p>${sentence(80)}</p>`;

  it('are links, each over a text beside it', () => {
    expect(headings(`<h3>${link('Dock')}</h3>${text}<h3>${link('Crew')}</h3>${text}`)).toEqual(['Dock', 'Crew']);
  });

  it.each([
    ['a single one leads to another article', `<h3>${link('Dock')}</h3>${text}`],
    ['headings over lines are others', `<h3>${link('Dock')}</h3><p>Go</p><h3>${link('Crew')}</h3><p>Go</p>`],
    ['headings in boxes of their own are others', `<div><h3>${link('Dock')}</h3></div>${text}`.repeat(2)],
    ['headings without a link are others', `<h3>Dock</h3>${text}`.repeat(2)],
    ['links that are no headings are others', `<p>${link('Dock')}</p>${text}`.repeat(2)],
  ])('%s', (_, body) => {
    expect(headings(body)).toEqual([]);
  });
});

it.each<[string, string, boolean]>([
  ['a label with a link is a labelled link', `<p>Lue myös: ${link('Yölautta aloittaa')}</p>`, true],
  ['a label with a link is a labelled link in Chinese', `<p>延伸阅读：${link('夜间渡轮五月开始')}</p>`, true],
  ['a label with a link is a labelled link in Hindi', `<p>यह भी पढ़ें: ${link('रात की नौका मई में चलेगी')}</p>`, true],
  ['a sentence with a link is no labelled link', `<p>He said: ${link('it will begin in May')}.</p>`, false],
  [
    'a label with three links is no labelled link',
    `<p>Topics: ${link('ferries')} ${link('islands')} ${link('harbours')}</p>`,
    false,
  ],
])('%s', (_, html, expected) => {
  expect(isLabelledLink(only(html))).toBe(expected);
});

describe('lists of links', () => {
  const listed = (items: readonly string[], isBehindText = false): number =>
    linkLists(blocksOf(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`), () => isBehindText).size;
  const x = (length: number): string => 'x'.repeat(length);
  const y = (length: number): string => 'y'.repeat(length);

  it.each<[string, string, boolean, number]>([
    ['items that are links for the most part lead away', `${link(x(61))}${y(39)}`, false, 2],
    ['items that begin with a link and go on stay', `${link(x(60))}${y(40)}`, false, 0],
    ['items that end with a link lead away above a quarter', `${y(74)}${link(x(26))}`, false, 2],
    ['items that end with a shorter link stay', `${y(75)}${link(x(25))}`, false, 0],
    ['items with any link lead away behind the text', `${link(x(6))}${y(94)}`, true, 2],
    ['sentences with a link stay behind the text', `${link(x(60))}${y(39)}.`, true, 0],
    ['sentences in Hindi with a link stay behind the text', `${link('न'.repeat(60))}${'क'.repeat(39)}।`, true, 0],
    ['items without a link stay behind the text', y(100), true, 0],
  ])('%s', (_, item, isBehindText, expected) => {
    expect(listed([item, item], isBehindText)).toBe(expected);
  });

  it('a list of one item is no list of links, nor one with an item that stays', () => {
    expect(listed([link('Dock')])).toBe(0);
    expect(listed([link('Dock'), link('Crew'), 'Pier'])).toBe(0);
  });
});

describe('a list that is announced', () => {
  const announced = (before: string): number =>
    announcedItems(blocksOf(`${before}<ul><li>${link('Light')}</li><li>${link('Mill')}</li></ul>`)).size;

  it.each<[string, string, number]>([
    ['a paragraph that ends with a colon announces a list', `<p>${'x'.repeat(60)}:</p>`, 2],
    ['a paragraph in Japanese announces a list', `<p>${'港'.repeat(30)}：</p>`, 2],
    ['a short label announces nothing', '<p>More on this:</p>', 0],
    ['a paragraph that ends with a point announces nothing', `<p>${'x'.repeat(60)}.</p>`, 0],
    ['a link announces nothing', `<p>${link('x'.repeat(60))}:</p>`, 0],
    ['nothing announces nothing', '', 0],
  ])('%s', (_, before, expected) => {
    expect(announced(before)).toBe(expected);
  });
});

it.each<[string, string, boolean]>([
  ['a date beside a link stands on a card', `<div>${link('Mill burns down')}<p>May 2031</p></div>`, true],
  [
    'a date in a box beside a link stands on a card',
    `<div>${link('Mill burns down')}<div><p>May 2031</p></div></div>`,
    true,
  ],
  [
    'a date in three boxes beside a link stands on none',
    `<div>${link('Mill burns down')}<div><div><p>May 2031</p></div></div></div>`,
    false,
  ],
  [
    'a date beside a paragraph stands on none',
    `<div>${link('x'.repeat(200))}<p>${sentence(60)}</p><p>May 2031</p></div>`,
    false,
  ],
  ['a date beside more words than are linked stands on none', `<div>${link('Mill')}<p>May 2031</p></div>`, false],
])('%s', (_, body, expected) => {
  expect(blocksOf(body).at(-1)).toSatisfy((block: TextBlock) => isOnCard(block) === expected);
});
