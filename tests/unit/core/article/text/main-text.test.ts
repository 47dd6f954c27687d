import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../../lambdas/core/article/page/page-document.ts';
import { mainPart, mainText } from '../../../../../lambdas/core/article/text/main-text.ts';

const BASE = 'https://harbour.example/news/1';
const ONE =
  'The ferry that carries the island’s post came back to its old pier on Monday, after three weeks in dry dock.';
const TWO =
  'Its captain, who has sailed the strait for thirty years, said that the engine had never run so quietly before.';
const THREE =
  'The harbour office expects the night service to begin in May, if the second crew has been trained by then.';
const STORY = `<p>${ONE}</p><p>${TWO}</p><p>${THREE}</p>`;
const story = [ONE, TWO, THREE].join('\n');

const blocksOf = (page: string, known = {}) => mainPart(parsePage(Buffer.from(page), 'text/html'), known).blocks;
const read = (body: string, known = {}) =>
  mainText(blocksOf(`<!doctype html><html><body>${body}</body></html>`, known), BASE);
const textOf = (body: string, known = {}): string => read(body, known).text;

/** A paragraph that could be the article's, were it not for its place. */
const OTHER =
  'Readers who like the sea also like our weekly letter about boats, harbours and the people who work there.';
const inArticle = (between: string): string =>
  `<main><article><h1>The ferry is back</h1><p>${ONE}</p>${between}<p>${TWO}</p><p>${THREE}</p></article></main>`;

describe('the article is found', () => {
  it.each([
    ['among menus and footers', `<nav><p>${OTHER}</p></nav><div>${STORY}</div><footer><p>${OTHER}</p></footer>`],
    [
      'without any paragraphs, by its line breaks',
      `<div>${ONE}<br><br>${TWO}<br><br>${THREE}</div><div><a href="/">Home</a></div>`,
    ],
    [
      'in sections of its own',
      `<div><section><p>${ONE}</p></section><section><p>${TWO}</p></section><section><p>${THREE}</p></section></div>`,
    ],
    ['beside teasers that are longer', `<article>${STORY}</article>${`<div><p>${OTHER}</p></div>`.repeat(4)}`],
    ['in a box that the template calls has-sidebar', `<div class="page has-sidebar">${STORY}</div>`],
    [
      'in parts that are for subscribers',
      `<div>${[ONE, TWO, THREE].map((text) => `<div class="paywall"><p>${text}</p></div>`).join('')}</div>`,
    ],
    ['when the whole page is a form', `<form id="aspnetForm" class="subscribe"><div>${STORY}</div></form>`],
    ['when a script has to show it yet', `<div hidden id="S:0">${STORY}</div><script>show("S:0")</script>`],
    ['where a warning of the server stands before the page', `Warning: deprecated in line 3<br><div>${STORY}</div>`],
    [
      'whatever scripts stand around it',
      `<script>document.write("<p>")</script>${STORY}<script type="x"><div></script>`,
    ],
  ])('%s', (_, body) => {
    expect(textOf(body)).toBe(story);
  });

  it('behind a head that is not closed', () => {
    const page = `<html><head><title>Ferry</title><body><div>${STORY}</div></body></html>`;
    expect(mainText(blocksOf(page), BASE).text).toBe(story);
  });

  it('nowhere, where there is none', () => {
    expect(textOf('<ul><li><a href="/a">Sport</a><li><a href="/b">Weather</a></ul>')).toBe('');
  });
});

describe('what stands between the paragraphs is left out:', () => {
  it.each([
    ['a newsletter box', `<div class="newsletter-box"><p>${OTHER}</p></div>`],
    ['a box that ends with a button', `<div class="x1"><p>${OTHER}</p><a href="/give">Go on</a></div>`],
    ['an aside', `<aside><p>${OTHER}</p></aside>`],
    ['comments', `<section id="comments"><p>${OTHER}</p><p>${OTHER}</p><p>${OTHER}</p><p>${OTHER}</p></section>`],
    ['a consent dialog', `<div role="dialog"><p>${OTHER}</p></div>`],
    ['what screens do not show', `<p class="visually-hidden">${OTHER}</p>`],
    [
      'related articles with their teasers',
      `<div class="related"><p><a href="/2">Boats and harbours of the north</a> ${OTHER}</p></div>`,
    ],
    ['an advertisement, by a word of its class in capitals', `<div class="storyAdvertisement"><p>${OTHER}</p></div>`],
    ['the caption of a figure', `<figure><img src="a.jpg"><figcaption>${OTHER}</figcaption></figure>`],
    ['a short text in a box for pictures', `<div class="photo"><img src="a.jpg">The ferry at its pier on Monday</div>`],
    ['a link to another article', '<p><a href="/2">Night service: what the harbour office has planned</a></p>'],
    ['a link with a label, in any language', '<p>Lue myös: <a href="/2">Yölautta aloittaa toukokuussa</a></p>'],
    ['a list of links', '<ul><li>May: <a href="/2">New crew</a></li><li>June: <a href="/3">New pier</a></li></ul>'],
    ['a label over a link', '<p>More on this</p><p><a href="/2">Night service: what the office has planned</a></p>'],
    [
      'a label over related articles',
      '<p>More on this</p><div class="related"><a href="/2">Night service: what the office has planned</a></div>',
    ],
    [
      'a teaser with its author, in a box',
      '<div class="x1"><a href="/2">Night service: what the office has planned</a><p>By Bea Mole</p></div>',
    ],
    ['how long it takes', '<p>3 min read</p>'],
    ['how long it takes, in another language', '<p>Lesedauer: 3 Minuten</p>'],
    ['what stands over an advertisement', '<p>Advertisement</p>'],
    ['who made a picture', '<p>Photo: A. Keeler / Harbour Post</p>'],
    ['whose picture it is', '<p>The ferry at sea (Image: Harbour Post)</p>'],
    ['a date and time', '<p>Published 3 March 2031, 10:45 am</p>'],
    ['a date in another language', '<p>Aktualisiert: 3. März 2031, 10.45 Uhr</p>'],
    ['the headline again', '<div>The Ferry is back!</div>'],
    ['a date with its weekday', '<p>segunda-feira, 3 de março de 2031 às 10:45</p>'],
    ['the author’s name', '<p>By Ada Keeler, Harbour</p>'],
  ])('%s', (_, between) => {
    expect(textOf(inArticle(between), { title: 'The ferry is back', authors: ['Ada Keeler'] })).toBe(story);
  });

  it.each([
    ['a heading', '<h2 id="related">Thirty years</h2>', 'Thirty years'],
    ['a short line that is a sentence', '<p>“It hums.”</p>', '“It hums.”'],
    ['a list', '<ul><li>one engine</li><li>two masts</li></ul>', 'one engine\ntwo masts'],
    ['a quotation', '<blockquote>Never so quiet</blockquote>', 'Never so quiet'],
    ['rows of numbers', '<table><tr><td>2030</td><td>1 204 567</td></tr></table>', '2030\n1 204 567'],
    ['how long something else takes', '<p>Boil for 30 minutes</p>', 'Boil for 30 minutes'],
    ['a sentence about a paper called Bild', '<p>Bild saw it first.</p>', 'Bild saw it first.'],
    ['a paragraph with a year', '<p>It was in 2031 that it first sailed.</p>', 'It was in 2031 that it first sailed.'],
    [
      'a teaser without links',
      '<div class="teaser-text"><p>In short: it is back, and it hums.</p></div>',
      'In short: it is back, and it hums.',
    ],
  ])('but not %s', (_, between, text) => {
    expect(textOf(inArticle(between))).toBe([ONE, text, TWO, THREE].join('\n'));
  });
});

describe('after the last paragraph', () => {
  it.each([
    ['a heading that nothing follows', '<h2>More from the harbour</h2>'],
    ['tags', '<p>Ferries</p><p>Harbour</p>'],
    ['a short call to action', '<p>Sign up <a href="/letter">for the letter</a></p>'],
  ])('%s is left out', (_, after) => {
    expect(textOf(`<article>${STORY}${after}</article>`)).toBe(story);
  });
});

describe('other articles below the article', () => {
  const entry = (n: number, text: string) => `<h3><a href="/${n}">Boats of the north, part ${n}</a></h3><p>${text}</p>`;
  const page = (text: string) => `<article>${STORY}${[1, 2, 3].map((n) => entry(n, text)).join('')}</article>`;

  it('are left out with their teasers', () => {
    expect(textOf(page(OTHER))).toBe(story);
  });

  it('are not when they say as much as the article: then it is a list', () => {
    const all = textOf(page(OTHER.repeat(3)));
    expect(all.startsWith(story)).toBe(true);
    expect(all).toContain(OTHER);
  });
});

describe('a standfirst, between the headline and the article’s element,', () => {
  const LEAD = 'After three weeks the island has its ferry back, and with it the post, the bread and the newspapers.';
  const page = `<header><h1>The ferry is back</h1><p>${LEAD}</p></header><div>${STORY}</div>`;

  it('belongs to the text', () => {
    expect(textOf(page)).toBe(`${LEAD}\n${story}`);
  });

  it('does not when it is the page’s description: that is the excerpt', () => {
    expect(textOf(page, { description: LEAD })).toBe(story);
  });

  it.each([
    ['does not either as the first paragraph, if it is marked', '<p class="articleLeadText">', story],
    ['does as the first paragraph, for many pages describe themselves by how they begin', '<p>', `${LEAD}\n${story}`],
  ])('%s', (_, tag, expected) => {
    expect(textOf(`<article>${tag}${LEAD}</p>${STORY}</article>`, { description: LEAD })).toBe(expected);
  });
});

describe('the HTML of an article', () => {
  const htmlOf = (between: string): string | undefined =>
    read(inArticle(between))?.html.replace(`<p>${ONE}</p>`, '').replace(`<p>${TWO}</p><p>${THREE}</p>`, '');

  it.each([
    ['has paragraphs and headings', '<div>Short.</div><h3>Crew</h3>', '<p>Short.</p><h3>Crew</h3>'],
    [
      'has lists in lists',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    ],
    ['has quotations', '<blockquote><p>“Quiet.”</p></blockquote>', '<blockquote><p>“Quiet.”</p></blockquote>'],
    ['has tables', '<table><tbody><tr><th>Mast<td>2</table>', '<table><tr><th>Mast</th><td>2</td></tr></table>'],
    [
      'has emphasis and line breaks',
      '<p>So <b>very</b> <i>quiet</i>.<br>It hums.</p>',
      '<p>So <b>very</b> <i>quiet</i>.<br>It hums.</p>',
    ],
    [
      'has absolute addresses',
      '<p>It <a href="../2" onclick="x()" class="y">hums</a> today.</p>',
      '<p>It <a href="https://harbour.example/2">hums</a> today.</p>',
    ],
    [
      'has links without what tracks its readers',
      '<p>It <a href="/2?id=3&utm_source=n&fbclid=4#engine">hums</a> today.</p>',
      '<p>It <a href="https://harbour.example/2?id=3#engine">hums</a> today.</p>',
    ],
    ['has no links to scripts', '<p>It <a href="javascript:x()">hums</a> today.</p>', '<p>It hums today.</p>'],
    [
      'has no handlers, pictures and frames',
      '<p onload="x()">It <img src="p.gif" width="1" height="1"><iframe src="//x"></iframe>hums.</p>',
      '<p>It hums.</p>',
    ],
    [
      'has its signs escaped',
      '<p>1 &lt; 2 &amp; &quot;&lt;script&gt;&quot;.</p>',
      '<p>1 &lt; 2 &amp; &quot;&lt;script&gt;&quot;.</p>',
    ],
    [
      'cannot be left by an address',
      "<p>It <a href='https://x.example/\"><script>'>hums</a> today.</p>",
      '<p>It <a href="https://x.example/%22%3E%3Cscript%3E">hums</a> today.</p>',
    ],
  ])('%s', (_, between, html) => {
    expect(htmlOf(between)).toBe(html);
  });
});
