import { readdirSync, readFileSync } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ParseOutcome, parseFeed } from '../../../lambdas/core/feed/parse-feed.ts';

/** Pairs: a document, and as `NAME.expected.json` the outcome of parsing it as served by `https://served.example/feeds/`. */
const FIXTURES = fileURLToPath(new URL('../../fixtures/feeds/', import.meta.url));
const documents = readdirSync(FIXTURES).filter((file) => !file.endsWith('.expected.json'));

const parse = (xml: string | Buffer, contentType?: string): Promise<ParseOutcome> =>
  parseFeed(Buffer.from(xml), {
    baseUrl: 'https://harbour.example/rss',
    ...(contentType === undefined ? {} : { contentType }),
  });
const rss = (content: string): string => `<rss version="2.0"><channel><title>T</title>${content}</channel></rss>`;
const itemsOf = (outcome: ParseOutcome) => (outcome.kind === 'feed' ? outcome.document.items : undefined);

describe('a document comes out as its pair says', () => {
  it.each(documents)('%s', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(`${FIXTURES}${parsePath(file).name}.expected.json`, 'utf8'));
    const bytes = readFileSync(`${FIXTURES}${file}`);
    expect(await parseFeed(bytes, { baseUrl: `https://served.example/feeds/${file}` })).toEqual(expected);
  });

  it('the pairs are complete', () => {
    expect(documents.length).toBeGreaterThanOrEqual(13);
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
    ['JSON without items', '{"version":"https://jsonfeed.org/version/1.1"}', 'broken-feed'],
    ['other JSON', '{"items":[]}', 'broken-feed'],
    ['broken JSON', '{"version":', 'broken-feed'],
    ['text', 'Not found', 'broken-feed'],
    ['an image', '\u0089PNG\r\n\u001a\n\u0000', 'broken-feed'],
    [
      'entities of its own making',
      '<!DOCTYPE a [<!ENTITY b "c">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
      'broken-feed',
    ],
  ])('%s', async (_, body, reason) => {
    const outcome = await parse(body);
    expect(outcome).toMatchObject({ kind: 'failed', reason });
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^The .*[^.]\.$/) });
    expect(outcome).not.toMatchObject({ detail: expect.stringMatching(/undefined|properties/) });
  });

  it('does not make the next broken document pass for a feed', async () => {
    const undeclared = rss('<item><guid>1</guid><title>&undeclared;</title></item>');
    for (const body of ['Not found', undeclared]) expect(await parse(body)).toMatchObject({ kind: 'failed' });
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

describe('a hostile feed comes to an end', () => {
  const wrapped = (text: string): string =>
    rss(`<item><guid>1</guid><description><![CDATA[${text}]]></description></item>`);
  it.each<[string, string, ParseOutcome['kind']]>([
    ['a megabyte of <', '<'.repeat(1_000_000), 'failed'],
    ['a megabyte of < in an item', wrapped('<'.repeat(1_000_000)), 'feed'],
    ['100,000 unclosed scripts in an item', wrapped('<script'.repeat(100_000)), 'feed'],
    ['20,000 nested tags', rss('<a>'.repeat(20_000)), 'failed'],
    [
      '20,000 nested tags, closed, in a title',
      rss(`<item><guid>1</guid><title>${'<b>'.repeat(20_000)}${'</b>'.repeat(20_000)}</title></item>`),
      'feed',
    ],
    ['50,000 items', rss('<item><guid>1</guid></item>'.repeat(50_000)), 'feed'],
    ['a comment without end', rss(`<!--${'-'.repeat(1_000_000)}`), 'failed'],
    ['an attribute without end', `<rss version="${'x'.repeat(1_000_000)}`, 'failed'],
    ['a megabyte of white space', ' \t\n'.repeat(350_000), 'failed'],
  ])('%s', async (_, document, kind) => {
    expect(await parse(document)).toMatchObject({ kind });
  });

  it('with elements named like the properties of an object', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const odd = names.map((name) => `<${name}>x</${name}>`).join('');
    const items = itemsOf(await parse(rss(`${odd}<item><guid>1</guid>${odd}</item>`)));
    expect(items).toEqual([{ guid: '1', authors: [], categories: [] }]);
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it('and what is longer than a feed may remember is shortened or left out', async () => {
    const long = 'x'.repeat(100_000);
    const outcome = await parse(
      rss(
        `<title>${long}</title><language>${long}</language><item><guid>1</guid><link>https://h.example/${long}</link></item>`,
      ).replace('<title>T</title>', ''),
    );
    const document = outcome.kind === 'feed' ? outcome.document : undefined;
    expect(document?.title).toHaveLength(501);
    expect(document).not.toHaveProperty('language');
    expect(document?.items).toEqual([{ guid: '1', authors: [], categories: [] }]);
  });
});
