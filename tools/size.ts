/**
 * Prints each function's bundle size and the CPU time of its import at a cold start. Exits with 1 if a bundle is larger
 * than its target. Times differ between machines, so they are only printed.
 */
import Table from 'cli-table3';
import { type FunctionName, functionNames } from '../lib/function-bundle.ts';
import { bundleCosts, type ImportCost } from './bench/bundle-cost.ts';

/** Max bundle size, in bytes. The sizes of other functions are only printed. */
const sizeTargets: Partial<Record<FunctionName, number>> = {
  'schedule-polls': 420_000,
  'poll-feed': 500_000,
  'ingest-item': 505_000,
  'schedule-rechecks': 420_000,
  'websub-callback': 420_000,
};
/** Max size of a reader's bundle, in bytes. */
const readerTargets: Partial<Record<FunctionName, number>> = { 'poll-feed': 170_000, 'ingest-item': 410_000 };
/** The aim for the cost of an import, in milliseconds of CPU. Only printed. */
const importTarget = 120;

const table = new Table({
  head: ['bundle', 'size', 'target', 'loaded later', `import CPU (aim: ${importTarget} ms)`],
  colAligns: ['left', 'right', 'right', 'right', 'right'],
  style: { head: [], border: [] },
});
const kilobytes = (bytes: number | undefined) => (bytes ? `${(bytes / 1000).toFixed(1)} kB` : '');
const add = (name: string, { bytes, importMs }: ImportCost, target: number | undefined, beside = 0): void => {
  table.push([name, kilobytes(bytes), kilobytes(target), kilobytes(beside), `${importMs.toFixed(0)} ms`]);
  if (target !== undefined && bytes > target) {
    console.error(`${name} is ${bytes - target} bytes over its target: see what was added with esbuild's --analyze.`);
    process.exitCode = 1;
  }
};
for (const { name, reader, beside, ...cost } of bundleCosts(functionNames)) {
  add(name, cost, sizeTargets[name]);
  if (reader !== undefined) add(`  its reader`, reader, readerTargets[name], beside);
}
console.log(table.toString());
