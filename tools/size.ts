/**
 * Prints each function's bundle size and what its import costs on a cold start. Exits with 1 when a bundle is larger than
 * its target; times differ from machine to machine, so they are printed and never judged.
 */
import Table from 'cli-table3';
import { type FunctionName, functionNames } from '../lib/function-bundle.ts';
import { bundleCosts } from './bench/bundle-cost.ts';

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

const table = new Table({
  head: ['function', 'bundle', 'target', 'loaded later', `import CPU (aim: ${importTarget} ms)`],
  colAligns: ['left', 'right', 'right', 'right', 'right'],
  style: { head: [], border: [] },
});
const kilobytes = (bytes: number | undefined) => (bytes ? `${(bytes / 1000).toFixed(1)} kB` : '');
for (const { name, bundle, beside, importMs } of bundleCosts(functionNames)) {
  const target = sizeTargets[name];
  table.push([name, kilobytes(bundle), kilobytes(target), kilobytes(beside), `${importMs.toFixed(0)} ms`]);
  if (target !== undefined && bundle > target) {
    console.error(`${name} is ${bundle - target} bytes over its target: see what was added with esbuild's --analyze.`);
    process.exitCode = 1;
  }
}
console.log(table.toString());
