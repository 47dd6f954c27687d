import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lambdas/core/article/read-page.ts';
import { fragmentText } from '../../../../lambdas/core/article/text/fragment-text.ts';
import { longText, pageOf } from '../../../fakes/messages.ts';

const URL = 'https://harbour.example/news/1';
const textOf = (html: string): string => fragmentText(html, URL).text;

describe('the text of a fragment', () => {
  it.each([
    ['a block is a line', '<p>One</p><p>Two</p>', 'One\nTwo'],
    ['an inline element breaks no line', '<p>One <b>and</b> <a href="#">two</a></p>', 'One and two'],
    ['an inline element breaks no word', '<p>un<i>believ</i>able</p>', 'unbelievable'],
    ['a line break breaks a line', 'One<br>Two<br/><br>Three', 'One\nTwo\nThree'],
    ['an item and a cell are lines', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', 'a\nb\nc\nd'],
    ['white space is folded', '<p>  One \n\t two&nbsp; three </p>', 'One two three'],
    ['scripts, styles and comments are no text', '<script>x<y</script><style>z</style><!-- c --><p>One</p>', 'One'],
    ['buttons and fields are no text', '<button>Buy</button><p>One</p><textarea>x</textarea>', 'One'],
    ['entities are decoded', '<p>Caf&eacute; &amp; &lt;bar&gt;</p>', 'Café & <bar>'],
    ['words without tags are text', 'Just words', 'Just words'],
    ['nothing has no text', '', ''],
    ['tags that aren’t closed lose no text', '<p>One<p>Two<b>three', 'One\nTwothree'],
    ['the end of a script without its start loses no text', '</script><p>One', 'One'],
  ])('%s', (_, html, expected) => {
    expect(textOf(html)).toBe(expected);
  });
});

describe('a page', () => {
  it('a page is read with its metadata and its text', () => {
    const reading = readPage(Buffer.from(pageOf('Ferry returns', longText('ferries'))), 'text/html', URL);
    expect(reading).toMatchObject({
      metadata: { title: 'Ferry returns', language: 'en' },
      shown: { text: longText('ferries'), html: `<p>${longText('ferries')}</p>` },
    });
    expect(Object.keys(reading).sort()).toEqual(['learned', 'metadata', 'shown']);
  });

  it.each([
    ['HTML is read', 'text/html; charset=utf-8', undefined],
    ['HTML in capitals is read', 'TEXT/HTML', undefined],
    ['XHTML is read', 'application/xhtml+xml', undefined],
    ['a page without a content type is read', undefined, undefined],
    ['a PDF isn’t read', 'application/pdf', 'not-html'],
    ['an image isn’t read', 'image/jpeg', 'not-html'],
    ['a feed’s type isn’t read', 'application/rss+xml', 'not-html'],
    ['XHTML sent as XML is read', 'application/xml', undefined],
    ['JSON isn’t read', 'application/json', 'not-html'],
  ])('%s', (_, contentType, expected) => {
    const page = Buffer.from(pageOf('Ferry', longText('ferries')));
    expect(readPage(page, contentType, URL).textless).toBe(expected);
  });

  it('a page that isn’t HTML has no metadata', () => {
    expect(readPage(Buffer.from(pageOf('A', 'B')), 'application/pdf', URL)).toEqual({
      metadata: {},
      textless: 'not-html',
    });
  });

  it.each(['application/rss+xml', 'application/xml', 'text/html', undefined])(
    'none of a feed becomes text when it is sent as %s',
    (contentType) => {
      const item = `<item><title>Ferry</title><description>${longText('ferries')}</description></item>`;
      const feed = Buffer.from(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Sea</title>${item}</channel></rss>`,
      );
      expect(readPage(feed, contentType, URL)).toEqual({ metadata: {}, textless: 'not-html' });
    },
  );

  it('links start from the page’s base', () => {
    const linked = pageOf('Ferry returns', `${longText('ferries')} <a href="sea/2">Two</a>`);
    const page = linked.replace('<title>', '<base href="https://www.harbour.example/de/"><title>');
    expect(readPage(Buffer.from(page), 'text/html', URL).shown?.html).toContain(
      '<a href="https://www.harbour.example/de/sea/2">',
    );
  });

  it.each([
    ['a page is read in the encoding of its meta tag', '<meta charset="iso-8859-1">', 'text/html'],
    ['a page is read in the encoding of its content type', '', 'text/html; charset=iso-8859-1'],
  ])('%s', (_, head, contentType) => {
    const page = Buffer.from(`<html><head>${head}<title>Caf\u00e9</title></head></html>`, 'latin1');
    expect(readPage(page, contentType, URL).metadata.title).toBe('Café');
  });

  const DESCRIPTION = 'The ferry comes back to the island on Monday, as its owners say.';
  const STORY = `<p>${longText('ferries')}</p>`;
  it.each([
    [
      'the text leaves out the page’s description',
      `<meta name="description" content="${DESCRIPTION}">`,
      `<h1>Sea</h1><p>${DESCRIPTION}</p><article>${STORY}</article>`,
    ],
    [
      'the text leaves out the page’s title',
      '<meta property="og:title" content="Ferry returns">',
      `<article><p>Ferry returns</p>${STORY}</article>`,
    ],
    [
      'the text leaves out the page’s authors',
      '<meta name="author" content="Ada Quay">',
      `<article><p>Ada Quay</p>${STORY}</article>`,
    ],
  ])('%s', (_, head, body) => {
    const textWith = (tags: string): string | undefined =>
      readPage(Buffer.from(`<html><head>${tags}</head><body>${body}`), 'text/html', URL).shown?.text;
    expect(textWith(head)).toBe(longText('ferries'));
    expect(textWith('')).toMatch(/.\n/);
  });

  const declared = '{"@type":"NewsArticle","headline":"Ferry","articleBody":"The ferry is back."}';
  it('the JSON-LD’s text stands apart from the metadata', () => {
    const page = `<script type="application/ld+json">${declared}</script><p>${longText('ferries')}`;
    const { articleBody, isArticle, metadata } = readPage(Buffer.from(page), 'text/html', URL);
    expect({ articleBody, isArticle }).toEqual({ articleBody: 'The ferry is back.', isArticle: true });
    expect(metadata).not.toHaveProperty('articleBody');
    expect(metadata).not.toHaveProperty('isArticle');
  });
});

describe('the blocks that a host repeats', () => {
  const APPEAL = 'Please support the Harbour Post: with your help our reporters sail with each ferry, in any weather.';
  const topics = ['ferries', 'harbours', 'lighthouses', 'bridges'];
  const read = (topic: string, hostBlocks?: Uint8Array, url = `https://harbour.example/news/${topic}`) => {
    const text = `${longText(topic)}</p><p>${APPEAL}</p><p>${longText(`more ${topic}`)}`;
    return readPage(Buffer.from(pageOf(`All about ${topic}`, text)), 'text/html', url, hostBlocks);
  };
  const known = topics
    .slice(0, 3)
    .reduce<Uint8Array | undefined>((blocks, topic) => read(topic, blocks).learned ?? blocks, undefined);

  it('the fourth article of a host leaves out what three have repeated', () => {
    expect(read('bridges').shown?.text).toContain(APPEAL);
    expect(read('bridges', known).shown?.text).toBe(`${longText('bridges')}\n${longText('more bridges')}`);
  });

  it('an article that is read again teaches nothing', () => {
    expect(read('ferries', known)).not.toHaveProperty('learned');
  });

  it('an article is known by its canonical address', () => {
    expect(read('ferries', known, 'https://harbour.example/news/ferries?utm_source=x')).not.toHaveProperty('learned');
  });

  it('a front page is known by the address that served it', () => {
    const learned = read('ferries', undefined, 'https://harbour.example/').learned;
    expect(read('ferries', learned, 'https://harbour.example/')).not.toHaveProperty('learned');
    expect(read('ferries', learned, 'https://valley.example/')).toHaveProperty('learned');
  });
});

describe('a page without a text', () => {
  it.each([
    ['a page without running text has no article', '<p>Menu</p>', 'no-article'],
    ['a page with more elements than pages have is too large', '<i>x</i>'.repeat(70_000), 'too-large'],
    ['a page without an element is unreadable', '<?xml <html ?>', 'unreadable'],
    [
      'a page that is longer than pages are is too large',
      `<p>${'All the ferries sail. '.repeat(100_000)}`,
      'too-large',
    ],
    [
      'a page that is deeper than pages are is too large',
      `${'<div>'.repeat(300)}<p>${longText('ferries')}`,
      'too-large',
    ],
  ])('%s', (_, body, textless) => {
    const { metadata, ...reading } = readPage(Buffer.from(body), 'text/html', URL);
    expect(reading).toEqual({ textless });
    expect(metadata).toEqual(textless === 'unreadable' ? {} : expect.objectContaining({ url: URL }));
  });
});

describe('a page for browsers without scripts', () => {
  const read = (body: string) => readPage(Buffer.from(`<html><body>${body}</body></html>`), 'text/html', URL);

  it('has its text, if it shows nothing else', () => {
    expect(read(`<div id="app"></div><noscript><p>${longText('ferries')}</p></noscript>`).shown?.text).toBe(
      longText('ferries'),
    );
  });

  it.each([
    [
      'a notice that asks for scripts is no text',
      `<noscript>${'Please turn on JavaScript to read the news of the harbour. '.repeat(4)}</noscript>`,
    ],
    ['a page without it has none', '<div id="app"></div>'],
  ])('%s', (_, body) => {
    expect(read(body)).toMatchObject({ textless: 'no-article' });
  });

  it('is not read beside a text', () => {
    const page = `<article><p>${longText('ferries')}</p><noscript><p>${longText('harbours')}</p></noscript></article>`;
    expect(read(page).shown?.text).toBe(longText('ferries'));
  });
});

it('a text in a shadow root is read', () => {
  const page = `<html><body><x-story><template shadowrootmode="open"><article><p>${longText('ferries')}</p></article></template></x-story></body></html>`;
  expect(readPage(Buffer.from(page), 'text/html', URL).shown?.text).toBe(longText('ferries'));
});

it.each([
  ['a page that loses more than a third of its text to filters says so', 2, 0.4],
  ['a page that loses less doesn’t', 1, undefined],
])('%s', (_, lost, share) => {
  const text = `<p>${'x'.repeat(99)}.</p>`.repeat(3);
  const box = `<div><p>${'y'.repeat(99)}.</p><p><a href="/2">Go</a></p></div>`;
  const page = `<html><body><article>${text}${box.repeat(lost)}</article></body></html>`;
  const { filteredShare } = readPage(Buffer.from(page), 'text/html', URL);
  expect(filteredShare === undefined ? undefined : Math.round(filteredShare * 10) / 10).toBe(share);
});

describe('markup that may hide text', () => {
  const [first, second, third] = ['ferries', 'harbours', 'lighthouses'].map((topic) => `<p>${longText(topic)}</p>`);
  const inLd = (body: string) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","articleBody":"${body}"}</script>`;
  const end = '<script>1</script><style>b{}</style><iframe></iframe><svg></svg><!-- -->';
  it.each([
    ['an escaped script in JSON-LD hides no text', `${inLd('<script><\\/script>')}${first}${second}${end}${third}`],
    ['an escaped frame in JSON-LD hides no text', `${inLd('<iframe><\\/iframe>')}${first}${second}${end}${third}`],
    ['an unclosed comment in JSON-LD hides no text', `${inLd('<!-- x')}${first}${second}${end}${third}`],
    [
      'a script in an attribute hides no text',
      `${first}<div data-x='<script><\\/script>'></div>${second}${end}${third}`,
    ],
    [
      'a picture of 2 MB hides no text',
      `${first}<img src="data:image/png;base64,${'A'.repeat(2_100_000)}">${second}${third}`,
    ],
  ])('%s', (_, body) => {
    const page = `<html><head><title>Ferry</title></head><body><article>${body}</article></body></html>`;
    const { shown } = readPage(Buffer.from(page), 'text/html', URL);
    expect(shown?.text.match(/Sentence 1 about \w+/g)).toEqual(
      ['ferries', 'harbours', 'lighthouses'].map((topic) => `Sentence 1 about ${topic}`),
    );
  });

  it('deep elements in a feed’s content hide no text', () => {
    expect(textOf(`${'<div>'.repeat(5_000)}Ferry`)).toBe('Ferry');
  });
});

describe('a page that may be no article', () => {
  const entry = (href: string) => `<h2><a href="${href}">Ferries</a></h2><p>${longText('ferries').slice(0, 200)}</p>`;
  const listOf = (...targets: string[]) => `<main>${targets.map(entry).join('')}</main>`;
  it.each<[string, string, object]>([
    ['a list of articles is an index', listOf('/1', '/2', '/3'), { isIndex: true }],
    ['headings that lead to the page’s own parts make no index', listOf('#1', '#2', '#3'), {}],
    ['headings that lead to one page make no index', listOf('/1', '/1', '/1'), {}],
    [
      'a page with a bot wall’s title is a challenge',
      '<title>Just a moment...</title><p>Wait.</p>',
      { isChallenge: true },
    ],
  ])('%s', (_, html, expected) => {
    const { isIndex, isChallenge } = readPage(Buffer.from(html), 'text/html', URL);
    expect({ isIndex, isChallenge }).toEqual(expected);
  });
});
