import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lambdas/core/article/read-page.ts';
import { fragmentText } from '../../../../lambdas/core/article/text/fragment-text.ts';
import { longText, pageOf } from '../../../fakes/messages.ts';

const URL = 'https://harbour.example/news/1';
const textOf = (html: string): string => fragmentText(html, URL).text;

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

describe('a page is read', () => {
  it('with its metadata and its text', () => {
    expect(readPage(Buffer.from(pageOf('Ferry returns', longText('ferries'))), 'text/html', URL)).toMatchObject({
      metadata: { title: 'Ferry returns', language: 'en' },
      shown: { text: expect.stringContaining(longText('ferries')) },
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
    expect(readPage(Buffer.from(pageOf('A', 'B')), contentType, URL).textless !== 'not-html').toBe(expected);
  });

  it('with links that start from its base', () => {
    const linked = pageOf('Ferry returns', `${longText('ferries')} <a href="sea/2">Two</a>`);
    const page = linked.replace('<title>', '<base href="https://www.harbour.example/de/"><title>');
    expect(readPage(Buffer.from(page), 'text/html', URL).shown?.html).toContain(
      '<a href="https://www.harbour.example/de/sea/2">',
    );
  });

  it('in its own encoding', () => {
    const page = Buffer.from('<html><head><meta charset="iso-8859-1"><title>Caf\u00e9</title></head></html>', 'latin1');
    expect(readPage(page, 'text/html', URL).metadata.title).toBe('Café');
  });
});

describe('a page without a text says why', () => {
  it.each([
    ['it is no HTML', 'application/pdf', '%PDF-1.7', 'not-html'],
    ['nothing on it reads like running text', 'text/html', '<p>Menu</p>', 'no-article'],
    ['it has more elements than pages have', 'text/html', '<i>x</i>'.repeat(70_000), 'too-large'],
    ['an attribute of 1 MB breaks the parser', 'text/html', `<p class="${'a-b '.repeat(250_000)}">x`, 'unreadable'],
    ['it is longer than pages are', 'text/html', `<p>${'All the ferries sail. '.repeat(100_000)}`, 'too-large'],
    ['it is deeper than pages are', 'text/html', `${'<div>'.repeat(300)}<p>${longText('ferries')}`, 'too-large'],
  ])('%s', (_, contentType, body, textless) => {
    expect(readPage(Buffer.from(body), contentType, URL)).toMatchObject({ textless });
  });
});

describe('the text of a page is whole', () => {
  const [first, second, third] = ['ferries', 'harbours', 'lighthouses'].map((topic) => `<p>${longText(topic)}</p>`);
  const inLd = (body: string) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","articleBody":"${body}"}</script>`;
  const end = '<script>1</script><style>b{}</style><iframe></iframe><svg></svg><!-- -->';
  it.each([
    ['behind an escaped script in its JSON-LD', `${inLd('<script><\\/script>')}${first}${second}${end}${third}`],
    ['behind an escaped frame in its JSON-LD', `${inLd('<iframe><\\/iframe>')}${first}${second}${end}${third}`],
    ['behind a comment in its JSON-LD that is not closed', `${inLd('<!-- x')}${first}${second}${end}${third}`],
    ['behind a script in an attribute', `${first}<div data-x='<script><\\/script>'></div>${second}${end}${third}`],
    ['behind a picture of 2 MB', `${first}<img src="data:image/png;base64,${'A'.repeat(2_100_000)}">${second}${third}`],
  ])('%s', (_, body) => {
    const page = `<html><head><title>Ferry</title></head><body><article>${body}</article></body></html>`;
    const { shown } = readPage(Buffer.from(page), 'text/html', URL);
    expect(shown?.text.match(/Sentence 1 about \w+/g)).toEqual(
      ['ferries', 'harbours', 'lighthouses'].map((topic) => `Sentence 1 about ${topic}`),
    );
  });

  it('in a feed’s content that is deep', () => {
    expect(textOf(`${'<div>'.repeat(5_000)}Ferry`)).toBe('Ferry');
  });
});

describe('what a page is, beside an article,', () => {
  const entry = (href: string) => `<h2><a href="${href}">Ferries</a></h2><p>${longText('ferries').slice(0, 200)}</p>`;
  const listOf = (...targets: string[]) => `<main>${targets.map(entry).join('')}</main>`;
  it.each<[string, string, object]>([
    ['a list of articles', listOf('/1', '/2', '/3'), { isIndex: true }],
    ['no list when the headings lead to its own parts', listOf('#1', '#2', '#3'), {}],
    ['no list when the headings lead to one page', listOf('/1', '/1', '/1'), {}],
    ['a challenge', '<title>Just a moment...</title><p>Wait.</p>', { isChallenge: true }],
  ])('is seen: %s', (_, html, expected) => {
    const { isIndex, isChallenge } = readPage(Buffer.from(html), 'text/html', URL);
    expect({ isIndex, isChallenge }).toEqual(expected);
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
    [
      '28,000 nested authors of articles',
      repeat('<div itemprop="author" itemscope itemtype="https://schema.org/NewsArticle">', 28_000) + P,
    ],
    ['28,000 nested bylines', repeat('<div class="author">', 28_000) + P],
    ['100,000 nested divisions', repeat('<div>', 100_000) + P],
    ['10 MB of divisions', repeat('<div><p>', 1_250_000)],
    ['10 MB of text', repeat('All the ferries sail. ', 450_000)],
    ['10 MB of <', repeat('<', 10_000_000)],
    ['100,000 links', repeat('<a href=x>x</a>', 100_000)],
    ['100,000 breaks', repeat('<br>', 100_000) + P],
    ['200,000 characters of <', repeat('<', 200_000)],
    ['500,000 hard spaces', repeat('\u00A0', 500_000)],
    ['500,000 ampersands', repeat('& ', 500_000)],
    ['100,000 attributes', `<div ${repeat('a=b ', 100_000)}>${P}`],
    ['a title of 100,000 dashes', `<title>${repeat('a - ', 100_000)}|</title>${P}`],
  ])(
    '%s',
    (_, body) => {
      expect(readPage(Buffer.from(head + body), 'text/html', URL).metadata.title).toBe('Ferry');
    },
    5_000,
  );

  it('a site name and a title full of separators', () => {
    const page = `<html><head>${meta('og:site_name', 'Site')}${meta('og:title', `${repeat('a - ', 200_000)}|`)}</head>`;
    expect(readPage(Buffer.from(page), 'text/html', URL).metadata.siteName).toBe('Site');
  });

  it('JSON-LD that is nested without end', () => {
    const deep = `${repeat('{"url":', 50_000)}1${repeat('}', 50_000)}`;
    const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","image":${deep}}</script></head>`;
    expect(() => readPage(Buffer.from(page), 'text/html', URL)).not.toThrow();
  });
});

const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
