import { readdirSync, readFileSync } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ParseOutcome, parseFeed } from '../../../../../lambdas/core/feed/document/parse-feed.ts';
import { readXml } from '../../../../../lambdas/core/feed/markup/xml-tokens.ts';

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

describe('a document comes out as its pair says', () => {
  it.each(documents)('%s', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(`${FIXTURES}${parsePath(file).name}.expected.json`, 'utf8'));
    const bytes = readFileSync(`${FIXTURES}${file}`);
    expect(await parseFeed(bytes, { baseUrl: `https://served.example/feeds/${file}` })).toEqual(expected);
  });

  it('the pairs are complete', () => {
    expect(documents.length).toBeGreaterThanOrEqual(23);
    expect(readdirSync(FIXTURES)).toHaveLength(documents.length * 2);
  });
});

describe('the encoding', () => {
  const document = rss('<item><guid>1</guid><title>Café</title></item>');
  it.each<[string, Buffer, string | undefined]>([
    ['of the HTTP header is taken', Buffer.from(document, 'latin1'), 'text/xml; charset=iso-8859-1'],
    ['of the byte order mark is taken', Buffer.from(`\uFEFF${document}`, 'utf16le'), 'text/xml'],
    ['of the header is taken for what it is when it lies', Buffer.from(document, 'latin1'), 'text/xml; charset=utf-8'],
    ['is UTF-8 when nothing is said', Buffer.from(document), undefined],
  ])('%s', async (_, bytes, contentType) => {
    expect(itemsOf(await parse(bytes, contentType))?.[0]?.title).toBe('Café');
  });
});

describe('what is no feed', () => {
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
      'entities made of entities',
      '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><rss version="2.0"><channel><title>&d;</title></channel></rss>',
      'broken-feed',
    ],
  ])('%s', async (_, body, reason) => {
    const outcome = await parse(body);
    expect(outcome).toMatchObject({ kind: 'failed', reason });
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^The .*[^.]\.$/) });
    expect(outcome).not.toMatchObject({ detail: expect.stringMatching(/undefined|properties/) });
  });

  it('does not spoil the parser for the next feed', async () => {
    const outcomes = await Promise.all([
      parse('<rss><channel>'),
      parse(rss('<item><guid>1</guid></item>')),
      parse('<'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'feed', 'failed']);
  });
});

describe('a news sitemap is known', () => {
  it.each([
    ['with a prefix of its own', 'sm:', 'xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"'],
    ['with the namespace of old', 's:', 'xmlns:s="http://www.google.com/schemas/sitemap/0.84"'],
    ['without a namespace', '', ''],
  ])('%s', async (_, p, declaration) => {
    const news = '<news:news><news:title>Pilots</news:title></news:news>';
    const url = `<${p}url><${p}loc>https://harbour.example/9</${p}loc>${news}</${p}url>`;
    const outcome = await parse(`<${p}urlset ${declaration}>${url}</${p}urlset>`);
    expect(itemsOf(outcome)).toMatchObject([{ url: 'https://harbour.example/9', title: 'Pilots' }]);
  });
});

describe('JSON that is mended', () => {
  const feed = (items: string): string => `{"version":"${JSON_FEED}","title":"t","items":${items}}`;
  it.each([
    ['a comma too many', feed('[{"id":"1","title":"a b"},]')],
    ['tabs and line ends in a string', feed('[{"id":"1","title":"a\tb"}]')],
    ['a quotation mark in a string', feed('[{"id":"1","title":"a b","summary":"a "b" c"}]')],
  ])('has %s, and says that it was', async (_, json) => {
    const outcome = await parse(json);
    expect(outcome).toMatchObject({ document: { repaired: true, items: [{ guid: '1', title: 'a b' }] } });
  });

  it('is not JSON that was cut off', async () => {
    expect(await parse(feed('[{"id":"1"},{"id":"2').slice(0, -1))).toMatchObject({ reason: 'not-a-feed' });
  });
});

describe('a hostile feed comes to an end', () => {
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
  ])('%s', async (_, document, kind) => {
    expect(await parse(document)).toMatchObject({ kind });
  });

  it('with no more than 1,000 attributes of a tag', () => {
    const counts: number[] = [];
    readXml(`<a${' b="c"'.repeat(1_000)}/><a${' b="c"'.repeat(1_001)}/><a b="c"/>`, {
      open: (_, attributes) => counts.push(attributes.length),
      close: () => {},
      text: () => {},
    });
    expect(counts).toEqual([1_000, 1_000, 1]);
  });

  it('with elements named like the properties of an object', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const odd = names.map((name) => `<${name}>x</${name}>`).join('');
    const items = itemsOf(await parse(rss(`${odd}<item><guid>1</guid>${odd}</item>`)));
    expect(items).toEqual([{ guid: '1', authors: [], categories: [] }]);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

describe('what is longer than a feed may remember is shortened or left out', () => {
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
  ])('in %s', async (_, body, count) => {
    const outcome = await parse(body);
    const document = outcome.kind === 'feed' ? outcome.document : undefined;
    expect(document?.title).toHaveLength(501);
    expect(document).not.toHaveProperty('language');
    expect(document?.items[0]).not.toHaveProperty('url');
    expect(document?.items[0]?.authors).toHaveLength(count);
  });
});
