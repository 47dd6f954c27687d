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
import { bundledFunction } from './bundled-function.ts';

const ITEMS = 20;

/** Prints a table: feeds per second, CPU per poll, and AWS operations per poll. */
export const benchPolling = (feedCount: number): Promise<void> =>
  withBenchStack(async ({ directory, deployment, dynamodb, sqs, environment }) => {
    const publisher = await benchPublisher(feedCount, ITEMS);
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
          BODIES_BUCKET_NAME: deployment.output('BodiesBucketName'),
          POLL_FLOOR_MINUTES: defaultSettings.pollFloorMinutes,
          WEBSUB_CALLBACK_URL: undefined,
          WEBSUB_CALLBACK_KEY: undefined,
        }),
        ...environment,
      },
      { sqs: deployment.sqs, url: deployment.output('PollQueueUrl') },
    );

    /** Polls every feed once, in batches as they come from the queue. */
    const cycle = async (): Promise<{ cpuMs: number; seconds: number }> => {
      const due = new Map<string, string>();
      for await (const { feedId, nextPollAt } of registry.list()) due.set(feedId, nextPollAt);
      const bodies = publisher.feedUrls.map((url) => {
        const feedId = feedIdOf(url);
        return messageBody({ version: 1, feedId, nextPollAt: due.get(feedId) ?? '', host: hostOf(url) });
      });
      return pollFeed.invokeAll(bodies);
    };

    const table = new Table({
      head: [
        `${feedCount} feeds of ${ITEMS} items`,
        'feeds/s',
        'CPU ms/poll',
        'write + read units',
        'DynamoDB operations/poll',
        'SQS requests/poll',
      ],
      colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
      style: { head: [], border: [] },
    });
    try {
      for (const url of publisher.feedUrls) await registry.add(url);
      for (const [name, prepare] of scenarios(publisher, feedCount)) {
        prepare();
        dynamodb.take();
        sqs.take();
        const { cpuMs, seconds } = await cycle();
        const inDynamo = dynamodb.take();
        table.push([
          name,
          Math.round(feedCount / seconds),
          hundredths(cpuMs / feedCount),
          unitsEach(inDynamo, feedCount),
          operationsEach(inDynamo, feedCount),
          operationsEach(sqs.take(), feedCount),
        ]);
      }
      console.log(table.toString());
    } finally {
      pollFeed.stop();
      await publisher.stop();
    }
  });

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
      publisher.cacheBehaviour = 'plain';
    },
  ],
];
