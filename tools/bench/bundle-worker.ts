/** Runs one bundled handler in its own process, so that its CPU time excludes emulators and publishers. */
import { createRequire } from 'node:module';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';

type Handler = (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<SQSBatchResponse>;

const [bundle = ''] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle) as { readonly handler: Handler };
/** Lambda's longest timeout, so that the handler never runs out of time. */
const context = { getRemainingTimeInMillis: () => 900_000 };

process.on('message', async (event: SQSEvent) => {
  const before = process.cpuUsage();
  const { batchItemFailures } = await handler(event, context);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ failures: batchItemFailures.length, cpuMs: (user + system) / 1000 });
});
