import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReaderProcess, readerProcess } from '../../lambdas/adapters/reader/reader-process.ts';
import type { ArticleOperations } from '../../lambdas/core/article/article-operations.ts';
import type { FeedOperations } from '../../lambdas/core/feed/polling/feed-operations.ts';
import type { Operations, Reader, ReaderLimits } from '../../lambdas/core/reading/reader.ts';
import { bundleFunction, type FunctionName } from '../../lib/function-bundle.ts';
import { article } from '../fakes/article.ts';
import { feed } from '../fakes/feed.ts';
import { item } from '../fakes/messages.ts';
import { rss, story } from '../fakes/poll-world.ts';
import { articlesInProcess, feedsInProcess } from '../fakes/readers.ts';
import { FERRY, paragraphs } from '../fakes/stories.ts';

const LIMITS: ReaderLimits = { cpuMs: 5_000, wallMs: 25_000, heapMegabytes: 256, residentMegabytes: 400 };
const FOREVER = Number.POSITIVE_INFINITY;

const root = mkdtempSync(join(tmpdir(), 'wireroom-readers-'));
afterAll(() => rmSync(root, { recursive: true }));

const started: Pick<ReaderProcess<never>, 'stop'>[] = [];
afterAll(() => {
  for (const reader of started) reader.stop();
});

function readerIn<O extends Operations>(directory: string, limits: Partial<ReaderLimits> = {}): ReaderProcess<O> {
  const reader = readerProcess<O>({ LAMBDA_TASK_ROOT: directory }, { ...LIMITS, ...limits });
  started.push(reader);
  return reader;
}

describe('the bundled reader', () => {
  const bundled = (name: FunctionName): string => {
    const directory = join(root, name);
    mkdirSync(directory);
    bundleFunction(name, directory);
    return directory;
  };
  let feeds: Reader<FeedOperations>;
  let articles: Reader<ArticleOperations>;
  beforeAll(() => {
    feeds = readerIn<FeedOperations>(bundled('poll-feed')).until(FOREVER);
    articles = readerIn<ArticleOperations>(bundled('ingest-item')).until(FOREVER);
  });

  it('reads a feed as it is read in this process', async () => {
    const response = {
      kind: 'response' as const,
      status: 200,
      url: 'https://harbour.example/rss',
      headers: { 'content-type': 'application/rss+xml', etag: '"1"' },
      body: Buffer.from(rss(story('1'), story('2'))),
    };
    const at = new Date('2026-11-23T08:00:00Z');
    const document = { feed: feed(), sent: {}, response, retryAt: undefined, at, isDelta: false, bodyHash: 'abc' };
    const reading = await feeds('readDocument', document);
    expect(reading).toEqual(await feedsInProcess('readDocument', document));
    expect(reading).toMatchObject({ kind: 'read', value: { newItems: [{ guid: '1' }, { guid: '2' }] } });
  });

  const html = `<html lang="en"><title>Ferry</title><article><h1>Ferry</h1>${paragraphs(FERRY)}</article></html>`;
  const page = { body: Buffer.from(html), url: 'https://harbour.example/news/1', hostBlocks: new Uint8Array() };
  const context = {
    feedUrl: 'https://harbour.example/rss',
    firstSeenAt: '2026-11-23T08:00:05.000Z',
    foundAt: '2026-11-23T08:00:00.000Z',
  };
  const comparison = { article: article(), content: article({ text: FERRY.join('\n') }), feedId: 'feed-a' };

  it.each([
    ['reads a page', 'readPage', page],
    ['composes an article', 'compose', { item: item({ content: paragraphs(FERRY) }), context }],
    ['finds the fingerprints of content', 'pageFingerprints', { content: { text: FERRY.join('\n') }, identity: {} }],
    ['compares two articles with one text', 'isSameText', comparison],
    [
      'compares two articles with similar texts',
      'isSameNewsNearby',
      { ...comparison, likeness: { containment: 1, coverage: 1, numbersAgree: true } },
    ],
  ] as const)('%s as it is done in this process', async (_, operation, argument) => {
    const reading = await articles(operation, argument as never);
    expect(reading).toEqual(await articlesInProcess(operation, argument as never));
    expect(reading.kind).toBe('read');
  });
});

/** Operations that a hostile document could have a reader do. */
const PROGRAM = `
const kept = [];
const operations = {
  echo: (value) => value,
  spin: () => { for (;;); },
  wait: () => new Promise(() => {}),
  swell: () => { for (;;) kept.push(new Array(1000).fill({})); },
  swellBesideTheHeap: async () => { for (;;) { kept.push(Buffer.alloc(2 ** 24, 1)); await new Promise((done) => setTimeout(done, 5)); } },
  grow: async (megabytes) => {
    kept.push(Buffer.alloc(megabytes * 2 ** 20, 1));
    await new Promise((done) => setTimeout(done, 300));
  },
  overflow: () => operations.overflow() + 1,
  end: () => process.exit(3),
  environment: () => Object.keys(process.env),
  pid: () => process.pid,
};
process.on('message', async ({ name, argument }) => {
  try { process.send({ value: await operations[name](argument) }); }
  catch (error) { process.send({ error: error.name }); }
});
process.on('disconnect', () => process.exit());
process.send('ready');
`;

interface HostileOperations extends Operations {
  readonly echo: (value: string) => string;
  readonly spin: (_: undefined) => void;
  readonly wait: (_: undefined) => Promise<void>;
  readonly swell: (_: undefined) => void;
  readonly swellBesideTheHeap: (_: undefined) => Promise<void>;
  readonly grow: (megabytes: number) => Promise<void>;
  readonly overflow: (_: undefined) => number;
  readonly end: (_: undefined) => void;
  readonly environment: (_: undefined) => string[];
  readonly pid: (_: undefined) => number;
}

describe('a reader’s process', () => {
  const directory = join(root, 'hostile');
  beforeAll(() => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'reader.js'), PROGRAM);
  });
  const tight = { cpuMs: 500, wallMs: 20_000, heapMegabytes: 64, residentMegabytes: 250 };
  const hostile = (limits: Partial<ReaderLimits> = {}) =>
    readerIn<HostileOperations>(directory, { ...tight, ...limits });
  const read = (limits?: Partial<ReaderLimits>) => hostile(limits).until(FOREVER);

  it.each([
    ['spins', 'spin', 'time', 'CPU time'],
    ['fills the heap', 'swell', 'memory', 'heap'],
    ['fills memory beside the heap', 'swellBesideTheHeap', 'memory', '250 MiB'],
    ['overflows the stack', 'overflow', 'error', 'RangeError'],
    ['ends the process', 'end', 'memory', 'heap'],
  ] as const)('is replaced after a document that %s, and the next document is read', async (_, name, by, detail) => {
    const reader = read();
    const reading = await reader(name, undefined);
    expect(reading).toEqual({ kind: 'breach', by, detail: expect.stringContaining(detail) });
    expect(await reader('echo', 'next')).toEqual({ kind: 'read', value: 'next' });
  });

  it('is given up when a document takes no CPU time and never ends', async () => {
    const reading = await read({ wallMs: 400 })('wait', undefined);
    expect(reading).toEqual({ kind: 'breach', by: 'time', detail: 'It took more than 0.4 s.' });
  });

  it('reads one document after the other, so that each has the limits for itself', async () => {
    const reader = read();
    const [spun, swelled, echoed] = await Promise.all([
      reader('spin', undefined),
      reader('swell', undefined),
      reader('echo', 'third'),
    ]);
    expect([spun.kind, swelled.kind]).toEqual(['breach', 'breach']);
    expect(echoed).toEqual({ kind: 'read', value: 'third' });
  });

  it('is the same process for each document that keeps the limits', async () => {
    const reader = read();
    expect(await reader('pid', undefined)).toEqual(await reader('pid', undefined));
  });

  it('does not blame a document for the memory of the documents before it', async () => {
    const reader = read({ residentMegabytes: 160 });
    const half = await reader('grow', 60);
    expect([half.kind, (await reader('grow', 60)).kind]).toEqual(['read', 'read']);
    expect((await reader('grow', 200)).kind).toBe('breach');
  });

  it('is started anew when it died between two documents', async () => {
    const reader = read();
    const first = await reader('pid', undefined);
    process.kill(first.kind === 'read' ? first.value : 0, 'SIGKILL');
    const second = await reader('pid', undefined);
    expect(second.kind).toBe('read');
    expect(second).not.toEqual(first);
  });

  it('does not begin a document when the invocation’s time does not cover the limits', async () => {
    const reader = hostile();
    await expect(reader.until(Date.now() + 20_000)('echo', 'late')).rejects.toMatchObject({ code: 'DEADLINE' });
    expect(await reader.until(FOREVER)('echo', 'next')).toEqual({ kind: 'read', value: 'next' });
  });

  it('sees nothing of the function’s environment', async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'secret';
    const reading = await read()('environment', undefined);
    expect(reading).toEqual({ kind: 'read', value: [] });
  });

  it('is our own fault when it does not start, and is tried again with the next document', async () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    const reader = readerIn<HostileOperations>(empty).until(FOREVER);
    await expect(reader('echo', 'first')).rejects.toMatchObject({ code: 'READER' });
    writeFileSync(join(empty, 'reader.js'), PROGRAM);
    expect(await reader('echo', 'second')).toEqual({ kind: 'read', value: 'second' });
  });
});
