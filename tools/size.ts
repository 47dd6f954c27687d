/**
 * Prints each function's bundle size and what its import costs on a cold start. Exits with 1 when a bundle is larger than
 * its target; times differ from machine to machine, so they are printed and never judged.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { ingestItemEnvironment } from '../lambdas/ingest-item/config.ts';
import { pollFeedEnvironment } from '../lambdas/poll-feed/config.ts';
import { schedulePollsEnvironment } from '../lambdas/schedule-polls/config.ts';
import { scheduleRechecksEnvironment } from '../lambdas/schedule-rechecks/config.ts';
import { websubCallbackEnvironment } from '../lambdas/websub-callback/config.ts';
import { bundleFunction, type FunctionName, functionNames } from '../lib/function-bundle.ts';

/** The largest bundle that we accept, in bytes; the other functions' sizes are only printed. */
const sizeTargets: Partial<Record<FunctionName, number>> = {
  'schedule-polls': 320_000,
  'poll-feed': 500_000,
  'ingest-item': 650_000,
  'schedule-rechecks': 320_000,
  'websub-callback': 320_000,
};
/** What an import may cost, in milliseconds of CPU: printed as the aim. */
const importTarget = 120;
/** Enough for a median that a busy machine doesn't move. */
const runs = 9;

const declarations: Record<FunctionName, object> = {
  'schedule-polls': schedulePollsEnvironment,
  'poll-feed': pollFeedEnvironment,
  'ingest-item': ingestItemEnvironment,
  'schedule-rechecks': scheduleRechecksEnvironment,
  'websub-callback': websubCallbackEnvironment,
  'print-events': {},
};

/** A handler decodes its environment when it is imported. This value is valid as a text, a number and a list of words. */
const anyValue = '100000';
const environmentOf = (name: FunctionName) => ({
  ...Object.fromEntries(Object.keys(declarations[name]).map((variable) => [variable, anyValue])),
  AWS_REGION: 'eu-west-1',
});

const importOnce = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write('\\n' + (user + system), () => process.exit());
`;

/** Median CPU time of `require(file)` in fresh processes, in milliseconds. */
function importCpu(file: string, environment: Readonly<Record<string, string>>): number {
  const samples = Array.from({ length: runs }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', importOnce, file], {
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${file} can't be imported: ${stderr.trim()}`);
    return Number(stdout.split('\n').at(-1)) / 1000;
  });
  return samples.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

const directory = mkdtempSync(join(tmpdir(), 'wireroom-size-'));
try {
  const empty = join(directory, 'empty.cjs');
  writeFileSync(empty, '');
  const baseline = importCpu(empty, {});

  const table = new Table({
    head: ['function', 'bundle', 'target', `import CPU (aim: ${importTarget} ms)`],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const name of functionNames) {
    const output = join(directory, name);
    mkdirSync(output);
    bundleFunction(name, output);
    const file = join(output, 'index.js');
    const size = statSync(file).size;
    const target = sizeTargets[name];
    const milliseconds = Math.max(0, importCpu(file, environmentOf(name)) - baseline);
    table.push([name, kilobytes(size), target === undefined ? '' : kilobytes(target), `${milliseconds.toFixed(0)} ms`]);
    if (target !== undefined && size > target) {
      console.error(`${name} is ${size - target} bytes over its target: see what was added with esbuild's --analyze.`);
      process.exitCode = 1;
    }
  }
  console.log(table.toString());
} finally {
  rmSync(directory, { recursive: true });
}
