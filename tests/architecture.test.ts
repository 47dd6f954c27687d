/** The dependency rule (docs/architecture.md): imports point inwards, from layer to layer and from room to room. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { cycles, importsOf, readImports, sourceFiles } from './architecture/import-graph.ts';
import { isOurs, layerViolations } from './architecture/layers.ts';
import { betweenRooms, MAX_FILES, ROOMS, roomOf, roomViolations } from './architecture/rooms.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = sourceFiles(ROOT, ['bin', 'lib', 'lambdas', 'tools', 'docs/examples']);
const IMPORTS = readImports(ROOT, FILES);

describe('imports', () => {
  it('point inwards, from layer to layer', () => {
    expect(layerViolations(IMPORTS)).toEqual([]);
  });

  it('point upwards, from room to room', () => {
    expect(roomViolations(IMPORTS)).toEqual([]);
  });

  it('make no cycles between files', () => {
    expect(cycles(IMPORTS)).toEqual([]);
  });

  it('make no cycles between rooms', () => {
    expect(cycles(betweenRooms(IMPORTS))).toEqual([]);
  });

  it('name files that exist', () => {
    const known = new Set([...FILES, 'package.json']);
    const missing = IMPORTS.filter(({ to }) => isOurs(to) && to.endsWith('.ts') && !known.has(to));
    expect(missing).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['core', 'lambdas/core/feed/polling/poll-schedule.ts', 'lambdas/adapters/log.ts'],
    ['core', 'lambdas/core/hash.ts', 'node:fs'],
    ['core', 'lambdas/core/hash.ts', '@aws-sdk/client-sqs'],
    ['adapters', 'lambdas/adapters/sqs/queues.ts', 'lambdas/poll-feed/config.ts'],
    ['consumer', 'lambdas/consumer/index.ts', 'lambdas/adapters/log.ts'],
    ['example consumer', 'lambdas/print-events/handler.ts', 'lambdas/core/errors.ts'],
    ['config', 'lambdas/poll-feed/config.ts', 'lambdas/core/queues/messages.ts'],
    ['handler', 'lambdas/poll-feed/handler.ts', 'lambdas/ingest-item/ingest-item.ts'],
    ['handler', 'lambdas/poll-feed/handler.ts', 'lambdas/ingest-item/config.ts'],
    ['handler', 'lambdas/poll-feed/handler.ts', 'node:http'],
    ['use case', 'lambdas/poll-feed/poll-feed.ts', 'lambdas/adapters/http/http-fetch.ts'],
    ['use case', 'lambdas/poll-feed/poll-feed.ts', 'lambdas/poll-feed/config.ts'],
    ['use case', 'lambdas/poll-feed/poll-feed.ts', '@aws-sdk/lib-dynamodb'],
    ['lib', 'lib/pipeline-stack.ts', 'lambdas/poll-feed/handler.ts'],
    ['lib', 'lib/pipeline-stack.ts', 'lambdas/adapters/log.ts'],
    ['lib', 'lib/pipeline-stack.ts', 'tools/size.ts'],
    ['tools', 'tools/size.ts', 'lambdas/poll-feed/handler.ts'],
    ['tools', 'tools/size.ts', 'lambdas/poll-feed/poll-feed.ts'],
    ['examples', 'docs/examples/count-articles.ts', 'lambdas/core/article/record/record.ts'],
    ['bin', 'bin/app.ts', 'lambdas/core/env.ts'],
    ['tools', 'tools/size.ts', 'tests/fakes/web.ts'],
  ])('of a layer that point the wrong way are found: %s, %s → %s', (layer, from, to) => {
    expect(layerViolations([{ from, to }])).toEqual([`${layer}: ${from} imports ${to}`]);
  });

  it.each<[string, string, string]>([
    ['the top of core into its rooms', 'lambdas/core/hash.ts', 'lambdas/core/web/site.ts'],
    ['a feed into articles', 'lambdas/core/feed/document/json-feed.ts', 'lambdas/core/article/identity/identity.ts'],
    [
      'the identity of an article into its metadata',
      'lambdas/core/article/identity/headline.ts',
      'lambdas/core/article/metadata/json-ld.ts',
    ],
    ['a part of a runtime into the whole', 'tools/local/emulators/emulators.ts', 'tools/local/runtime.ts'],
  ])('between rooms that point downwards are found, with what to do: %s', (_, from, to) => {
    expect(roomViolations([{ from, to }])).toEqual([
      `${from} imports ${to}, but ${roomOf(to)} stands below ${roomOf(from)} in tests/architecture/rooms.ts: ` +
        `move what both need to ${roomOf(from)} or above, or let the caller pass it in`,
    ]);
    expect(roomViolations([{ from: to, to: from }])).toEqual([]);
  });

  it('from a directory that is no room are found', () => {
    expect(roomViolations([{ from: 'lambdas/core/new/x.ts', to: 'lambdas/core/hash.ts' }])).toEqual([
      'lambdas/core/new/x.ts lies in lambdas/core/new, which is no room: name it in tests/architecture/rooms.ts',
    ]);
  });

  it('that make a cycle are found', () => {
    const ring = ['a', 'b', 'c'].map((from, index, all) => ({ from, to: all[(index + 1) % 3] ?? '' }));
    expect(cycles(ring)).toEqual([['a', 'b', 'c']]);
    expect(cycles([...ring.slice(0, 2), { from: 'a', to: 'c' }])).toEqual([]);
  });
});

/** The part of the project whose rooms docs/architecture.md describes one by one. */
const areaOf = (room: string): string | undefined => /^lambdas\/(?:core|adapters)|^tools\/local/.exec(room)?.[0];

describe('a room', () => {
  const ARCHITECTURE = readFileSync(`${ROOT}/docs/architecture.md`, 'utf8');
  const DESCRIBED = ROOMS.filter((room) => areaOf(room) !== undefined);
  const rowOf = (room: string): string | undefined =>
    ARCHITECTURE.split('\n').find((line) => line.startsWith(`| \`${room.replace(/^lambdas\//, '')}\` |`));
  /** As the column "uses" names a room. */
  const nameOf = (room: string): string => room.replace(/^lambdas\/(?:core\/)?|^tools\/local\//, '');
  const filesIn = (room: string): string[] => FILES.filter((file) => roomOf(file) === room);

  it.each(ROOMS)('%s holds files, and no more than a newcomer can take in', (room) => {
    expect(filesIn(room).length).toBeGreaterThan(0);
    expect(filesIn(room).length).toBeLessThanOrEqual(MAX_FILES);
  });

  it('is named in the order of the rooms if it holds files', () => {
    expect(FILES.map(roomOf).filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it.each(DESCRIBED)('%s is described in docs/architecture.md, with the rooms that it uses', (room) => {
    const uses = IMPORTS.filter(({ from, to }) => roomOf(from) === room && areaOf(roomOf(to)) === areaOf(room))
      .map(({ to }) => roomOf(to))
      .filter((other) => other !== room && other !== 'lambdas/core');
    const [, , , file = '', named = ''] = rowOf(room)?.split('|') ?? [];
    expect(FILES).toContain(`${room}/${file.replaceAll('`', '').trim()}`);
    expect(new Set(named.match(/[\w/-]+/g))).toEqual(new Set(uses.map(nameOf)));
  });
});

describe('this test sees', () => {
  it('imports in every form', () => {
    const source = [
      "import './a.ts';",
      "import type { B } from '../b.ts';",
      "import {\n  c,\n  type D,\n} from './c.ts';",
      "import * as v from 'valibot';",
      "import json from '../../package.json' with { type: 'json' };",
      "export { e } from './e.ts';",
      "const f = await import('./f.ts');",
      "export const g = 'not.ts';",
    ].join('\n');
    expect(importsOf('lib/x/y.ts', source).map(({ to }) => to)).toEqual([
      ...['lib/x/a.ts', 'lib/b.ts', 'lib/x/c.ts', 'valibot', 'package.json', 'lib/x/e.ts', 'lib/x/f.ts'],
    ]);
  });

  it('every import that the bundler sees', async () => {
    const metafile = await bundled(FILES.filter((file) => /\/handler\.ts$|^bin\//.test(file)));
    const seen = new Set(IMPORTS.map(({ from, to }) => `${from} → ${to}`));
    const found = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
      imports.map(({ path }) => `${from} → ${path}`),
    );
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((each) => !seen.has(each))).toEqual([]);
  });
});

const bundled = async (entryPoints: string[]) => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return metafile;
};

it('no function bundles a parser of documents, because the reader’s process reads them', async () => {
  const metafile = await bundled(FILES.filter((file) => /^lambdas\/.*\/handler\.ts$/.test(file)));
  const parsers = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports
      .filter(({ path }) => /^(?:linkedom|rss-parser|htmlparser2|eld)\b/.test(path))
      .map(({ path }) => `${from} → ${path}`),
  );
  expect(parsers).toEqual([]);
});

describe('the core is pure', () => {
  const IMPURE: readonly [string, RegExp][] = [
    ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\./],
    ['the environment', /\bprocess\b/],
    ['chance', /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b/],
    ['the network', /\bfetch\(|\bWebSocket\b/],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
    ['the console', /\bconsole\./],
  ];
  const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  const impure = (source: string): string[] =>
    IMPURE.filter(([, pattern]) => pattern.test(withoutComments(source))).map(([name]) => name);

  it.each(FILES.filter((file) => file.startsWith('lambdas/core/')))('%s', (file) => {
    expect(impure(readFileSync(`${ROOT}/${file}`, 'utf8'))).toEqual([]);
  });

  it('or it would be found', () => {
    const guilty = 'const a = [Date.now(), process.env, Math.random(), fetch("x"), setTimeout(f), console.log()];';
    expect(impure(guilty)).toEqual(IMPURE.map(([name]) => name));
    expect(impure('const now = new Date(); // late')).toEqual(['the clock']);
    expect(impure('// new Date() is not for us\nconst then = new Date(now);')).toEqual([]);
  });
});

it('only the public API is a barrel: no other file just passes on what others export', () => {
  const barrels = FILES.filter((file) => /\/index\.ts$/.test(file));
  expect(barrels).toEqual(['lambdas/consumer/index.ts']);
});
