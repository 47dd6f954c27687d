/** The dependency rule: imports point inwards only (docs/architecture.md). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { cycles, type Import, importsOf, readImports, sourceFiles } from './fakes/import-graph.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = sourceFiles(ROOT, ['bin', 'lib', 'lambdas', 'tools', 'docs/examples']);
const IMPORTS = readImports(ROOT, FILES);

/** Pure libraries: no network, no files, no clock. */
const PURE_PACKAGES = [
  'valibot',
  'rss-parser',
  'rss-parser/lib/utils.js',
  'sax',
  'entities',
  'linkedom',
  'eld/extrasmall',
];

interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** The files of the project that it may import. */
  readonly mayImport: RegExp;
  /** Packages and Node modules that it may import; absent: any. */
  readonly packages?: RegExp;
}

const exactly = (names: readonly string[]): RegExp =>
  new RegExp(`^(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`);

/** The first layer that a file belongs to is its layer. */
const LAYERS: readonly Layer[] = [
  {
    name: 'core',
    files: /^lambdas\/core\//,
    mayImport: /^lambdas\/core\//,
    packages: exactly([...PURE_PACKAGES, 'node:crypto']),
  },
  {
    name: 'adapters',
    files: /^lambdas\/adapters\//,
    mayImport: /^lambdas\/(?:core|adapters)\//,
  },
  {
    name: 'consumer',
    files: /^lambdas\/consumer\//,
    mayImport: /^lambdas\/(?:core|consumer)\//,
    packages: exactly(['@aws-sdk/util-dynamodb', 'aws-lambda']),
  },
  {
    name: 'example consumer',
    files: /^lambdas\/print-events\//,
    mayImport: /^lambdas\/consumer\/index\.ts$/,
    packages: exactly(['aws-lambda']),
  },
  {
    name: 'config',
    files: /^lambdas\/[\w-]+\/config\.ts$/,
    mayImport: /^lambdas\/core\/(?:env|[a-z]+-environment)\.ts$/,
    packages: /^$/,
  },
  {
    name: 'handler',
    files: /^lambdas\/([\w-]+)\/handler\.ts$/,
    mayImport: /^lambdas\/(?:core\/|adapters\/|[\w-]+\/[\w-]+\.ts$)/,
    packages: exactly(['aws-lambda']),
  },
  {
    name: 'use case',
    files: /^lambdas\/[\w-]+\/(?!handler\.|config\.)[\w-]+\.ts$/,
    mayImport: /^lambdas\/(?:core\/|(?!adapters\/)[\w-]+\/(?!handler\.|config\.)[\w-]+\.ts$)/,
    packages: /^$/,
  },
  {
    name: 'lib',
    files: /^lib\//,
    mayImport: /^(?:lib\/|package\.json$|lambdas\/[\w-]+\/config\.ts$|lambdas\/core\/(?:env|[a-z]+-environment)\.ts$)/,
  },
  {
    name: 'examples',
    files: /^docs\/examples\//,
    mayImport: /^(?:docs\/examples\/|lib\/|lambdas\/consumer\/index\.ts$)/,
  },
  {
    name: 'tools',
    files: /^tools\//,
    mayImport:
      /^(?:tools\/|docs\/examples\/|lib\/|package\.json$|lambdas\/(?:core|adapters|consumer)\/|lambdas\/[\w-]+\/config\.ts$)/,
  },
  {
    name: 'bin',
    files: /^bin\//,
    mayImport: /^(?:lib\/|tools\/|package\.json$|lambdas\/core\/errors\.ts$)/,
  },
];

const layerOf = (file: string): Layer | undefined => LAYERS.find(({ files }) => files.test(file));
const functionOf = (file: string): string | undefined => /^lambdas\/([\w-]+)\//.exec(file)?.[1];
const isOurs = (name: string): boolean => /^(?:bin|lib|lambdas|tools|tests|docs)\/|^package\.json$/.test(name);

/** One sentence for each import that points the wrong way. */
function violations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const layer = layerOf(from);
    if (layer === undefined) return [`${from} belongs to no layer`];
    if (!isOurs(to)) return layer.packages?.test(to) === false ? [`${layer.name}: ${from} imports ${to}`] : [];
    const isAllowed =
      layer.mayImport.test(to) && !(['handler', 'use case'].includes(layer.name) && isOfAnotherFunction(from, to));
    return isAllowed ? [] : [`${layer.name}: ${from} imports ${to}`];
  });
}

const isOfAnotherFunction = (from: string, to: string): boolean =>
  !['core', 'adapters'].includes(functionOf(to) ?? '') && functionOf(from) !== functionOf(to);

describe('imports', () => {
  it('point inwards only', () => {
    expect(violations(IMPORTS)).toEqual([]);
  });

  it('make no cycles', () => {
    expect(cycles(IMPORTS)).toEqual([]);
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
    ['adapters', 'lambdas/adapters/queues.ts', 'lambdas/poll-feed/config.ts'],
    ['consumer', 'lambdas/consumer/index.ts', 'lambdas/adapters/log.ts'],
    ['example consumer', 'lambdas/print-events/handler.ts', 'lambdas/core/errors.ts'],
    ['config', 'lambdas/poll-feed/config.ts', 'lambdas/core/messages.ts'],
    ['handler', 'lambdas/poll-feed/handler.ts', 'lambdas/ingest-item/ingest-item.ts'],
    ['handler', 'lambdas/poll-feed/handler.ts', 'lambdas/ingest-item/config.ts'],
    ['handler', 'lambdas/poll-feed/handler.ts', 'node:http'],
    ['use case', 'lambdas/poll-feed/poll-feed.ts', 'lambdas/adapters/http-fetch.ts'],
    ['use case', 'lambdas/poll-feed/poll-feed.ts', 'lambdas/poll-feed/config.ts'],
    ['use case', 'lambdas/poll-feed/poll-feed.ts', '@aws-sdk/lib-dynamodb'],
    ['lib', 'lib/pipeline-stack.ts', 'lambdas/poll-feed/handler.ts'],
    ['lib', 'lib/pipeline-stack.ts', 'lambdas/adapters/log.ts'],
    ['lib', 'lib/pipeline-stack.ts', 'tools/size.ts'],
    ['tools', 'tools/size.ts', 'lambdas/poll-feed/handler.ts'],
    ['tools', 'tools/size.ts', 'lambdas/poll-feed/poll-feed.ts'],
    ['examples', 'docs/examples/count-articles.ts', 'lambdas/core/article/record.ts'],
    ['bin', 'bin/app.ts', 'lambdas/core/env.ts'],
    ['tools', 'tools/size.ts', 'tests/fakes/web.ts'],
  ])('that point the wrong way would be found: %s, %s → %s', (layer, from, to) => {
    expect(violations([{ from, to }])).toEqual([`${layer}: ${from} imports ${to}`]);
  });

  it('that make a cycle would be found', () => {
    const ring = ['a', 'b', 'c'].map((from, index, all) => ({ from, to: all[(index + 1) % 3] ?? '' }));
    expect(cycles(ring)).toEqual([['a', 'b', 'c']]);
    expect(cycles([...ring.slice(0, 2), { from: 'a', to: 'c' }])).toEqual([]);
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
    const entries = FILES.filter((file) => /\/handler\.ts$|^bin\//.test(file));
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: entries,
      outdir: 'unused',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    const seen = new Set(IMPORTS.map(({ from, to }) => `${from} → ${to}`));
    const bundled = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
      imports.map(({ path }) => `${from} → ${path}`),
    );
    expect(bundled.length).toBeGreaterThan(100);
    expect(bundled.filter((each) => !seen.has(each))).toEqual([]);
  });
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
