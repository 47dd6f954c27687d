import { expect, it } from 'vitest';
import { labelsOfLinks, promoBoxes } from '../../../../../lambdas/core/article/text/promo-boxes.ts';
import { blocksOf, sentence, textsOf } from '../../../../fakes/story-page.ts';

const p = (length: number): string => `<p>${sentence(length)}</p>`;
const link = (text: string): string => `<p><a href="/">${text}</a></p>`;
const promosIn = (body: string): string[] => textsOf(promoBoxes(blocksOf(body)));

it.each<[string, string, string[]]>([
  ['a page without running text has no promo boxes', `<div>${link('a')}</div>`, []],
  ['a box with a link and no running text is a promo', `${p(100)}<div>${link('a')}<p>b</p></div>${p(100)}`, ['a', 'b']],
  ['a section with a link and no running text is a promo', `${p(100)}<section>${link('a')}</section>${p(100)}`, ['a']],
  ['a box without a link is no promo', `${p(100)}<div><p>a</p></div>${p(100)}`, []],
  ['a list with a link is no box', `${p(100)}<ul><li><a href="/">a</a></ul>${p(100)}`, []],
  ['a link that is no box is no promo', `${p(100)}${link('a')}${p(100)}`, []],
  ['a box in a box is a promo', `${p(100)}<div><div>${link('a')}</div></div>${p(100)}`, ['a']],
  [
    'a box outside the paragraphs’ element is no promo',
    `<div><div>${p(100)}${p(100)}</div></div><div>${link('a')}</div>`,
    [],
  ],
  [
    'a box that ends with a button is a promo',
    `${p(200)}<div>${p(60)}${link('Give')}</div>${p(200)}`,
    [sentence(60), 'Give'],
  ],
  ['a box that ends with text is no promo', `${p(200)}<div>${link('Give')}${p(60)}</div>${p(200)}`, []],
  [
    'a button of 40 characters ends a promo',
    `${p(200)}<div>${p(60)}${link('x'.repeat(40))}</div>${p(200)}`,
    [sentence(60), 'x'.repeat(40)],
  ],
  ['a link of 41 characters is no button', `${p(200)}<div>${p(60)}${link('x'.repeat(41))}</div>${p(200)}`, []],
  [
    'a box with less than 35 % of the running text may be a promo',
    `${p(326)}<div>${p(174)}${link('Give')}</div>`,
    [sentence(174), 'Give'],
  ],
  ['a box with 35 % of the running text is no promo', `${p(325)}<div>${p(175)}${link('Give')}</div>`, []],
  [
    'boxes aren’t told from paragraphs that lie in boxes too',
    `${`<div>${p(100)}</div>`.repeat(3)}<div>${link('a')}</div>`,
    [],
  ],
  ['half of the paragraphs outside boxes are enough', `${p(100)}<div>${p(100)}</div><div>${link('a')}</div>`, ['a']],
  [
    'less than half of the paragraphs outside boxes are too few',
    `<div>${p(61)}</div><div>${p(60)}</div>${p(120)}<div>${link('a')}</div>`,
    [],
  ],
  [
    'a sentence that is linked as a whole makes no teaser',
    `${p(60)}${p(60)}<div><p><a href="/2">${'x'.repeat(70)}.</a></p></div>`,
    [],
  ],
])('%s', (_, body, expected) => {
  expect(promosIn(`<article>${body}</article>`)).toEqual(expected);
});

it.each<[string, string, string[]]>([
  ['a short line before a link is a label', `<p>Read more</p>${link('a')}`, ['Read more']],
  ['a short line before text is no label', `<p>Read more</p>${p(60)}`, []],
  ['a short line at the end is no label', `${link('a')}<p>Read more</p>`, []],
  ['a short line two blocks before a link is no label', `<p>Read</p>${p(60)}${link('a')}`, []],
  ['a line of 40 characters may be a label', `<p>${'x'.repeat(40)}</p>${link('a')}`, ['x'.repeat(40)]],
  ['a line of 41 characters is no label', `<p>${'x'.repeat(41)}</p>${link('a')}`, []],
  ['a sentence is no label', `<p>It hums.</p>${link('a')}`, []],
  ['a question is no label', `<p>Why?</p>${link('a')}`, []],
  ['a quotation is no label', `<p>“It hums”</p>${link('a')}`, []],
  ['a line that ends with three points is a label', `<p>Read more...</p>${link('a')}`, ['Read more...']],
  ['a line with three points in its middle is no label', `<p>Well... it hums.</p>${link('a')}`, []],
])('%s', (_, body, expected) => {
  expect(textsOf(labelsOfLinks(blocksOf(body)))).toEqual(expected);
});

it.each([
  ['Hindi', 'और पढ़ें'],
  ['Arabic', 'اقرأ أيضا'],
  ['Japanese', '関連記事'],
  ['Chinese', '相关阅读'],
  ['Russian', 'Читайте также'],
  ['Korean', '관련기사'],
  ['Amharic', 'ተጨማሪ ያንብቡ'],
])('a short line before a link is a label in %s', (_, text) => {
  expect(textsOf(labelsOfLinks(blocksOf(`<p>${text}</p>${link('a')}`)))).toEqual([text]);
});

it.each([
  ['Hindi', 'नौका चल पड़ी।'],
  ['Urdu', 'کشتی چل پڑی۔'],
  ['Armenian', 'Նավը գնաց։'],
  ['Amharic', 'መርከቡ ሄደ።'],
  ['Japanese', '船は出た。'],
  ['Japanese, as a quotation', '「船は出た」'],
  ['Thai', 'เรือออกไปแล้ว'],
  ['Khmer', 'កប៉ាល់ចេញទៅហើយ'],
])('a sentence before a link is no label in %s', (_, text) => {
  expect(textsOf(labelsOfLinks(blocksOf(`<p>${text}</p>${link('a')}`)))).toEqual([]);
});

it.each([
  ['in bold', '<p><b>อ่านต่อ</b></p>'],
  ['as a heading', '<h3>อ่านต่อ</h3>'],
])('a label in Thai, whose sentences have no sign, is known %s', (_, html) => {
  expect(textsOf(labelsOfLinks(blocksOf(`${html}${link('a')}`)))).toEqual(['อ่านต่อ']);
});

it('a link is no label of the next', () => {
  expect(textsOf(labelsOfLinks(blocksOf(`${link('a')}${link('b')}`)))).toEqual([]);
});

it.each(['.', '!', '?', '…', ':', ';', ',', '”', '"', '»', ')'])('a line that ends with “%s” is no label', (sign) => {
  expect(textsOf(labelsOfLinks(blocksOf(`<p>It hums${sign}</p>${link('a')}`)))).toEqual([]);
});
