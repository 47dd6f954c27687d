/**
 * One local run, from feeds to a report. The steps, in order:
 * 1. `start-command.ts` chooses the feeds: of the command line or an OPML list (`feed-source.ts`), else those that the
 *    data directory holds (`stored-source.ts`), else the sample publisher's (`sample-source.ts`). Then it calls
 *    `run()`.
 * 2. `../local/template/synthesize.ts` synthesizes the app, and `../local/runtime.ts` runs the template.
 * 3. The feeds are added to the registry, as `feeds add` does.
 * 4. `cycle.ts` polls each feed once per cycle. `run-recorder.ts` reads the functions' logs meanwhile.
 * 5. `report.ts` makes the report, as text or JSON, and decides on the exit code.
 * 6. With `--watch`, polling goes on by the schedule until Ctrl-C (`interruption.ts`). Then the runtime stops.
 */
import { type FeedRegistry, MAX_FEEDS_AT_ONCE } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { EXIT } from '../cli/cli-error.ts';
import { localDeployment } from '../cli/deployment.ts';
import { print, write } from '../cli/output.ts';
import { createProgress, type Progress } from '../cli/progress.ts';
import { registryOf } from '../cli/registry-of.ts';
import { type RunMeter, runMeter } from '../cost/run-meter.ts';
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
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

export interface RunOptions {
  readonly dataDirectory: string;
  /** The data directory's name as a person gave it. Undefined if the directory is removed after the run. */
  readonly data: string | undefined;
  readonly source: FeedSource;
  /** The publisher behind the source, if the source is the sample publisher. */
  readonly sample: SampleSource | undefined;
  /**
   * Number of polls of every feed, whatever its schedule. Undefined: two, or none if a watch continues with feeds that
   * were polled before.
   */
  readonly cycles: number | undefined;
  readonly watch: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
}

/** The second cycle shows the cost of an unchanged feed, and the publisher's changes. */
const DEFAULT_CYCLES = 2;
/** Interval of the sample publisher's editions in a watch. */
const EDITION_EVERY_MS = 120_000;
const SHOW_EVENTS_EVERY_MS = 1_000;
/** The exit code of a program that Ctrl-C ended, by the shell's convention. */
const INTERRUPTED = 130;

/** The tools that the steps of one run share. */
interface RunTools {
  readonly meter: RunMeter;
  readonly progress: Progress;
  readonly recorder: RunRecorder;
  readonly stopwatch: Stopwatch;
}

/** @returns the exit code */
export async function run(options: RunOptions): Promise<number> {
  const tools: RunTools = {
    progress: createProgress(),
    recorder: new RunRecorder(),
    meter: runMeter(),
    stopwatch: createStopwatch(),
  };
  const interruption = catchInterruption();
  for (const warning of options.source.warnings) tools.progress.step(`Left out: ${warning}`);
  // The assembly lies outside the data directory, because another run may be at work there until we hold its lock.
  using scratch = temporaryDirectory();
  const runtime = await startPipeline(options, scratch.path, tools);
  try {
    const work = pollAndReport(options, runtime, tools);
    work.catch(() => {}); // the race below reports the error, unless the run was interrupted
    const report = await Promise.race([work, interruption.happened]);
    if (report === 'interrupted') return INTERRUPTED;
    const failure = report && printReport({ ...report, timings: tools.stopwatch.timings() }, options);
    if (options.watch) await watch(tools, options.sample, interruption.happened);
    return failure === undefined ? EXIT.ok : EXIT.failed;
  } finally {
    interruption.release();
    await runtime.stop();
  }
}

async function startPipeline(options: RunOptions, scratch: string, tools: RunTools): Promise<LocalRuntime> {
  const { progress, recorder, meter, stopwatch } = tools;
  const context = { allowedOrigins: options.source.allowedOrigins.join(',') };
  progress.step('Synthesizing the stack …');
  const assembly = await stopwatch.time('synthesis', () => synthesize(scratch, context));
  progress.step('Starting it on this machine …');
  return stopwatch.time('start', () =>
    startRuntime({
      assembly,
      dataDirectory: options.dataDirectory,
      schedules: options.watch ? 'timer' : 'manual',
      // A watch redelivers failed messages as late as AWS. A run that ends doesn't wait for minutes.
      ...(options.watch ? {} : { redeliverySeconds: 2 }),
      through: meter.through,
      onInvocation: meter.note,
      onLog: ({ functionName, line }) => {
        recorder.record(line);
        if (options.verbose) progress.step(`${functionName}: ${line}`);
      },
    }),
  );
}

/** Undefined if there is nothing to report, because a watch continues with feeds that were polled before. */
async function pollAndReport(
  { source, sample, cycles, watch: isWatched }: RunOptions,
  runtime: LocalRuntime,
  { progress, recorder, meter, stopwatch }: RunTools,
): Promise<Omit<RunReport, 'timings'> | undefined> {
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = registryOf(deployment);
  await addFeeds(registry, source);
  const feedIds = source.feeds.map(({ url }) => feedIdOf(url));
  if (isWatched && cycles === undefined && (await isPolledBefore(registry, feedIds))) {
    await runtime.fireSchedules(); // new feeds are due now and need not wait for the next minute
    return undefined;
  }
  const count = cycles ?? DEFAULT_CYCLES;
  for (let cycle = 1; cycle <= count; cycle++) {
    // The second edition comes once, even if the run continues one that was killed.
    if (cycle === 2 && sample?.edition === 0) sample.nextEdition();
    const title = `Cycle ${cycle} of ${count}`;
    await stopwatch.time(`cycle ${cycle}`, () => runCycle({ title, feedIds, registry, runtime, recorder, progress }));
  }
  const feeds = await Promise.all(feedIds.map((feedId) => registry.get(feedId)));
  return {
    feeds: feeds.filter((feed) => feed !== undefined).map((feed) => feedReport(feed, recorder)),
    articles: await allArticles(deployment),
    events: recorder.events,
    deadLetters: await countDeadLetters(deployment),
    cost: meter.cost(),
    unsupported: runtime.unsupported.map(({ logicalId, type }) => `${logicalId} (${type})`),
  };
}

async function addFeeds(registry: FeedRegistry, source: FeedSource): Promise<void> {
  const distinct = [...new Map(source.feeds.map((feed) => [feed.url, feed])).values()];
  for (let done = 0; done < distinct.length; done += MAX_FEEDS_AT_ONCE) {
    await registry.addMany(distinct.slice(done, done + MAX_FEEDS_AT_ONCE));
  }
}

async function isPolledBefore(registry: FeedRegistry, feedIds: readonly string[]): Promise<boolean> {
  for (const feedId of feedIds) if ((await registry.get(feedId))?.lastPoll !== undefined) return true;
  return false;
}

/** @returns why the run as a whole has failed, or undefined */
function printReport(report: RunReport, { json, data }: RunOptions): string | undefined {
  print(json, report, () => reportText(report, data));
  const failure = failureOf(report);
  if (failure !== undefined) write(`\n${failure}`, process.stderr);
  return failure;
}

async function watch(
  { progress, recorder }: RunTools,
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
