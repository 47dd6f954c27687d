/** The cost of a function's bundle at a cold start: its bytes, and the CPU time of its import. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestItemEnvironment } from '../../lambdas/ingest-item/config.ts';
import { pollFeedEnvironment } from '../../lambdas/poll-feed/config.ts';
import { schedulePollsEnvironment } from '../../lambdas/schedule-polls/config.ts';
import { scheduleRechecksEnvironment } from '../../lambdas/schedule-rechecks/config.ts';
import { websubCallbackEnvironment } from '../../lambdas/websub-callback/config.ts';
import { bundleFunction, type FunctionName } from '../../lib/function-bundle.ts';

export interface BundleCost {
  readonly name: FunctionName;
  /** Bytes that every cold start reads. */
  readonly bundle: number;
  /** Bytes beside the bundle, which are read when they are first needed. */
  readonly beside: number;
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
      const file = join(asset, 'index.js');
      const bundle = statSync(file).size;
      const importMs = Math.max(0, importCpu(file, environmentOf(name)) - baseline);
      return { name, bundle, beside: bytesBelow(join(asset, 'node_modules')), importMs };
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export const describeCost = ({ name, bundle, beside, importMs }: BundleCost): string =>
  `${name}: a bundle of ${Math.round(bundle / 1000)} kB, imported in ${Math.round(importMs)} ms of CPU, ` +
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
