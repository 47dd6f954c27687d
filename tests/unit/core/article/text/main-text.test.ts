import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../../lambdas/core/article/page/page-document.ts';
import { mainPart } from '../../../../../lambdas/core/article/text/main-text.ts';
import { inArticle, ONE, OTHER, readPageText, STORY, story, THREE, TWO, textOf } from '../../../../fakes/story-page.ts';

describe('the article on a page', () => {
  it.each([
    [
      'the article is found among menus and footers',
      `<nav><p>${OTHER}</p></nav><div>${STORY}</div><footer><p>${OTHER}</p></footer>`,
    ],
    [
      'the article is found by its line breaks if it has no paragraphs',
      `<div>${ONE}<br><br>${TWO}<br><br>${THREE}</div><div><a href="/">Home</a></div>`,
    ],
    [
      'the article is found if each paragraph is a section',
      `<div><section><p>${ONE}</p></section><section><p>${TWO}</p></section><section><p>${THREE}</p></section></div>`,
    ],
    [
      'the article is found beside teasers that are longer',
      `<article>${STORY}</article>${`<div><p>${OTHER}</p></div>`.repeat(4)}`,
    ],
    [
      'the article is found in a box that the template calls has-sidebar',
      `<div class="page has-sidebar">${STORY}</div>`,
    ],
    [
      'the article is found in parts that are for subscribers',
      `<div>${[ONE, TWO, THREE].map((text) => `<div class="paywall"><p>${text}</p></div>`).join('')}</div>`,
    ],
    [
      'the article is found if the whole page is a form',
      `<form id="aspnetForm" class="subscribe"><div>${STORY}</div></form>`,
    ],
    [
      'the article is found if a script has to show it first',
      `<div hidden id="S:0">${STORY}</div><script>show("S:0")</script>`,
    ],
    ['the article is found behind a warning of the server', `Warning: deprecated in line 3<br><div>${STORY}</div>`],
    [
      'the article is found among scripts that write tags',
      `<script>document.write("<p>")</script>${STORY}<script type="x"><div></script>`,
    ],
  ])('%s', (_, body) => {
    expect(textOf(body)).toBe(story);
  });

  it('the article is found behind a head that is not closed', () => {
    const page = `<html><head><title>Ferry</title><body><div>${STORY}</div></body></html>`;
    expect(readPageText(page).text).toBe(story);
  });

  it('the article is not found on a page of links', () => {
    expect(textOf('<ul><li><a href="/a">Sport</a><li><a href="/b">Weather</a></ul>')).toBe('');
  });
});

describe('boilerplate among the paragraphs', () => {
  it.each([
    ['a newsletter box is left out', `<div class="newsletter-box"><p>${OTHER}</p></div>`],
    ['an aside is left out', `<aside><p>${OTHER}</p></aside>`],
    ['comments are left out', `<section id="comments">${`<p>${OTHER}</p>`.repeat(4)}</section>`],
    ['a consent dialog is left out', `<div role="dialog"><p>${OTHER}</p></div>`],
    ['a text that screens don’t show is left out', `<p class="visually-hidden">${OTHER}</p>`],
    [
      'related articles with their teasers are left out',
      `<div class="related"><p><a href="/2">Boats and harbours of the north</a> ${OTHER}</p></div>`,
    ],
    [
      'an advertisement is left out by a word within its class',
      `<div class="storyAdvertisement"><p>${OTHER}</p></div>`,
    ],
    ['the caption of a figure is left out', `<figure><img src="a.jpg"><figcaption>${OTHER}</figcaption></figure>`],
    ['a short text in a box for pictures is left out', `<div class="photo"><img src="a.jpg">The ferry on Monday</div>`],
  ])('%s', (_, between) => {
    expect(textOf(inArticle(between), { title: 'The ferry is back', authors: ['Ada Keeler'] })).toBe(story);
  });
});

const partOf = (body: string, known = {}) =>
  mainPart(parsePage(Buffer.from(`<html><body>${body}</body></html>`), 'text/html'), known);
const entry = (n: number, text: string) => `<h3><a href="/${n}">Boats of the north, part ${n}</a></h3><p>${text}</p>`;
const list = (text: string): string => [1, 2, 3].map((n) => entry(n, text)).join('');

describe('other articles below the article', () => {
  it('other articles are left out with their teasers', () => {
    expect(textOf(`<article>${STORY}<h2>More</h2>${list(OTHER)}</article>`)).toBe(story);
    expect(textOf(`<article>${STORY}<div>${list(OTHER)}</div></article>`)).toBe(story);
  });

  it('a letter’s items stay, whose headings are links', () => {
    const letter = textOf(`<article>${STORY}${list(OTHER)}</article>`);
    expect(letter.startsWith(`${story}\nBoats of the north, part 1\n${OTHER}`)).toBe(true);
  });

  it('other articles stay if they say as much as the article: then the page is a list', () => {
    const all = textOf(`<article>${STORY}<h2>More</h2>${list(OTHER.repeat(3))}</article>`);
    expect(all.startsWith(story)).toBe(true);
    expect(all).toContain(OTHER);
  });
});

it.each<[string, string, boolean]>([
  ['a list of articles is an index page', list(OTHER), true],
  ['an article is no index page', STORY, false],
  ['a page without text is no index page', '<p>Menu</p>', false],
  ['a list in boilerplate makes no index page', `${STORY}<aside>${list(OTHER)}</aside>`, false],
])('%s', (_, body, isIndex) => {
  expect(partOf(`<div>${body}</div>`).isIndex).toBe(isIndex);
});

it('a page without running text has no blocks', () => {
  expect(partOf('<p>Menu</p>')).toEqual({ blocks: [], isIndex: false, filteredShare: 0 });
});

describe('a standfirst', () => {
  const LEAD = 'After three weeks the island has its ferry back, and with it the post, the bread and the newspapers.';
  const page = `<header><h1>The ferry is back</h1><p>${LEAD}</p></header><div>${STORY}</div>`;

  it('a standfirst belongs to the text if it stands between the headline and the article’s element', () => {
    expect(textOf(page)).toBe(`${LEAD}\n${story}`);
  });

  it('a standfirst is left out if it is the page’s description, which is the excerpt', () => {
    expect(textOf(page, { description: LEAD })).toBe(story);
  });

  it('a standfirst is left out if it lies in boilerplate', () => {
    expect(textOf(page.replace('<p>', '<p class="share">'))).toBe(story);
  });

  it.each([
    ['a standfirst is left out as the first paragraph if it is marked', '<p class="articleLeadText">', story],
    ['a description stays as the first paragraph if it is not marked', '<p>', `${LEAD}\n${story}`],
  ])('%s', (_, tag, expected) => {
    expect(textOf(`<article>${tag}${LEAD}</p>${STORY}</article>`, { description: LEAD })).toBe(expected);
  });
});
