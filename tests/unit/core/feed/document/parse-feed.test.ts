import { readdirSync, readFileSync } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ParseOutcome, parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';

/** Pairs: a document, and as `NAME.expected.json` the outcome of parsing it as served by `https://served.example/feeds/`. */
const FIXTURES = fileURLToPath(new URL('../../../../fixtures/feeds/', import.meta.url));
const documents = readdirSync(FIXTURES).filter((file) => !file.endsWith('.expected.json'));

const parse = (xml: string | Buffer, contentType?: string): Promise<ParseOutcome> =>
  parseFeed(Buffer.from(xml), {
    baseUrl: 'https://harbour.example/rss',
    ...(contentType === undefined ? {} : { contentType }),
  });
const JSON_FEED = 'https://jsonfeed.org/version/1.1';
const rss = (content: string): string => `<rss version="2.0"><channel><title>T</title>${content}</channel></rss>`;
const itemsOf = (outcome: ParseOutcome) => (outcome.kind === 'feed' ? outcome.document.items : undefined);

describe('a document of the fixtures', () => {
  it.each(documents)('%s comes out as its pair says', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(`${FIXTURES}${parsePath(file).name}.expected.json`, 'utf8'));
    const bytes = readFileSync(`${FIXTURES}${file}`);
    expect(await parseFeed(bytes, { baseUrl: `https://served.example/feeds/${file}` })).toEqual(expected);
  });

  it('has a pair, as all have', () => {
    expect(documents.length).toBeGreaterThanOrEqual(23);
    expect(readdirSync(FIXTURES)).toHaveLength(documents.length * 2);
  });
});

describe('the encoding of a document', () => {
  const document = rss('<item><guid>1</guid><title>Café</title></item>');
  it.each<[string, Buffer, string | undefined]>([
    ['is that of the HTTP header', Buffer.from(document, 'latin1'), 'text/xml; charset=iso-8859-1'],
    ['is that of the byte order mark', Buffer.from(`\uFEFF${document}`, 'utf16le'), 'text/xml'],
    ['is that of the bytes if the HTTP header is wrong', Buffer.from(document, 'latin1'), 'text/xml; charset=utf-8'],
    ['is UTF-8 if nothing is declared', Buffer.from(document), undefined],
  ])('%s', async (_, bytes, contentType) => {
    expect(itemsOf(await parse(bytes, contentType))?.[0]?.title).toBe('Café');
  });
});

describe('a document that is no feed', () => {
  it.each([
    ['a page with a comment before it', '<!-- x --><html>', 'html-page'],
    ['a page in capitals', '<!DOCTYPE HTML PUBLIC "x">', 'html-page'],
    ['a feed without a channel', '<rss version="2.0"/>', 'broken-feed'],
    ['a page behind a warning of PHP', '<br /><b>Warning</b>: x <html><body>', 'html-page'],
    ['a page with a feed in it', '<html><body><rss version="2.0"><channel>', 'html-page'],
    ['a wall against robots', '<html><head><title>Just a moment...</title></head>', 'bot-wall'],
    ['JSON without items', '{"version":"https://jsonfeed.org/version/1.1"}', 'not-a-feed'],
    ['other JSON', '{"items":[]}', 'not-a-feed'],
    ['a list in JSON', '[]', 'not-a-feed'],
    ['broken JSON', '{"version":', 'not-a-feed'],
    ['text', 'Not found', 'not-a-feed'],
    ['an image', '\u0089PNG\r\n\u001a\n\u0000', 'not-a-feed'],
    ['OPML', '<opml version="2.0"><body><outline xmlUrl="https://harbour.example/rss"/></body></opml>', 'not-a-feed'],
    ['a sitemap without news', '<urlset><url><loc>https://harbour.example/</loc></url></urlset>', 'not-a-feed'],
    ['a feed cut off before an item is whole', rss('<item><title>a</title>').slice(0, -10), 'broken-feed'],
    [
      'of entities that grow out of entities',
      `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(600)}"><!ENTITY d "&b;&b;">]>${rss('<title>&d;</title>')}`,
      'broken-feed',
    ],
  ])('fails by its name if it is %s', async (_, body, reason) => {
    const outcome = await parse(body);
    expect(outcome).toMatchObject({ kind: 'failed', reason });
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^The .*[^.]\.$/) });
    expect(outcome).not.toMatchObject({ detail: expect.stringMatching(/undefined|properties/) });
  });

  it('leaves the parser sound for the next feed', async () => {
    const outcomes = await Promise.all([
      parse('<rss><channel>'),
      parse(rss('<item><guid>1</guid></item>')),
      parse('<'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'feed', 'failed']);
  });
});

describe('a hostile document', () => {
  const wrapped = (text: string): string =>
    rss(`<item><guid>1</guid><description><![CDATA[${text}]]></description></item>`);
  const many = (one: (n: number) => string): string => Array.from({ length: 100_000 }, (_, n) => one(n)).join(' ');
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  it.each<[string, string, ParseOutcome['kind']]>([
    ['a megabyte of <', '<'.repeat(1_000_000), 'failed'],
    ['a megabyte of < in an item', wrapped('<'.repeat(1_000_000)), 'feed'],
    ['100,000 unclosed scripts in an item', wrapped('<script'.repeat(100_000)), 'feed'],
    ['20,000 nested tags', rss('<a>'.repeat(20_000)), 'failed'],
    ['20,000 nested tags in an item', wrapped(`]]>${'<a>'.repeat(20_000)}`), 'feed'],
    ['20,000 nested groups in an item', rss(`<item><guid>1</guid>${'<media:group>'.repeat(20_000)}</item>`), 'feed'],
    [
      '20,000 nested tags, closed, in a title',
      rss(`<item><guid>1</guid><title>${'<b>'.repeat(20_000)}${'</b>'.repeat(20_000)}</title></item>`),
      'feed',
    ],
    ['50,000 items', rss('<item><guid>1</guid></item>'.repeat(50_000)), 'feed'],
    ['a comment without end', rss(`<!--${'-'.repeat(1_000_000)}`), 'failed'],
    ['an attribute without end', `<rss version="${'x'.repeat(1_000_000)}`, 'failed'],
    ['a comment without end, and again', rss(`<item><guid>1</guid></item>${'<!--'.repeat(200_000)}`), 'feed'],
    ['CDATA without end', rss(`<item><guid>1</guid></item><item><title>${'<![CDATA['.repeat(100_000)}`), 'feed'],
    ['100,000 ends of CDATA', wrapped(']]>'.repeat(100_000)), 'feed'],
    ['100,000 attributes', rss(`<item${' a="b"'.repeat(100_000)}><guid>1</guid></item>`), 'feed'],
    ['attributes without end', rss('<item a="'.repeat(100_000)), 'feed'],
    ['a tag of white space', rss(`<item${' '.repeat(1_000_000)}><guid>1</guid></item>`), 'feed'],
    [
      'names and white space in a tag',
      rss(`<item ${`a${' '.repeat(1_000)}`.repeat(1_000)}><guid>1</guid></item>`),
      'feed',
    ],
    [
      'an attribute of ten megabytes',
      rss(`<item><guid isPermaLink="${'x'.repeat(10_000_000)}">1</guid></item>`),
      'feed',
    ],
    ['100,000 document types', `${'<!DOCTYPE a [>'.repeat(100_000)}${rss('<item><guid>1</guid></item>')}`, 'feed'],
    ['100,000 declared prefixes', rss(`<item ${many((n) => `xmlns:p${n}="u"`)}><guid>1</guid></item>`), 'feed'],
    ['100,000 names', rss(`<item><guid>1</guid>${many((n) => `<n${n}/>`)}</item>`), 'feed'],
    ['a megabyte of &', wrapped(`]]>${'&'.repeat(1_000_000)}<![CDATA[`), 'feed'],
    ['100,000 unknown entities', wrapped(`]]>${many((n) => `&e${n};`)}<![CDATA[`), 'feed'],
    ['five million objects of JSON', `{"version":"${JSON_FEED}","items":[${'{},'.repeat(4_999_999)}{}]}`, 'failed'],
    ['100,000 objects of JSON', `{"version":"${JSON_FEED}","items":[${'{},'.repeat(99_999)}{}]}`, 'feed'],
    ['100,000 objects of broken JSON', `{"version":"${JSON_FEED}","items":[${'{},'.repeat(100_000)}]}`, 'feed'],
    ['a million tags in a text', wrapped(`]]>${'<b>a'.repeat(1_000_000)}<![CDATA[`), 'feed'],
    ['100,000 escaped bytes that are no UTF-8', wrapped(`]]>${'&#200;'.repeat(100_000)}<![CDATA[`), 'feed'],
    ['100,000 escaped letters and a bad byte', wrapped(`]]>${'&#195;&#169;'.repeat(100_000)}&#200;<![CDATA[`), 'feed'],
    ['a million controls of Latin-1', wrapped('\u0085'.repeat(1_000_000)), 'feed'],
    ['a billion laughs', `<!DOCTYPE l [<!ENTITY a "ha">${laughs}]>${rss('<title>&l9;</title>')}`, 'failed'],
    ['a page of 200,000 open links', `<html>${'<link rel="'.repeat(200_000)}`, 'failed'],
    ['a megabyte of white space', ' \t\n'.repeat(350_000), 'failed'],
  ])('of %s comes to an end', async (_, document, kind) => {
    expect(await parse(document)).toMatchObject({ kind });
  });

  it('of elements named like the properties of an object is read as any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const odd = names.map((name) => `<${name}>x</${name}>`).join('');
    const items = itemsOf(await parse(rss(`${odd}<item><guid>1</guid>${odd}</item>`)));
    expect(items).toEqual([{ guid: '1', authors: [], categories: [] }]);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

describe('a document with texts longer than a Feed may remember', () => {
  const long = 'x'.repeat(100_000);
  const page = `https://h.example/${long}`;
  const people = Array.from({ length: 2_000 }, (_, n) => ({ name: n === 0 ? long : `n${n}` }));
  const authors = people.map(({ name }) => `<author><name>${name}</name></author>`).join('');
  const json = { version: 'https://jsonfeed.org/version/1.1', title: long, language: long, authors: people };
  const news = `<n:publication><n:name>${long}</n:name><n:language>${long}</n:language></n:publication>`;
  it.each<[string, string, number]>([
    [
      'RSS',
      `<rss><channel><title>${long}</title><language>${long}</language><item><link>${page}</link></item></channel></rss>`,
      0,
    ],
    [
      'Atom',
      `<feed xml:lang="${long}"><title>${long}</title>${authors}<entry><link href="${page}"/></entry></feed>`,
      50,
    ],
    ['JSON Feed', JSON.stringify({ ...json, items: [{ url: page }] }), 50],
    [
      'a news sitemap',
      `<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${page}</loc><n:news>${news}<n:title>a</n:title></n:news></url></urlset>`,
      0,
    ],
  ])('of %s is read with the texts shortened or left out', async (_, body, count) => {
    const outcome = await parse(body);
    const document = outcome.kind === 'feed' ? outcome.document : undefined;
    expect(document?.title).toHaveLength(501);
    expect(document).not.toHaveProperty('language');
    expect(document?.items[0]).not.toHaveProperty('url');
    expect(document?.items[0]?.authors).toHaveLength(count);
  });
});

describe('a feed', () => {
  const languages: [string, number, boolean][] = [
    ['keeps a language of 35 characters', 35, true],
    ['loses a language of 36 characters', 36, false],
  ];
  it.each(languages)('%s', async (_, length, isKept) => {
    const outcome = await parse(rss(`<language>${'x'.repeat(length)}</language>`));
    expect(outcome.kind === 'feed' && 'language' in outcome.document).toBe(isKept);
  });

  it.each([
    ['keeps a title of 500 characters', 500, 500],
    ['has an ellipsis for the end of a title of 501 characters', 501, 501],
  ])('%s', async (_, length, expected) => {
    const outcome = await parse(`<rss><channel><title>${'x'.repeat(length)}</title></channel></rss>`);
    const title = outcome.kind === 'feed' ? outcome.document.title : undefined;
    expect(title).toHaveLength(expected);
    expect(title?.endsWith('…')).toBe(length > 500);
  });

  it('with entities that are not made of entities is read', async () => {
    const outcome = await parse(`<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&#38;">]>${rss('')}`);
    expect(outcome.kind).toBe('feed');
  });
});

describe('an HTML page fails with', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="/rss">';
  it.each([
    ['the feeds that it advertises', `<html><head>${link}`, ['https://harbour.example/rss']],
    ['no feeds if it advertises none', '<html><head>', undefined],
    ['no feeds if it is a bot wall', `<html><head><title>Just a moment...</title>${link}`, undefined],
  ])('%s', async (_, html, feeds) => {
    const outcome = await parse(html);
    expect(outcome.kind === 'failed' && outcome.feeds).toEqual(feeds);
    if (feeds !== undefined)
      expect(outcome).toMatchObject({ detail: expect.stringContaining(' It advertises https:') });
  });
});

it.each([
  ['An empty body', ' ', 'The body is empty.'],
  ['JSON that is no feed', '[]', 'The document is JSON, but not a JSON Feed.'],
  ['A sitemap without news', '<urlset/>', 'The document is a sitemap, but not one of news.'],
  ['A text', 'a', 'The document is neither XML nor JSON.'],
  [
    'A bot wall',
    '<html><head><title>Just a moment...</title>',
    'The address serves a page that keeps robots out, not a feed.',
  ],
  ['A page', '<html>', 'The address serves an HTML page, not a feed.'],
  ['XML that is no feed', '<opml/>', 'The document is XML, but not a feed.'],
  ['A broken feed', '<rss/>', 'The document is broken, and nothing of its items can be read.'],
  [
    'A feed with nested entities',
    `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(600)}"><!ENTITY d "&b;&b;">]><rss/>`,
    'The document makes entities out of entities.',
  ],
])('%s fails with a sentence that says so', async (_, body, detail) => {
  expect(await parse(body)).toMatchObject({ kind: 'failed', detail });
});
