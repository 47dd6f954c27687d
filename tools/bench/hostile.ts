/** What hostile documents cost: the synthesized template with its real bundles, against a site for each document. */
import Table from 'cli-table3';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { localDeployment } from '../cli/deployment.ts';
import { registryOf } from '../cli/registry-of.ts';
import { HOSTILE_DOCUMENTS } from '../hostile/hostile-documents.ts';
import { type HostileSite, startHostileSites } from '../hostile/hostile-sites.ts';
import { temporaryDirectory } from '../local/machine/temporary-directory.ts';
import { startRuntime } from '../local/runtime.ts';
import { synthesize } from '../local/template/synthesize.ts';
import { runCycle } from '../start/cycle.ts';
import { allArticles, countDeadLetters } from '../start/report.ts';
import { RunRecorder } from '../start/run-recorder.ts';
import { memorySampler } from './memory-sampler.ts';

const FUNCTIONS = ['PollFeed', 'IngestItem'] as const;
const silent = { step() {}, begin() {}, end() {} };

/**
 * Polls each hostile document and ingests what it leads to, one document after the other. Prints for each its outcome, the time
 * and the peak memory of each function with its reader.
 *
 * @param size the length of each document's hostile part, in characters
 * @param only a part of the documents' names
 */
export async function benchHostile(size: number, only: string): Promise<void> {
  using scratch = temporaryDirectory();
  const { sites, stop } = await startHostileSites(
    HOSTILE_DOCUMENTS.filter(({ name }) => name.includes(only)),
    size,
  );
  const allowedOrigins = sites.map(({ origin }) => origin).join(',');
  const recorder = new RunRecorder();
  const runtime = await startRuntime({
    assembly: await synthesize(scratch.path, { allowedOrigins }),
    dataDirectory: scratch.path,
    schedules: 'manual',
    redeliverySeconds: 1,
    onLog: ({ line }) => recorder.record(line),
  });
  const memory = memorySampler(FUNCTIONS);
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = registryOf(deployment);
  const table = new Table({
    head: ['document', 'bytes', 'poll', 'articles', 'seconds', ...FUNCTIONS.map((name) => `${name} MiB`)],
    colAligns: ['left', 'right', 'left', 'left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });

  const run = async ({ document, origin, feedUrl, bytes }: HostileSite): Promise<void> => {
    const feedId = feedIdOf(feedUrl);
    await registry.add(feedUrl);
    memory.take();
    const begun = performance.now();
    await runCycle({ title: '', feedIds: [feedId], registry, runtime, recorder, progress: silent });
    const seconds = (performance.now() - begun) / 1000;
    const peaks = memory.take();
    const lastPoll = (await registry.get(feedId))?.lastPoll;
    const articles = (await allArticles(deployment)).filter(({ url }) => url?.startsWith(origin));
    table.push([
      document.name,
      bytes,
      lastPoll?.reason ?? lastPoll?.outcome ?? 'not recorded',
      tally(articles.map(({ textSource, pageFailure }) => (pageFailure === undefined ? textSource : pageFailure))),
      seconds.toFixed(1),
      ...FUNCTIONS.map((name) => Math.round((peaks.get(name) ?? 0) / 2 ** 20)),
    ]);
  };
  try {
    for (const site of sites) await run(site);
    console.log(table.toString());
    const dead = await countDeadLetters(deployment);
    console.log(`Dead letters: ${Object.values(dead).reduce((sum, count) => sum + count, 0)}`);
  } finally {
    memory.stop();
    await deployment.close();
    await runtime.stop();
    await stop();
  }
}

/** `3 feed, 1 too-costly` */
const tally = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => `${length} ${name}`).join(', ');
