import { copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rss } from '../fakes/poll-world.ts';
import { FERRY, paragraphs } from '../fakes/stories.ts';
import { type Pipeline, type PipelineResult, startPipeline } from './pipeline-run.ts';
import { stage } from './stage.ts';

const TEXT = paragraphs(FERRY);

/** An item of the hostile site. @param marker at which the reader of tests/local/faults/faulty-reader.cjs fails */
const item = (origin: string, id: string, marker = ''): string =>
  `<item><guid>${id}</guid><link>${origin}/news/${id}</link><title>The ${id} ferry</title>` +
  `<description><![CDATA[${TEXT}<p>The end of ${id}. ${marker}</p>]]></description></item>`;
const page = (id: string, marker: string): string =>
  `<html lang="en"><title>The ${id} ferry</title><article><h1>The ${id} ferry</h1>${TEXT}<p>${marker}</p></article></html>`;

const documents = (origin: string): Record<string, string> => ({
  '/spins.xml': `${rss(item(origin, 'unseen'))}<!-- SPIN:readDocument -->`,
  '/swells.xml': `${rss(item(origin, 'unseen'))}<!-- SWELL:readDocument -->`,
  '/items.xml': rss(
    item(origin, 'spinning-page'),
    item(origin, 'swelling-page'),
    item(origin, 'spinning-words', 'SPIN:compose'),
    item(origin, 'swelling-words', 'SWELL:compose'),
    item(origin, 'spinning-text', 'SPIN:pageFingerprints'),
  ),
  '/news/spinning-page': page('spinning-page', 'SPIN:readPage'),
  '/news/swelling-page': page('swelling-page', 'SWELL:readPage'),
});

let hostile: Server;
let origin: string;
const staged = stage(async () => {
  hostile = createServer(({ url = '' }, response) => {
    const document = documents(origin)[url];
    const type = url.endsWith('.xml') ? 'application/rss+xml' : 'text/html';
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': type }).end(document);
  });
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
  return [origin];
});

/** Puts the faulty reader before each real one. */
function makeReadersFaulty(assembly: string): number {
  const assets = readdirSync(assembly).map((name) => join(assembly, name));
  const readers = assets.map((asset) => join(asset, 'reader.js')).filter((file) => existsSync(file));
  for (const reader of readers) {
    renameSync(reader, join(reader, '..', 'real-reader.js'));
    copyFileSync(join(import.meta.dirname, 'faults', 'faulty-reader.cjs'), reader);
  }
  return readers.length;
}

let pipeline: Pipeline;
let result: PipelineResult;
beforeAll(async () => {
  expect(makeReadersFaulty(staged().assembly)).toBe(2);
  const feedUrls = ['/spins.xml', '/swells.xml', '/items.xml'].map((path) => `${origin}${path}`);
  pipeline = await startPipeline(staged(), { feedUrls });
  await pipeline.cycle();
  pipeline.publisher.nextEdition();
  await pipeline.cycle();
  result = await pipeline.result();
});
afterAll(async () => {
  await pipeline?.stop();
  hostile?.close();
});

describe('a pipeline whose readers spin and swell at some documents', () => {
  const article = (id: string) => result.articles.find(({ url }) => url === `${origin}/news/${id}`);

  it('stores every article of the honest site, and makes no dead letter', () => {
    expect(result.articles.filter(({ url }) => url?.startsWith(origin) !== true)).toHaveLength(14);
    expect(result.deadLetters).toEqual({ polls: 0, items: 0, consumer: 0 });
  });

  it.each(['/spins.xml', '/swells.xml'])('records the feed %s as too costly, and polls it later', (path) => {
    const feed = result.feeds.find(({ url }) => url === `${origin}${path}`);
    expect(feed).toMatchObject({ outcome: 'too-costly', status: 'active', newItems: 0 });
  });

  it.each(['spinning-page', 'swelling-page'])('stores the feed’s words if the page is a %s', (id) => {
    expect(article(id)).toMatchObject({ textSource: 'feed', pageFailure: 'too-costly' });
    expect(article(id)?.text).toContain(`The end of ${id}.`);
  });

  it.each(['spinning-words', 'swelling-words'])('stores the bare fields of an item with %s', (id) => {
    expect(article(id)).toMatchObject({ title: `The ${id} ferry`, pageFailure: 'too-costly', wordCount: 0 });
  });

  it('stores an article whose text has no fingerprints because it can’t be compared', () => {
    expect(article('spinning-text')?.text).toContain('The end of spinning-text.');
  });
});
