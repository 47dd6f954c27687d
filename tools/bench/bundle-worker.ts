/** Runs one bundled handler in its own process, so that its CPU time excludes emulators and publishers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Context } from 'aws-lambda';
import { usageOf } from '../../lambdas/adapters/reader/process-usage.ts';

type Handler = (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<unknown>;

const [bundle = ''] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle) as { readonly handler: Handler };
/** Lambda's longest timeout, so that the handler never runs out of time. */
const context = { getRemainingTimeInMillis: () => 900_000 };

process.on('message', async (event: unknown) => {
  const before = cpuMs();
  const result = await handler(event, context);
  process.send?.({ result, cpuMs: cpuMs() - before });
});

/** CPU time of this process and of its reader so far. The reader's counts in steps of 10 ms. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1').split(' ').filter(Boolean);
  return children.reduce((sum, pid) => sum + (usageOf(Number(pid))?.cpuMs ?? 0), (user + system) / 1000);
}
