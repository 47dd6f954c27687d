import { describe, expect, it } from 'vitest';
import { blockText } from '../../../lambdas/core/article/block-text.ts';
import { mainText } from '../../../lambdas/core/article/main-text.ts';
import { parseFragment, parsePage } from '../../../lambdas/core/article/page-document.ts';
import { readPage } from '../../../lambdas/core/article/read-page.ts';
import { longText, pageOf } from '../../fakes/messages.ts';

const URL = 'https://harbour.example/news/1';
const textOf = (html: string): string => blockText(parseFragment(html).body);

describe('the text of a fragment', () => {
  it.each([
    ['has a line for a block', '<p>One</p><p>Two</p>', 'One\nTwo'],
    ['does not break inside a line', '<p>One <b>and</b> <a href="#">two</a></p>', 'One and two'],
    ['does not tear words apart', '<p>un<i>believ</i>able</p>', 'unbelievable'],
    ['breaks where the author did', 'One<br>Two<br/><br>Three', 'One\nTwo\nThree'],
    ['has a line for a cell and an item', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', 'a\nb\nc\nd'],
    ['folds white space', '<p>  One \n\t two&nbsp; three </p>', 'One two three'],
    ['has no scripts, styles and comments', '<script>x<y</script><style>z</style><!-- c --><p>One</p>', 'One'],
    ['has no buttons and fields', '<button>Buy</button><p>One</p><textarea>x</textarea>', 'One'],
    ['has its entities decoded', '<p>Caf&eacute; &amp; &lt;bar&gt;</p>', 'Café & <bar>'],
    ['is the text itself without tags', 'Just words', 'Just words'],
    ['is nothing of nothing', '', ''],
    ['survives tags that are not closed', '<p>One<p>Two<b>three', 'One\nTwothree'],
    ['survives an ending script without a beginning', '</script><p>One', 'One'],
  ])('%s', (_, html, expected) => {
    expect(textOf(html)).toBe(expected);
  });
});

describe('the main text of a page', () => {
  const story = longText('ferries');
  const main = (html: string): string | undefined => mainText(parsePage(Buffer.from(html), 'text/html'));

  it('is its article, without navigation, forms and newsletters', () => {
    const text = main(`<html><body><nav>Home Sport</nav><main><article><h1>Ferry</h1><p>${story}</p><p>${story}</p>
      <aside class="newsletter-box">Get our letter</aside><form>Name: <p>your mail</p></form></article></main>
      <footer>All rights reserved</footer></body></html>`);
    expect(text).toContain(story);
    expect(text).not.toMatch(/Home|letter|mail|rights/);
  });

  it('is absent on an empty page', () => {
    expect(main('<html><body></body></html>')).toBeUndefined();
  });

  it('is found whatever scripts stand around it', () => {
    const odd = '<script>document.write("<p>")</script><script type="text/template"><div></script><svg><p>icon</svg>';
    expect(main(`<html><body>${odd}<article><p>${story}</p></article>${odd}</body></html>`)).toBe(story);
  });
});

describe('a page is read', () => {
  it('with its metadata and its text', () => {
    expect(readPage(Buffer.from(pageOf('Ferry returns', longText('ferries'))), 'text/html', URL)).toMatchObject({
      metadata: { title: 'Ferry returns', language: 'en' },
      text: expect.stringContaining(longText('ferries')),
    });
  });

  it.each([
    ['HTML', 'text/html; charset=utf-8', true],
    ['XHTML', 'application/xhtml+xml', true],
    ['what says nothing of itself', undefined, true],
    ['a PDF', 'application/pdf', false],
    ['an image', 'image/jpeg', false],
    ['JSON', 'application/json', false],
  ])('or not: %s', (_, contentType, expected) => {
    expect(readPage(Buffer.from(pageOf('A', 'B')), contentType, URL) !== undefined).toBe(expected);
  });

  it('in its own encoding', () => {
    const page = Buffer.from('<html><head><meta charset="iso-8859-1"><title>Caf\u00e9</title></head></html>', 'latin1');
    expect(readPage(page, 'text/html', URL)?.metadata.title).toBe('Café');
  });
});

describe('a hostile page comes to an end, and its metadata is not lost', () => {
  const head = '<html><head><meta property="og:title" content="Ferry"></head><body>';
  const P = `<p>${longText('ferries')}</p>`;
  const repeat = (text: string, times: number): string => text.repeat(times);

  it.each([
    ['100,000 unclosed <script', repeat('<script', 100_000)],
    ['100,000 unclosed <script with attributes', repeat('<script ', 100_000)],
    ['100,000 unclosed scripts', repeat('<script>', 100_000)],
    ['100,000 unclosed comments', repeat('<!--', 100_000)],
    ['2,000 nested divisions', repeat('<div>', 2_000) + P],
    ['20,000 nested divisions', repeat('<div>', 20_000) + P],
    ['20,000 nested bold words', repeat('<b>', 20_000) + P],
    ['1,000 nested tables', repeat('<table><tr><td>', 1_000) + P],
    ['100,000 links', repeat('<a href=x>x</a>', 100_000)],
    ['100,000 breaks', repeat('<br>', 100_000) + P],
    ['200,000 characters of <', repeat('<', 200_000)],
    ['500,000 hard spaces', repeat('\u00A0', 500_000)],
    ['500,000 ampersands', repeat('& ', 500_000)],
    ['100,000 attributes', `<div ${repeat('a=b ', 100_000)}>${P}`],
    ['a title of 100,000 dashes', `<title>${repeat('a - ', 100_000)}|</title>${P}`],
  ])('%s', (_, body) => {
    expect(readPage(Buffer.from(head + body), 'text/html', URL)?.metadata.title).toBe('Ferry');
  });

  it('a site name and a title full of separators', () => {
    const page = `<html><head>${meta('og:site_name', 'Site')}${meta('og:title', `${repeat('a - ', 200_000)}|`)}</head>`;
    expect(readPage(Buffer.from(page), 'text/html', URL)?.metadata.siteName).toBe('Site');
  });

  it('JSON-LD that is nested without end', () => {
    const deep = `${repeat('{"url":', 50_000)}1${repeat('}', 50_000)}`;
    const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","image":${deep}}</script></head>`;
    expect(() => readPage(Buffer.from(page), 'text/html', URL)).not.toThrow();
  });
});

const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
