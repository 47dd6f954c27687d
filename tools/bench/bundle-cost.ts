/** The cost of a function's bundle at a cold start: its bytes, and the CPU time of its import. The same of its reader. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestItemEnvironment } from '../../lambdas/ingest-item/config.ts';
import { pollFeedEnvironment } from '../../lambdas/poll-feed/config.ts';
import { schedulePollsEnvironment } from '../../lambdas/schedule-polls/config.ts';
import { scheduleRechecksEnvironment } from '../../lambdas/schedule-rechecks/config.ts';
import { websubCallbackEnvironment } from '../../lambdas/websub-callback/config.ts';
import { bundleFunction, type FunctionName } from '../../lib/function-bundle.ts';

export interface BundleCost extends ImportCost {
  readonly name: FunctionName;
  /** The program of the process that reads documents, which starts with the first document. */
  readonly reader: ImportCost | undefined;
  /** Bytes beside the bundles, which are read when they are first needed. */
  readonly beside: number;
}

export interface ImportCost {
  /** Bytes of the bundle. */
  readonly bytes: number;
  /** Milliseconds of CPU: the median of several fresh processes. */
  readonly importMs: number;
}

/** Number of imports: enough for a median that is stable on a busy machine. */
const RUNS = 9;

const declarations: Record<FunctionName, object> = {
  'schedule-polls': schedulePollsEnvironment,
  'poll-feed': pollFeedEnvironment,
  'ingest-item': ingestItemEnvironment,
  'schedule-rechecks': scheduleRechecksEnvironment,
  'websub-callback': websubCallbackEnvironment,
  'print-events': {},
};

/** The value of each variable, because a handler decodes its environment at import. Valid as text, number and list. */
const ANY_VALUE = '100000';
const environmentOf = (name: FunctionName) => ({
  ...Object.fromEntries(Object.keys(declarations[name]).map((variable) => [variable, ANY_VALUE])),
  AWS_REGION: 'eu-west-1',
});

/** Bundles each function as `cdk deploy` does, and imports it. */
export function bundleCosts(names: readonly FunctionName[]): BundleCost[] {
  const directory = mkdtempSync(join(tmpdir(), 'wireroom-size-'));
  try {
    const empty = join(directory, 'empty.cjs');
    writeFileSync(empty, '');
    const baseline = importCpu(empty, {});
    return names.map((name) => {
      const asset = join(directory, name);
      mkdirSync(asset);
      bundleFunction(name, asset);
      const costOf = (file: string): ImportCost => ({
        bytes: statSync(join(asset, file)).size,
        importMs: Math.max(0, importCpu(join(asset, file), environmentOf(name)) - baseline),
      });
      const reader = existsSync(join(asset, 'reader.js')) ? costOf('reader.js') : undefined;
      return { name, ...costOf('index.js'), reader, beside: bytesBelow(join(asset, 'node_modules')) };
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export const describeCost = ({ name, bytes, importMs, reader, beside }: BundleCost): string =>
  `${name}: a bundle of ${Math.round(bytes / 1000)} kB, imported in ${Math.round(importMs)} ms of CPU, ` +
  (reader === undefined
    ? ''
    : `a reader of ${Math.round(reader.bytes / 1000)} kB, imported in ${Math.round(reader.importMs)} ms with the first document, `) +
  `and ${Math.round(beside / 1000)} kB that are loaded when they are first needed`;

function bytesBelow(directory: string): number {
  const entries = statSync(directory, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(directory, { recursive: true, withFileTypes: true })
    : [];
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

const IMPORT_ONCE = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write('\\n' + (user + system), () => process.exit());
`;

/** Median CPU time of `require(file)` in fresh processes, in milliseconds. */
function importCpu(file: string, environment: Readonly<Record<string, string>>): number {
  const samples = Array.from({ length: RUNS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', IMPORT_ONCE, file], {
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${file} can't be imported: ${stderr.trim()}`);
    return Number(stdout.split('\n').at(-1)) / 1000;
  });
  return samples.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}
