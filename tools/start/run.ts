/** One local run from synthesis to report. */
import { type FeedRegistry, MAX_FEEDS_AT_ONCE } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { EXIT } from '../cli/cli-error.ts';
import { localDeployment } from '../cli/deployment.ts';
import { print } from '../cli/output.ts';
import { createProgress, type Progress } from '../cli/progress.ts';
import { registryOf } from '../cli/registry-of.ts';
import { temporaryDirectory } from '../local/machine/temporary-directory.ts';
import { type LocalRuntime, startRuntime } from '../local/runtime.ts';
import { synthesize } from '../local/template/synthesize.ts';
import { runCycle } from './cycle.ts';
import type { FeedSource } from './feed-source.ts';
import { catchInterruption } from './interruption.ts';
import {
  allArticles,
  countDeadLetters,
  eventLine,
  failureOf,
  feedReport,
  type RunReport,
  reportText,
} from './report.ts';
import { RunRecorder } from './run-recorder.ts';
import type { SampleSource } from './sample-source.ts';

export interface RunOptions {
  readonly dataDirectory: string;
  /** Its name as a person gave it; undefined: it goes with the run. */
  readonly data: string | undefined;
  readonly source: FeedSource;
  /** The publisher behind the source, when it is the sample one. */
  readonly sample: SampleSource | undefined;
  /**
   * How often every feed is polled at once, whatever its schedule; undefined: twice, or not at all where a watch goes
   * on.
   */
  readonly cycles: number | undefined;
  readonly watch: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
}

/** The second shows what an unchanged feed costs, and what a publisher has changed. */
const DEFAULT_CYCLES = 2;
/** In `watch`, the sample publisher brings out a new edition this often. */
const EDITION_EVERY_MS = 120_000;
const SHOW_EVENTS_EVERY_MS = 1_000;
/** The exit code of a program that Ctrl-C ended, by the shell's convention. */
const INTERRUPTED = 130;

/** @returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  const { dataDirectory, source, sample } = options;
  const progress = createProgress();
  const interruption = catchInterruption();
  const timings = new Map<string, number>();
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    timings.set(name, performance.now() - started);
    return result;
  };
  for (const warning of source.warnings) progress.step(`Left out: ${warning}`);

  progress.step('Synthesizing the stack …');
  // Beside the data, not in it: until it is ours, another run may be at work there.
  using scratch = temporaryDirectory();
  const context = { allowedOrigins: source.allowedOrigins.join(',') };
  const assembly = await timed('synthesis', () => synthesize(scratch.path, context));
  progress.step('Starting it on this machine …');
  const recorder = new RunRecorder();
  const runtime = await timed('start', () =>
    startRuntime({
      assembly,
      dataDirectory,
      schedules: options.watch ? 'timer' : 'manual',
      // Who watches waits as on AWS. A run that ends doesn't wait for minutes until a page may be there again.
      ...(options.watch ? {} : { redeliverySeconds: 2 }),
      onLog: ({ functionName, line }) => {
        recorder.record(line);
        if (options.verbose) progress.step(`${functionName}: ${line}`);
      },
    }),
  );
  try {
    const work = pollAndReport(options, runtime, recorder, progress, timed);
    work.catch(() => {}); // whoever waits below sees the error; after an interruption nobody does
    const report = await Promise.race([work, interruption.happened]);
    if (report === 'interrupted') return INTERRUPTED;
    const whole = report && { ...report, timings: Object.fromEntries(timings) };
    if (whole !== undefined) print(options.json, whole, () => reportText(whole, options.data));
    const failure = whole && failureOf(whole);
    if (failure !== undefined) process.stderr.write(`\n${failure}\n`);
    if (options.watch) await watch(progress, recorder, sample, interruption.happened);
    return failure === undefined ? EXIT.ok : EXIT.failed;
  } finally {
    interruption.release();
    await runtime.stop();
  }
}

/** Undefined where there is nothing to report: a watch goes on with feeds that have been polled before. */
async function pollAndReport(
  { source, sample, watch: isWatched, ...options }: RunOptions,
  runtime: LocalRuntime,
  recorder: RunRecorder,
  progress: Progress,
  timed: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): Promise<Omit<RunReport, 'timings'> | undefined> {
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = registryOf(deployment);
  const distinct = [...new Map(source.feeds.map((feed) => [feed.url, feed])).values()];
  for (let done = 0; done < distinct.length; done += MAX_FEEDS_AT_ONCE) {
    await registry.addMany(distinct.slice(done, done + MAX_FEEDS_AT_ONCE));
  }
  const feedIds = source.feeds.map(({ url }) => feedIdOf(url));
  if (isWatched && options.cycles === undefined && (await isPolledBefore(registry, feedIds))) {
    await runtime.fireSchedules(); // what was added just now is due, and need not wait for the next minute
    return undefined;
  }
  const { cycles = DEFAULT_CYCLES } = options;
  for (let cycle = 1; cycle <= cycles; cycle++) {
    // One edition follows the first, also when a run goes on where an earlier one was killed.
    if (cycle === 2 && sample?.edition === 0) sample.nextEdition();
    const title = `Cycle ${cycle} of ${cycles}`;
    await timed(`cycle ${cycle}`, () => runCycle({ title, feedIds, registry, runtime, recorder, progress }));
  }
  const feeds = await Promise.all(feedIds.map((feedId) => registry.get(feedId)));
  return {
    feeds: feeds.filter((feed) => feed !== undefined).map((feed) => feedReport(feed, recorder)),
    articles: await allArticles(deployment),
    events: recorder.events,
    deadLetters: await countDeadLetters(deployment),
    unsupported: runtime.unsupported.map(({ logicalId, type }) => `${logicalId} (${type})`),
  };
}

async function isPolledBefore(registry: FeedRegistry, feedIds: readonly string[]): Promise<boolean> {
  for (const feedId of feedIds) if ((await registry.get(feedId))?.lastPoll !== undefined) return true;
  return false;
}

async function watch(
  progress: Progress,
  recorder: RunRecorder,
  sample: SampleSource | undefined,
  interrupted: Promise<unknown>,
): Promise<void> {
  progress.step('\nPolling goes on by the schedule; Ctrl-C ends it.');
  const editions = setInterval(() => sample?.nextEdition(), EDITION_EVERY_MS);
  let shown = recorder.events.length;
  const events = setInterval(() => {
    for (const event of recorder.events.slice(shown)) progress.step(eventLine(event));
    shown = recorder.events.length;
  }, SHOW_EVENTS_EVERY_MS);
  await interrupted;
  clearInterval(editions);
  clearInterval(events);
}
