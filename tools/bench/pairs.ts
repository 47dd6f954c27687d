/** The CPU of this checkout's functions in pairs with those of another checkout, because timings of two runs can't be compared. */
import { resolve } from 'node:path';
import Table from 'cli-table3';
import { bundleFunction } from '../../lib/function-bundle.ts';
import { articleCosts } from './articles.ts';
import type { Bundler } from './bundled-function.ts';
import { median } from './measure.ts';
import { pollCosts } from './polling.ts';
import type { WorkCost } from './work-cost.ts';

export interface PairsOptions {
  /** The other checkout, with its `node_modules`. Its functions get this checkout's environment and messages. */
  readonly before: string;
  readonly rounds: number;
  /** Feeds and articles a round. */
  readonly pieces: number;
}

const WORKS: readonly ((pieces: number, bundle: Bundler) => Promise<readonly WorkCost[]>)[] = [
  (pieces, bundle) => pollCosts(pieces, undefined, bundle),
  (pieces, bundle) => articleCosts(pieces, undefined, bundle),
];

/** Prints for each kind of work the CPU a piece before and now, and the ratio: medians, and the ratio's range, over the rounds. */
export async function benchPairs({ before, rounds, pieces }: PairsOptions): Promise<void> {
  const other = (await import(resolve(before, 'lib/function-bundle.ts'))) as { readonly bundleFunction: Bundler };
  for (const work of WORKS) {
    const pairs: (readonly [before: WorkCost, now: WorkCost])[] = [];
    for (let round = 0; round < rounds; round++) {
      const costs = await work(pieces, other.bundleFunction);
      const now = await work(pieces, bundleFunction);
      pairs.push(...costs.flatMap((cost, at) => (now[at] === undefined ? [] : [[cost, now[at]] as const])));
    }
    print(pairs);
  }
}

function print(pairs: readonly (readonly [before: WorkCost, now: WorkCost])[]): void {
  const table = new Table({
    head: ['CPU ms', 'before', 'now', 'ratio', 'from – to'],
    colAligns: ['left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const [name, ofName] of Map.groupBy(pairs, ([{ name }]) => name)) {
    const ratios = ofName.map(([before, now]) => now.cpuMs / before.cpuMs);
    const each = (costs: readonly WorkCost[]) => median(costs.map(({ cpuMs, pieces }) => cpuMs / pieces)).toFixed(2);
    table.push([
      name,
      each(ofName.map(([before]) => before)),
      each(ofName.map(([, now]) => now)),
      median(ratios).toFixed(3),
      `${Math.min(...ratios).toFixed(3)} – ${Math.max(...ratios).toFixed(3)}`,
    ]);
  }
  console.log(table.toString());
}
