import { expect, it } from 'vitest';
import { isIndexPage, withoutIndex } from '../../../../../lambdas/core/article/text/index-page.ts';
import { blocksOf, sentence } from '../../../../fakes/story-page.ts';

const p = (length: number): string => `<p>${sentence(length)}</p>`;
const entry = (href: string, text = p(80)): string => `<h3><a href="${href}">Boats of the north</a></h3>${text}`;

it.each<[string, string, boolean]>([
  ['three headlines with text below are a list', ['/1', '/2', '/3'].map((href) => entry(href)).join(''), true],
  ['two headlines with text below are no list', ['/1', '/2'].map((href) => entry(href)).join(''), false],
  ['three headlines that link to one page are no list', entry('/1').repeat(3), false],
  [
    'headlines without running text below are no list',
    ['/1', '/2', '/3'].map((href) => entry(href, '<p>a</p>')).join(''),
    false,
  ],
  [
    'a headline without text below doesn’t count',
    ['/1', '/2'].map((href) => entry(href)).join('') + entry('/3', ''),
    false,
  ],
  ['links within the page are no headlines', ['#1', '#2', '#3'].map((href) => entry(href)).join(''), false],
  ['headlines without a link are no list', `<h3>Boats</h3>${p(80)}`.repeat(3), false],
  [
    'headlines that are links in part are no list',
    ['/1', '/2', '/3'].map((href) => `<h3>Boats of the <a href="${href}">north</a></h3>${p(80)}`).join(''),
    false,
  ],
  [
    'a link around the headline counts',
    ['/1', '/2', '/3'].map((href) => `<a href="${href}"><h3><b>Boats</b></h3></a>${p(80)}`).join(''),
    false,
  ],
  [
    'a link around inline elements counts',
    ['/1', '/2', '/3'].map((href) => `<h3><a href="${href}"><b> </b><b>Boats</b></a></h3>${p(80)}`).join(''),
    true,
  ],
  [
    'white space before a headline’s link makes no difference',
    ['/1', '/2', '/3'].map((href) => `<h3> <a href="${href}">Boats</a></h3>${p(80)}`).join(''),
    true,
  ],
  ['a link without an address is no headline', '<h3><a>Boats</a></h3>'.concat(p(80)).repeat(3), false],
  [
    'text below a headline without a link belongs to no entry',
    ['/1', '/2', '/3'].map((href) => `${entry(href, '')}<h3>Boats</h3>${p(80)}`).join(''),
    false,
  ],
  [
    'links of paragraphs are no headlines',
    ['/1', '/2', '/3'].map((href) => `<p><a href="${href}">Boats</a></p>${p(80)}`).join(''),
    false,
  ],
  [
    'links in small headings are headlines',
    ['/1', '/2', '/3'].map((href) => `<h6><a href="${href}">Boats</a></h6>${p(80)}`).join(''),
    true,
  ],
])('%s', (_, body, expected) => {
  expect(isIndexPage(blocksOf(body))).toBe(expected);
});

const LIST = ['/1', '/2', '/3'].map((href) => entry(href)).join('');
it.each<[string, string, number]>([
  ['a list in a box of its own below an article is cut off', `${p(81)}${p(80)}<div>${LIST}</div>`, 2],
  ['a list with a heading below an article is cut off', `${p(81)}${p(80)}<h2>More</h2>${LIST}`, 3],
  ['a list among the paragraphs without a heading is a letter’s', `${p(81)}${p(80)}${LIST}`, 8],
  ['a list stays if there is twice its longest entry’s text above', `${p(80)}${p(80)}<div>${LIST}</div>`, 8],
  ['the longest entry counts', `${p(81)}${p(80)}<div>${LIST}${p(60)}</div>`, 9],
  ['short lines above the list don’t count', `${'<p>short</p>'.repeat(50)}${p(160)}${LIST}`, 57],
  ['two headlines below an article stay', `${p(500)}${entry('/1')}${entry('/2')}`, 5],
  ['an article without headlines stays', p(500), 1],
])('%s', (_, body, count) => {
  expect(withoutIndex(blocksOf(body))).toHaveLength(count);
});
