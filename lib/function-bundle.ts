import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** The directories under `lambdas/` that hold a `handler.ts`. */
export const functionNames = [
  'schedule-polls',
  'poll-feed',
  'ingest-item',
  'schedule-rechecks',
  'websub-callback',
  'print-events',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** The directory of a function's source. */
export const functionDirectory = (name: FunctionName): string => join(root, 'lambdas', name);

/**
 * The esbuild options of every function: one CommonJS file that includes the AWS SDK. The measurements behind each
 * choice are in docs/decisions/bundling.md.
 */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  // Names of error classes go into logs, metrics and Lambda's error responses, and names of functions into stack traces.
  minifyIdentifiers: false,
  charset: 'utf8',
  alias: {
    // xml2js writes XML with this package, and neither rss-parser nor Wireroom writes XML with xml2js.
    xmlbuilder: join(root, 'lib', 'left-out.cjs'),
    // linkedom parses style sheets with this package, and Wireroom parses none.
    'cssomnom/parse': join(root, 'lib', 'left-out.cjs'),
    // The SDK loads it for operations that answer with a stream of events; DynamoDB and SQS have none.
    '@smithy/core/event-streams': join(root, 'lib', 'left-out.cjs'),
    '@aws-sdk/credential-provider-node': join(root, 'lib', 'environment-credentials.mjs'),
  },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles `lambdas/<name>/handler.ts` into `directory/index.js`. The `package.json` beside it makes the file CommonJS
 * wherever the directory is. Otherwise the file in `cdk.out` would inherit this project's `"type": "module"`.
 * @throws if esbuild can't build the bundle; esbuild has printed the reason
 */
export function bundleFunction(name: FunctionName, directory: string): void {
  buildSync({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [join(functionDirectory(name), 'handler.ts')],
    outfile: join(directory, 'index.js'),
    external: LOADED_LATER,
  });
  writeFileSync(join(directory, 'package.json'), '{"type":"commonjs"}\n');
  if (name === 'ingest-item') {
    bundleLanguageTables(directory);
    bundlePublicSuffixList(directory);
  }
  const reader = READERS[name];
  if (reader !== undefined) bundleReader(reader, directory);
}

/** The functions that have strangers' documents read in a process of their own, and that process's program in `lambdas/reader/`. */
const READERS: Partial<Record<FunctionName, string>> = {
  'poll-feed': 'feed-reader.ts',
  'ingest-item': 'article-reader.ts',
};

/** Bundles a reader into `directory/reader.js`, beside the function (docs/decisions/wall.md). No name in it goes into a log. */
function bundleReader(entry: string, directory: string): void {
  buildSync({
    ...bundleOptions,
    absWorkingDir: root,
    minifyIdentifiers: true,
    entryPoints: [join('lambdas', 'reader', entry)],
    outfile: join(directory, 'reader.js'),
    external: LOADED_LATER,
  });
}

/**
 * Modules that a function loads when it first needs them. They are in its asset's `node_modules`, beside its bundle.
 */
const LOADED_LATER = ['eld/extrasmall', 'tldts'];

/** The tables of the language detector: a megabyte that a cold start shouldn't read (docs/decisions/language.md). */
function bundleLanguageTables(directory: string): void {
  const module = join(directory, 'node_modules', 'eld');
  buildSync({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: ['eld/extrasmall'],
    outfile: join(module, 'extrasmall.js'),
  });
  writeFileSync(
    join(module, 'package.json'),
    '{"name":"eld","type":"commonjs","exports":{"./extrasmall":"./extrasmall.js"}}\n',
  );
}

/** The Public Suffix List: 140 kB that only a reader with an article needs. */
function bundlePublicSuffixList(directory: string): void {
  const module = join(directory, 'node_modules', 'tldts');
  buildSync({ ...bundleOptions, absWorkingDir: root, entryPoints: ['tldts'], outfile: join(module, 'index.js') });
  writeFileSync(join(module, 'package.json'), '{"name":"tldts","type":"commonjs","main":"./index.js"}\n');
}
