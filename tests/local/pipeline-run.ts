import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import { fromRecord } from '../../lambdas/core/article/record/record.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { type Deployment, localDeployment } from '../../tools/cli/deployment.ts';
import type { Progress } from '../../tools/cli/progress.ts';
import { registryOf } from '../../tools/cli/registry-of.ts';
import type { InvocationRecord } from '../../tools/local/functions/invoker.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { type SamplePublisher, startSamplePublisher } from '../../tools/sample/sample-publisher.ts';
import { runCycle } from '../../tools/start/cycle.ts';
import { countDeadLetters, type FeedReport, feedReport } from '../../tools/start/report.ts';
import { RunRecorder } from '../../tools/start/run-recorder.ts';

/**
 * The clock and the port that all runs of a test file share, so that their articles have the same addresses and dates.
 */
export interface Stage {
  readonly assembly: string;
  readonly port: number;
  readonly now: Date;
}

export interface PipelineOptions {
  /** Feeds beside those of the sample publisher. */
  readonly feedUrls?: readonly string[];
  /** Added to the environment of every function. */
  readonly environment?: Record<string, string>;
  readonly onInvocation?: (record: InvocationRecord) => void;
}

export interface PipelineResult {
  readonly feeds: readonly FeedReport[];
  readonly articles: readonly Article[];
  readonly recorder: RunRecorder;
  readonly deadLetters: Record<string, number>;
  readonly publisher: SamplePublisher;
}

const silent: Progress = { step() {}, begin() {}, end() {} };

export interface Pipeline {
  readonly runtime: LocalRuntime;
  readonly deployment: Deployment;
  readonly publisher: SamplePublisher;
  readonly recorder: RunRecorder;
  cycle(): Promise<void>;
  result(): Promise<PipelineResult>;
  stop(): Promise<void>;
}

/** Starts the real bundles on the embedded emulators, with the sample publisher as the only publisher. */
export async function startPipeline(
  stage: Stage,
  { feedUrls = [], ...options }: PipelineOptions = {},
): Promise<Pipeline> {
  const directory = mkdtempSync(join(tmpdir(), 'wireroom-run-'));
  const publisher = await startSamplePublisher({ port: stage.port, now: stage.now });
  const recorder = new RunRecorder();
  const runtime = await startRuntime({
    assembly: stage.assembly,
    dataDirectory: directory,
    schedules: 'manual',
    redeliverySeconds: 1,
    onLog: ({ line }) => recorder.record(line),
    ...options,
  });
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = registryOf(deployment);
  const urls = [...publisher.feedUrls, ...feedUrls];
  for (const url of urls) await registry.add(url);
  const feedIds = urls.map(feedIdOf);
  return {
    runtime,
    deployment,
    publisher,
    recorder,
    cycle: () => runCycle({ title: '', feedIds, registry, runtime, recorder, progress: silent }),
    async result() {
      const feeds = await Promise.all(feedIds.map((feedId) => registry.get(feedId)));
      const pages = paginateScan(
        { client: deployment.documents },
        { TableName: deployment.output('ArticlesTableName') },
      );
      const articles = (await Array.fromAsync(pages)).flatMap(({ Items = [] }) => Items.map(fromRecord));
      return {
        feeds: feeds.flatMap((feed) => (feed === undefined ? [] : [feedReport(feed, recorder)])),
        articles: articles.filter((article) => article !== undefined),
        recorder,
        deadLetters: await countDeadLetters(deployment),
        publisher,
      };
    },
    async stop() {
      await runtime.stop();
      await publisher.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
