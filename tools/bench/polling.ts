/** The cost of a poll: the deployed bundle against a loopback publisher and the embedded emulators. */
import Table from 'cli-table3';
import { feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { encodeEnvironment } from '../../lambdas/core/env.ts';
import { feedIdOf, hostOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { messageBody } from '../../lambdas/core/queues/messages.ts';
import { pollFeedEnvironment } from '../../lambdas/poll-feed/config.ts';
import { fetchValues } from '../../lib/fetch-values.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { type BenchPublisher, benchPublisher } from './bench-publisher.ts';
import { hundredths, operationsEach, unitsEach, withBenchStack } from './bench-stack.ts';
import { type Bundler, bundledFunction } from './bundled-function.ts';
import { unitsOfPollBefore } from './units-before.ts';
import { costOf, type WorkCost } from './work-cost.ts';

const ITEMS = 20;

/** The cost of polls, scenario by scenario, each feed once. */
export async function pollCosts(feedCount: number, items = ITEMS, bundle?: Bundler): Promise<readonly WorkCost[]> {
  const costs: WorkCost[] = [];
  await withBenchStack(async (stack) => {
    const { directory, deployment, environment } = stack;
    const publisher = await benchPublisher(feedCount, items);
    const registry = feedRegistry(deployment.documents, deployment.output('FeedsTableName'), () => new Date());
    const pollFeed = bundledFunction(
      'poll-feed',
      directory,
      {
        ...encodeEnvironment(pollFeedEnvironment, {
          ...fetchValues({ ...defaultSettings, hostSpacingMilliseconds: 0, allowedOrigins: [publisher.origin] }),
          FEEDS_TABLE_NAME: deployment.output('FeedsTableName'),
          POLL_QUEUE_URL: deployment.output('PollQueueUrl'),
          ITEM_QUEUE_URL: deployment.output('ItemQueueUrl'),
          CREDENTIALS_PREFIX: 'Wireroom/feeds/',
          BODIES_BUCKET_NAME: deployment.output('BodiesBucketName'),
          POLL_FLOOR_MINUTES: defaultSettings.pollFloorMinutes,
          BACKFILL_PAGES_DAYS: defaultSettings.backfillPagesDays,
          WEBSUB_CALLBACK_URL: undefined,
          WEBSUB_CALLBACK_KEY: undefined,
        }),
        ...environment,
      },
      { sqs: deployment.sqs, url: deployment.output('PollQueueUrl') },
      bundle,
    );

    /** A message for each feed. */
    const messages = async (): Promise<readonly string[]> => {
      const due = new Map<string, string>();
      for await (const { feedId, nextPollAt } of registry.list()) due.set(feedId, nextPollAt);
      return publisher.feedUrls.map((url) => {
        const feedId = feedIdOf(url);
        return messageBody({ version: 1, feedId, nextPollAt: due.get(feedId) ?? '', host: hostOf(url) });
      });
    };

    try {
      for (const url of publisher.feedUrls) await registry.add(url);
      for (const [name, prepare] of scenarios(publisher, feedCount)) {
        prepare();
        costs.push(await costOf(name, await messages(), pollFeed, stack));
      }
    } finally {
      pollFeed.stop();
      await publisher.stop();
    }
  });
  return costs;
}

/** Prints a table: feeds per second, CPU per poll, and AWS operations per poll. */
export async function benchPolling(feedCount: number, items = ITEMS): Promise<void> {
  const table = new Table({
    head: [
      `${feedCount} feeds of ${items} items`,
      'feeds/s',
      'CPU ms/poll',
      'write + read units',
      'at 3870366, with the lease',
      'DynamoDB operations/poll',
      'SQS requests/poll',
    ],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { name, pieces, seconds, cpuMs, dynamodb, sqs } of await pollCosts(feedCount, items))
    table.push([
      name,
      Math.round(pieces / seconds),
      hundredths(cpuMs / pieces),
      unitsEach(dynamodb, pieces),
      unitsOfPollBefore(items, name),
      operationsEach(dynamodb, pieces),
      operationsEach(sqs, pieces),
    ]);
  console.log(table.toString());
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
    'a new item',
    () => {
      for (let feed = 0; feed < feedCount; feed++) publisher.publish(feed);
    },
  ],
  [
    'unchanged, without validators',
    () => {
      publisher.cacheBehaviour = 'plain';
    },
  ],
];
