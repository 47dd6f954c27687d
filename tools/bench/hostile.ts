/** What hostile documents cost: the synthesized template with its real bundles, against a site for each document. */
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
/** The longest name of a document. */
const NAME_WIDTH = Math.max(...HOSTILE_DOCUMENTS.map(({ name }) => name.length));
const silent = { step() {}, begin() {}, end() {} };

export interface HostileOptions {
  /** The length of each document's hostile part, in characters. */
  readonly size: number;
  /** A part of the documents' names. */
  readonly only: string;
  /** No document is begun after so many minutes. */
  readonly minutes: number;
}

/**
 * Polls each hostile document and ingests what it leads to, one document after the other. Prints for each, when it is done, its
 * outcome, the time and the peak memory of each function with its reader.
 */
export async function benchHostile({ size, only, minutes }: HostileOptions): Promise<void> {
  const end = performance.now() + minutes * 60_000;
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
  const print = ([name = '', bytes = '', poll = '', articles = '', ...numbers]: readonly string[]): void =>
    console.log(
      [name.padEnd(NAME_WIDTH), bytes.padStart(8), poll.padEnd(12), articles.padEnd(20)]
        .concat(numbers.map((number) => number.padStart(14)))
        .join('  '),
    );
  print(['document', 'bytes', 'poll', 'articles', 'seconds', ...FUNCTIONS.map((name) => `${name} MiB`)]);

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
    print([
      document.name,
      String(bytes),
      lastPoll?.reason ?? lastPoll?.outcome ?? 'not recorded',
      tally(articles.map(({ textSource, pageFailure }) => (pageFailure === undefined ? textSource : pageFailure))),
      seconds.toFixed(1),
      ...FUNCTIONS.map((name) => String(Math.round((peaks.get(name) ?? 0) / 2 ** 20))),
    ]);
  };
  try {
    let done = 0;
    for (const site of sites) {
      if (performance.now() > end) break;
      await run(site);
      done++;
    }
    if (done < sites.length) console.log(`${minutes} minutes are over: ${sites.length - done} documents were not run.`);
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
