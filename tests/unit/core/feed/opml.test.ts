import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOpml, type OpmlFeed, parseOpml } from '../../../../lambdas/core/feed/opml.ts';
import { normaliseFeedUrl } from '../../../../lambdas/core/feed/record/feed-url.ts';

const opml = (...outlines: string[]): string => `<opml version="2.0"><body>\n${outlines.join('\n')}\n</body></opml>`;
const A = '<outline text="A" xmlUrl="https://a.example/rss"/>';
const B = '<outline text="B" xmlUrl="https://b.example/rss"/>';
const problemsIn = (text: string): string[] => parseOpml(text).problems.map((each) => `${each.line}: ${each.problem}`);
const urlsIn = (text: string): string[] => parseOpml(text).feeds.map(({ url }) => url);

describe('a list of feeds', () => {
  const cases: [string, string, OpmlFeed[]][] = [
    ['a feed has the text of its outline for a title', opml(A), [{ url: 'https://a.example/rss', title: 'A' }]],
    [
      'a feed has the title of its outline, if there is one, rather than the text',
      opml('<outline text="t" title="T" xmlUrl="https://a.example/"/>'),
      [{ url: 'https://a.example/', title: 'T' }],
    ],
    [
      'a feed has no title if the text is only the address',
      opml('<outline text="https://a.example/" xmlUrl="https://a.example/"/>'),
      [{ url: 'https://a.example/' }],
    ],
    [
      'a feed may lie in folders and under other feeds',
      opml(
        '<outline text="Folder"><outline text="Inner">',
        A,
        '</outline>',
        B.replace('/>', '>'),
        '</outline></outline>',
      ),
      [
        { url: 'https://a.example/rss', title: 'A' },
        { url: 'https://b.example/rss', title: 'B' },
      ],
    ],
    [
      'a feed may be written in capitals',
      opml('<OUTLINE TEXT="A" XMLURL="https://a.example/rss"/>'),
      [{ url: 'https://a.example/rss', title: 'A' }],
    ],
    [
      'a feed keeps the parameters of its address, escaped or not',
      opml('<outline xmlUrl="https://a.example/?a=1&b=2&amp;copy=3"/>'),
      [{ url: 'https://a.example/?a=1&b=2&copy=3' }],
    ],
  ];
  it.each(cases)('%s', (_, text, feeds) => {
    const reading = parseOpml(text);
    expect(reading.feeds.map(({ line: _line, ...feed }) => feed)).toEqual(feeds);
    expect(reading.problems).toEqual([]);
  });

  it('a byte order mark within a title is kept', () => {
    expect(parseOpml(opml(A.replace('A', 'A\uFEFFB'))).feeds).toMatchObject([{ title: 'A\uFEFFB' }]);
  });

  it('a feed has the line where its outline begins', () => {
    expect(parseOpml(opml(A, '<outline\n  text="B"\n  xmlUrl="https://b.example/"\n/>')).feeds).toMatchObject([
      { line: 2 },
      { line: 3 },
    ]);
  });
});

describe('the problems of a list, by line', () => {
  const cases: [string, string, string[]][] = [
    [
      'an address with another scheme is a problem',
      opml(A, '<outline xmlUrl="ftp://x"/>', B),
      ['3: "ftp://x" is not an http or https address'],
    ],
    [
      'an address of one scheme alone is a problem',
      opml(A, '<outline xmlUrl=" http:// "/>', B),
      ['3: "http://" is not an http or https address'],
    ],
    [
      'a long address that cannot be polled is cut in its problem',
      opml(A, `<outline xmlUrl="${'x'.repeat(300)}"/>`, B),
      [`3: "${'x'.repeat(200)}" is not an http or https address`],
    ],
    [
      'a feed without an address is named by its title, which is cut',
      opml(A, `<outline type="RSS" text="C" title="${'x'.repeat(300)}"/>`, B),
      [`3: ${'x'.repeat(200)} has no address (xmlUrl)`],
    ],
    [
      'two problems in two lines are both named',
      opml(A, '</a>', '</b>', B),
      ['3: the XML is broken: Unexpected close tag', '4: the XML is broken: Unexpected close tag'],
    ],
    [
      'a fault that causes others in its line is named once',
      opml(A, '</a></b>', B),
      ['3: the XML is broken: Unexpected close tag'],
    ],
    ['an empty address is a problem', opml(A, '<outline xmlUrl=""/>', B), ['3: the outline has no address (xmlUrl)']],
    [
      'a feed without an address is a problem',
      opml(A, '<outline type="rss" text="C"/>', B),
      ['3: C has no address (xmlUrl)'],
    ],
    [
      'a feed that is listed twice is a problem',
      opml(A, A, B),
      ['3: https://a.example/rss is listed twice, first in line 2'],
    ],
    [
      'a missing quotation mark is a problem',
      opml(A, '<outline text=A xmlUrl="https://c.example/"/>', B),
      ['3: the XML is broken: Unquoted attribute value'],
    ],
    ['a tag that closes nothing is a problem', opml(A, '</folder>', B), ['3: the XML is broken: Unexpected close tag']],
    [
      'a list that breaks off is a problem',
      `<opml><body>\n${A}\n${B}\n<outline te`,
      ['4: the XML is broken: Unclosed root tag'],
    ],
  ];
  it.each(cases)('%s', (_, text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
    expect(urlsIn(text)).toEqual(expect.arrayContaining(['https://a.example/rss', 'https://b.example/rss']));
  });

  it('a feed that is listed twice is marked as no loss', () => {
    expect(parseOpml(opml(A, A)).problems).toMatchObject([{ isRepeated: true }]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
  ])('%s is an empty document', (_, text) => expect(problemsIn(text)).toEqual(['1: the document is empty']));

  it.each([
    ['JSON', '{"outline": []}'],
    ['a page', '<!doctype html><html><body><p>Hi<br></body></html>'],
    ['a feed', '<rss><channel><title>T</title></channel></rss>'],
    ['outlines alone', A],
  ])('%s is refused as no list', (_, text) => {
    expect(parseOpml(text)).toEqual({ feeds: [], problems: [{ line: 1, problem: 'this is not an OPML document' }] });
  });
});

it.each<[string, string]>([
  ['a folder may have a type', opml('<outline type="folder" text="Folder"/>', A)],
  ['a list may begin with a byte order mark', `\uFEFF${opml(A)}`],
  ['a list may be written in capitals', opml(A).replaceAll('opml', 'OPML')],
  ['white space around an address is dropped', opml(A.replace('https', ' https'))],
  ['a hundred levels of outlines are read', `<opml>${'<outline>'.repeat(98)}${A}${'</outline>'.repeat(98)}</opml>`],
  ['outlines beside each other are not nested', opml('<outline/>'.repeat(200), A)],
])('%s', (_, text) => {
  expect(urlsIn(text)).toEqual(['https://a.example/rss']);
  expect(problemsIn(text)).toEqual([]);
});

it('a hundred and one levels of outlines are too many', () => {
  expect(problemsIn(`<opml>${'<outline>'.repeat(100)}`)).toEqual([
    '1: outlines are nested more than 100 deep; nothing is read from here on',
  ]);
});

it('a written list is a document of OPML 2.0', () => {
  const list = [{ url: 'https://a.example/?a&b', title: 'A "1"\n<2>' }, { url: 'https://b.example/' }];
  expect(formatOpml(list, 'My & feeds', new Date('2026-11-23T08:00:00Z'))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>My &#38; feeds</title><dateCreated>Mon, 23 Nov 2026 08:00:00 GMT</dateCreated></head>
  <body>
    <outline type="rss" text="A &#34;1&#34;&#10;&#60;2&#62;" title="A &#34;1&#34;&#10;&#60;2&#62;" xmlUrl="https://a.example/?a&#38;b"/>
    <outline type="rss" text="https://b.example/" xmlUrl="https://b.example/"/>
  </body>
</opml>
`);
});

describe('a hostile list', () => {
  it.each([
    ['folders without end', `<opml>${'<outline>'.repeat(100_000)}`, 'outlines are nested more than 100 deep'],
    ['garbage without end', `<opml>${'</x>'.repeat(30_000)}`, 'the XML is broken everywhere'],
  ])('%s is given up', (_, text, problem) => {
    expect(problemsIn(text).at(-1)).toContain(`${problem}; nothing is read from here on`);
  });

  it.each([
    ['entities that would grow', `<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;">]>${opml(A)}`],
    ['the names of prototypes', opml('<outline __proto__="x" constructor="y"/>', A)],
    ['ampersands without end', opml(`<outline text="${'&a'.repeat(50_000)}"/>`, A)],
  ])('%s do no harm', (_, text) => expect(urlsIn(text)).toEqual(['https://a.example/rss']));
});

describe('a list that is written and read again', () => {
  const NOW = new Date('2026-11-23T08:00:00Z');
  const url = fc.webUrl({ withQueryParameters: true }).map((raw) => normaliseFeedUrl(raw) ?? 'https://a.example/');
  const feeds = (title: fc.Arbitrary<string>) =>
    fc.uniqueArray(
      fc.oneof(
        url.map((each): OpmlFeed => ({ url: each })),
        fc.record({ url, title }),
      ),
      { selector: (feed) => feed.url },
    );
  const again = (list: readonly OpmlFeed[]): OpmlFeed[] => {
    const { feeds: read, problems } = parseOpml(formatOpml(list, 'Feeds', NOW));
    expect(problems).toEqual([]);
    return read.map(({ line: _, ...feed }) => feed);
  };

  it('a written list is read as the same feeds with the same titles', () => {
    const title = fc.string({ unit: fc.constantFrom(...'aé🦉 &<>"\'\n\t;#x2'), minLength: 1 }).map((t) => `.${t}.`);
    fc.assert(
      fc.property(feeds(title), (list) => {
        expect(again(list)).toEqual(list);
      }),
    );
  });

  it('a title loses characters that XML can’t carry when it is written first', () => {
    fc.assert(
      fc.property(feeds(fc.string({ unit: 'binary' })), (list) => {
        const once = again(list);
        expect(once.map((feed) => feed.url)).toEqual(list.map((feed) => feed.url));
        expect(again(once)).toEqual(once);
      }),
    );
  });

  it('a written list has no character that steers a terminal, and is read with the same titles', () => {
    const list = [{ url: 'https://a.example/', title: 'A\u007f\u009b31m\u2028\u202e\u2069\u200f\u061cB' }];
    expect(formatOpml(list, 'Feeds', NOW)).not.toMatch(/[\u007f-\u009f\u061c\u200f\u2028\u202e\u2069]/);
    expect(again(list)).toEqual(list);
  });

  it('a list of ten thousand feeds is read whole', () => {
    const list = Array.from({ length: 10_000 }, (_, n) => ({
      url: `https://a.example/${n}?a=1&b=2`,
      title: `A & ${n}`,
    }));
    expect(again(list)).toEqual(list);
  });
});
