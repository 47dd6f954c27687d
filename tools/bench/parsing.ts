/** The speed of reading a feed document, beside bare rss-parser in the same run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import Parser from 'rss-parser';
import utils from 'rss-parser/lib/utils.js';
import { parseFeed } from '../../lambdas/core/feed/document/parse-feed.ts';
import { median, threadCpuMs } from './measure.ts';

/** Number of rounds: enough for a median that is stable on a busy machine. */
const ROUNDS = 9;
const DOCUMENTS = 60;
const ITEMS = 40;
const BASE_URL = 'https://bench.example/feed';

export interface ParsingFigures {
  readonly documents: number;
  readonly megabytes: number;
  /** Medians of the rounds over all documents, in milliseconds of the main thread's CPU. */
  readonly bareMs: number;
  readonly oursMs: number;
}

/**
 * Measures both parsers in interleaved rounds, so that the machine's load affects both alike. Prints the medians.
 * @param directory of feed documents; files that aren't XML feeds are ignored. @default made-up documents
 */
export async function parsingBench(directory?: string): Promise<ParsingFigures> {
  const published = utils.getSnippet;
  const documents = await feedsAmong(directory === undefined ? madeUp() : filesIn(directory));
  // Reading the documents has switched off rss-parser's snippets for `parseFeed`. Bare rss-parser makes snippets.
  const ours = utils.getSnippet;
  const bareTimes: number[] = [];
  const ourTimes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    utils.getSnippet = published;
    bareTimes.push((await threadCpuMs(() => eachInTurn(documents, readBare))).ms);
    utils.getSnippet = ours;
    ourTimes.push((await threadCpuMs(() => eachInTurn(documents, readOurs))).ms);
  }
  const megabytes = documents.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const figures = { documents: documents.length, megabytes, bareMs: median(bareTimes), oursMs: median(ourTimes) };
  print(figures);
  return figures;
}

function print({ documents, megabytes, bareMs, oursMs }: ParsingFigures): void {
  const table = new Table({
    head: [`${documents} feeds, ${megabytes.toFixed(1)} MB`, 'CPU ms', 'MB/s', 'time'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const [name, ms] of [
    ['bare rss-parser', bareMs],
    ['parseFeed: decoded, mended, parsed, normalised', oursMs],
  ] as const) {
    table.push([name, ms.toFixed(0), ((megabytes / ms) * 1000).toFixed(1), `${(ms / bareMs).toFixed(2)} ×`]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

const readOurs = (bytes: Uint8Array): Promise<unknown> => parseFeed(bytes, { baseUrl: BASE_URL });

const readBare = (bytes: Uint8Array): Promise<unknown> =>
  new Parser().parseString(new TextDecoder().decode(bytes)).catch(() => undefined); // a document that it can't read

async function eachInTurn(
  documents: readonly Uint8Array[],
  read: (bytes: Uint8Array) => Promise<unknown>,
): Promise<void> {
  for (const bytes of documents) await read(bytes);
}

async function feedsAmong(candidates: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const feeds: Uint8Array[] = [];
  for (const bytes of candidates) {
    const isXml = new TextDecoder().decode(bytes.subarray(0, 1_000)).trimStart().startsWith('<');
    if (isXml && (await parseFeed(bytes, { baseUrl: BASE_URL })).kind === 'feed') feeds.push(bytes);
  }
  return feeds;
}

const filesIn = (directory: string): readonly Uint8Array[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(directory, name)));

const PARAGRAPH = `<p>${'Ferries, tides & “signals” over the harbour — '.repeat(8)}<a href="https://bench.example/a?b=1">more</a></p>`;
const ESCAPED = PARAGRAPH.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** RSS with escaped texts, RSS with CDATA and media, and Atom, a third each. */
function madeUp(): readonly Uint8Array[] {
  const kinds = [escapedRss, richRss, atom];
  return Array.from({ length: DOCUMENTS }, (_, feed) => {
    const numbers = Array.from({ length: ITEMS }, (__, item) => `${feed}-${item}`);
    return Buffer.from(kinds[feed % kinds.length]?.(numbers) ?? '');
  });
}

const escapedRss = (items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link>${items
    .map(
      (n) =>
        `<item><guid isPermaLink="false">${n}</guid><title>Story ${n}</title><link>https://bench.example/${n}</link>` +
        `<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><category>Sea</category><description>${ESCAPED.repeat(4)}</description></item>`,
    )
    .join('\n')}</channel></rss>`;

const richRss = (items: readonly string[]): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Bench</title>${items
    .map(
      (n) =>
        `<item><guid>https://bench.example/${n}</guid><title><![CDATA[Story ${n}]]></title><dc:creator>Ada Quay</dc:creator>` +
        `<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description><![CDATA[${PARAGRAPH}]]></description>` +
        `<content:encoded><![CDATA[${PARAGRAPH.repeat(8)}]]></content:encoded><media:thumbnail url="https://bench.example/${n}.jpg"/></item>`,
    )
    .join('\n')}</channel></rss>`;

const atom = (items: readonly string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bench</title><link href="https://bench.example/"/>${items
    .map(
      (n) =>
        `<entry><id>urn:bench:${n}</id><title>Story ${n}</title><link href="https://bench.example/${n}"/><author><name>Ada Quay</name></author>` +
        `<updated>2026-11-23T08:00:00Z</updated><content type="html">${ESCAPED.repeat(6)}</content></entry>`,
    )
    .join('\n')}</feed>`;
