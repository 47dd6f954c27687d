/** What a poll costs: the deployed bundle against a loopback publisher and the embedded emulators. */
import Table from 'cli-table3';
import { feedRegistry } from '../../lambdas/adapters/feed-registry.ts';
import { encodeEnvironment } from '../../lambdas/core/env.ts';
import { feedIdOf, hostOf } from '../../lambdas/core/feed/feed-url.ts';
import { messageBody } from '../../lambdas/core/messages.ts';
import { pollFeedEnvironment } from '../../lambdas/poll-feed/config.ts';
import { fetchValues } from '../../lib/fetch-values.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { localDeployment } from '../cli/deployment.ts';
import { startRuntime } from '../local/runtime.ts';
import { synthesize } from '../local/synthesize.ts';
import { temporaryDirectory } from '../local/temporary-directory.ts';
import { type BenchPublisher, benchPublisher } from './bench-publisher.ts';
import { bundledFunction } from './bundled-function.ts';
import { type CountingProxy, countingProxy } from './counting-proxy.ts';

const ITEMS = 20;
/** The batch that the event source mapping hands over. */
const BATCH = 5;

/** Prints a table: feeds a second, CPU a poll, and AWS operations a poll. */
export async function benchPolling(feedCount: number): Promise<void> {
  using scratch = temporaryDirectory();
  const assembly = await synthesize(scratch.path, {});
  const runtime = await startRuntime({
    assembly,
    dataDirectory: scratch.path,
    schedules: 'manual',
    eventSources: false,
  });
  const publisher = await benchPublisher(feedCount, ITEMS);
  const dynamodb = await countingProxy(runtime.endpoints.dynamodb);
  const sqs = await countingProxy(runtime.endpoints.sqs);
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = feedRegistry(deployment.documents, deployment.output('FeedsTableName'), () => new Date());
  const pollFeed = bundledFunction('poll-feed', scratch.path, {
    ...encodeEnvironment(pollFeedEnvironment, {
      ...fetchValues({ ...defaultSettings, hostSpacingMilliseconds: 0, allowedOrigins: [publisher.origin] }),
      FEEDS_TABLE_NAME: deployment.output('FeedsTableName'),
      ITEM_QUEUE_URL: deployment.output('ItemQueueUrl'),
      BODIES_BUCKET_NAME: deployment.output('BodiesBucketName'),
      POLL_FLOOR_MINUTES: defaultSettings.pollFloorMinutes,
    }),
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    AWS_ENDPOINT_URL_S3: runtime.endpoints.s3,
  });

  /** Polls every feed once, in batches as they come from the queue. */
  const cycle = async (): Promise<{ cpuMs: number; seconds: number }> => {
    const due = new Map<string, string>();
    for await (const { feedId, nextPollAt } of registry.list()) due.set(feedId, nextPollAt);
    const bodies = publisher.feedUrls.map((url) => {
      const feedId = feedIdOf(url);
      return messageBody({ version: 1, feedId, nextPollAt: due.get(feedId) ?? '', host: hostOf(url) });
    });
    let cpuMs = 0;
    const begun = performance.now();
    for (let at = 0; at < bodies.length; at += BATCH) cpuMs += await pollFeed.invoke(bodies.slice(at, at + BATCH));
    return { cpuMs, seconds: (performance.now() - begun) / 1000 };
  };

  const table = new Table({
    head: [
      `${feedCount} feeds of ${ITEMS} items`,
      'feeds/s',
      'CPU ms/poll',
      'DynamoDB operations/poll',
      'SQS requests/poll',
    ],
    colAligns: ['left', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  try {
    for (const url of publisher.feedUrls) await registry.add(url);
    for (const [name, prepare] of scenarios(publisher, feedCount)) {
      prepare();
      dynamodb.take();
      sqs.take();
      const { cpuMs, seconds } = await cycle();
      const perPoll = (proxy: CountingProxy): string =>
        [...proxy.take()].map(([operation, count]) => `${round(count / feedCount)} ${operation}`).join(', ') || 'none';
      table.push([name, Math.round(feedCount / seconds), round(cpuMs / feedCount), perPoll(dynamodb), perPoll(sqs)]);
    }
    console.log(table.toString());
  } finally {
    pollFeed.stop();
    await Promise.all([publisher.stop(), dynamodb.stop(), sqs.stop(), deployment.close()]);
    await runtime.stop();
  }
}

const scenarios = (publisher: BenchPublisher, feedCount: number): readonly [string, () => void][] => [
  ['first poll: all items are new', () => undefined],
  ['unchanged, answered with 304', () => undefined],
  [
    '1 % of the feeds have a new item',
    () => {
      for (let feed = 0; feed < feedCount; feed += 100) publisher.publish(feed);
    },
  ],
  [
    'unchanged, without validators',
    () => {
      publisher.manner = 'plain';
    },
  ],
];

const round = (value: number): number => Math.round(value * 100) / 100;
