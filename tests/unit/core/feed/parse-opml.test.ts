import { describe, expect, it } from 'vitest';
import type { OpmlFeed } from '../../../../lambdas/core/feed/opml-feed.ts';
import { parseOpml } from '../../../../lambdas/core/feed/parse-opml.ts';

const opml = (...outlines: string[]): string => `<opml version="2.0"><body>\n${outlines.join('\n')}\n</body></opml>`;
const A = '<outline text="A" xmlUrl="https://a.example/rss"/>';
const B = '<outline text="B" xmlUrl="https://b.example/rss"/>';
const problemsIn = (text: string): string[] => parseOpml(text).problems.map((each) => `${each.line}: ${each.problem}`);
/** The labels of each feed by its title. */
const labelsIn = (text: string): Record<string, readonly string[] | undefined> =>
  Object.fromEntries(parseOpml(text).feeds.map(({ title = '', labels }) => [title, labels]));
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
        { url: 'https://a.example/rss', title: 'A', labels: ['Folder/Inner'] },
        { url: 'https://b.example/rss', title: 'B', labels: ['Folder'] },
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

describe('the labels of a list', () => {
  const folder = (name: string, ...within: string[]): string =>
    [`<outline text="${name}">`, ...within, '</outline>'].join('\n');
  const cases: [string, string, Record<string, readonly string[] | undefined>][] = [
    ['a folder is the label of its feeds', opml(folder('Desk', A), B), { A: ['Desk'], B: undefined }],
    [
      'a folder within folders is one label, with slashes',
      opml(folder('Desk', folder('Politics', folder('EU', A)), B)),
      { A: ['Desk/Politics/EU'], B: ['Desk'] },
    ],
    [
      'a feed in two folders has the labels of both',
      opml(folder('Desk', A), folder('Client 7', A, B)),
      { A: ['Client 7', 'Desk'], B: ['Client 7'] },
    ],
    [
      'a feed that lies in no folder at its second place keeps its label',
      opml(folder('Desk', A), B),
      { A: ['Desk'], B: undefined },
    ],
    [
      'the title of a folder without text is its label',
      opml('<outline title="Desk">', A, '</outline>'),
      { A: ['Desk'] },
    ],
    ['a folder without a name is no label', opml('<outline>', folder(' ', A), '</outline>'), { A: undefined }],
    ['a slash in a folder’s name separates nothing', opml(folder('TV/Radio', A)), { A: ['TV-Radio'] }],
    [
      'a feed’s own outline is no folder',
      opml(folder('Desk', A.replace('/>', '>'), B, '</outline>')),
      { A: ['Desk'], B: ['Desk'] },
    ],
    [
      'categories are labels',
      opml(A.replace('/>', ' category="/Boston/Weather, desk:politics,,client-7"/>')),
      { A: ['Boston/Weather', 'client-7', 'desk:politics'] },
    ],
    ['a folder’s name may have any script', opml(folder('Политика', folder('مصر', A))), { A: ['Политика/مصر'] }],
    [
      'a tag that closes nothing leaves the folders as they are',
      opml(folder('Desk', '</b>', A), B),
      { A: ['Desk'], B: undefined },
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => expect(labelsIn(text)).toEqual(expected));

  it('names that are no labels are told once, with the labels that they became', () => {
    const text = opml(folder('Women’s sports', A, B), folder('Women’s sports', folder('TV/Radio', A)));
    expect(parseOpml(text).renamed).toEqual([
      { from: 'Women’s sports', to: 'Women-s sports' },
      { from: 'TV/Radio', to: 'TV-Radio' },
    ]);
    expect(parseOpml(text).problems).toEqual([]);
  });

  it('a path that is too long becomes a label of its own', () => {
    const deep = (end: string): string => 'Abteilung '.repeat(6) + end;
    const { feeds, renamed } = parseOpml(opml(folder('Redaktion', folder(deep('A'), A), folder(deep('B'), B))));
    const labels = feeds.flatMap((each) => each.labels ?? []);
    expect(new Set(labels).size).toBe(2);
    for (const label of labels) expect(label).toMatch(/^Redaktion\/Abteilung .*-[\da-f]{8}$/);
    expect(renamed).toHaveLength(2);
  });

  it('a feed that is listed twice in one folder is a repeated line', () => {
    expect(parseOpml(opml(folder('Desk', A, A))).problems).toMatchObject([{ line: 4, isRepeated: true }]);
  });

  it('a feed has twenty labels at most, and the list says which it doesn’t get', () => {
    const names = Array.from({ length: 22 }, (_, n) => `n${n}`);
    const { feeds, leftOut } = parseOpml(opml(A.replace('/>', ` category="${names.join(',')}"/>`)));
    expect(feeds[0]?.labels).toHaveLength(20);
    expect(leftOut).toEqual([
      { line: 2, problem: "a feed has at most 20 labels, so https://a.example/rss doesn't get n20, n21" },
    ]);
  });
});

describe('the settings of a list', () => {
  const settingsIn = (attributes: string) => parseOpml(opml(A.replace('/>', ` ${attributes}/>`)));

  it('settings and a pause are read from Wireroom’s own attributes', () => {
    const { feeds, leftOut } = settingsIn('wireroom:pages="off" wireroom:retentionDays="30" wireroom:status="paused"');
    expect(feeds).toMatchObject([{ settings: { pages: 'off', retentionDays: 30 }, status: 'paused' }]);
    expect(leftOut).toEqual([]);
  });

  it.each([
    ['an unknown setting', 'wireroom:colour="red"', /^There is no setting "colour"; the settings are pages, /],
    [
      'a value out of range',
      'wireroom:shortestMinutes="0"',
      /^shortestMinutes can't be "0": it must be a whole number/,
    ],
    [
      'a contradiction',
      'wireroom:shortestMinutes="60" wireroom:longestMinutes="30"',
      /^longestMinutes \(30\) must be at least/,
    ],
  ])('%s is told by line, and the feed is read', (_, attributes, problem) => {
    const { feeds, leftOut, problems } = settingsIn(attributes);
    expect(feeds).toEqual([{ url: 'https://a.example/rss', title: 'A', line: 2 }]);
    expect(leftOut).toEqual([{ line: 2, problem: expect.stringMatching(problem) }]);
    expect(problems).toEqual([]);
  });

  it('the name of credentials is read, since it is no secret', () => {
    expect(settingsIn('wireroom:credentials="harbour-desk"')).toMatchObject({
      feeds: [{ settings: { credentials: 'harbour-desk' } }],
      leftOut: [],
    });
  });

  it('credentials of a feed without https are left out, because others could read them', () => {
    const list = opml('<outline xmlUrl="http://a.example/rss" wireroom:credentials="harbour" wireroom:pages="off"/>');
    expect(parseOpml(list)).toMatchObject({
      feeds: [{ url: 'http://a.example/rss', settings: { pages: 'off' } }],
      leftOut: [{ problem: expect.stringMatching(/^http:\/\/a\.example\/rss can't have credentials: without https/) }],
    });
  });

  it('a name and password in an address are left out and not repeated', () => {
    const reading = parseOpml(
      opml('<outline xmlUrl="https://me:k7@a.example/rss"/>\n<outline xmlUrl="ftp://me:k7@b.example/"/>'),
    );
    expect(reading).toMatchObject({
      feeds: [{ url: 'https://a.example/rss' }],
      leftOut: [
        { problem: expect.stringMatching(/^the name and password in the address https:\/\/a\.example\/rss are/) },
      ],
      problems: [{ problem: '"ftp://b.example/" is not an http or https address' }],
    });
    expect(JSON.stringify(reading)).not.toContain('k7');
  });

  it('the settings of a feed may stand at its second line', () => {
    const folder = `<outline text="Desk">${A.replace('/>', ' wireroom:pages="off" wireroom:status="paused"/>')}</outline>`;
    expect(parseOpml(opml(A, folder)).feeds).toMatchObject([
      { line: 2, labels: ['Desk'], settings: { pages: 'off' }, status: 'paused' },
    ]);
  });

  it('the attributes of other readers are passed over', () => {
    const { feeds, leftOut } = settingsIn('pages="off" other:pages="off" isComment="false"');
    expect([feeds[0]?.settings, leftOut]).toEqual([undefined, []]);
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
    expect(parseOpml(text)).toMatchObject({
      feeds: [],
      problems: [{ line: 1, problem: 'this is not an OPML document' }],
    });
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
    ['a folder with a name without end', opml(`<outline text="${'x/'.repeat(500_000)}">`, '</outline>', A)],
    ['categories without end', opml(A.replace('/>', ` category="${'a,'.repeat(500_000)}"/>`))],
    ['ampersands without end', opml(`<outline text="${'&a'.repeat(50_000)}"/>`, A)],
  ])('%s do no harm', (_, text) => expect(urlsIn(text)).toEqual(['https://a.example/rss']));
});
