/** The cost of a run of the schedule: the deployed bundle against the embedded emulators, with feeds that are all due. */
import Table from 'cli-table3';
import { feedRegistry, MAX_FEEDS_AT_ONCE } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { encodeEnvironment } from '../../lambdas/core/env.ts';
import { schedulePollsEnvironment } from '../../lambdas/schedule-polls/config.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { operationsEach, unitsEach, withBenchStack } from './bench-stack.ts';
import { bundledFunction } from './bundled-function.ts';

const SECONDS = 45;
/** The memory with which a function has a whole CPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEGABYTES_OF_A_CPU = 1_769;

/** Prints a table: feeds that a run sends within its time at the function's share of a CPU, CPU and operations per feed. */
export const benchSchedule = (feedCount: number, megabytes: number): Promise<void> =>
  withBenchStack(async ({ directory, deployment, dynamodb, sqs, environment }) => {
    const registry = feedRegistry(deployment.documents, deployment.output('FeedsTableName'), () => new Date());
    const schedulePolls = bundledFunction(
      'schedule-polls',
      directory,
      {
        ...encodeEnvironment(schedulePollsEnvironment, {
          FEEDS_TABLE_NAME: deployment.output('FeedsTableName'),
          POLL_QUEUE_URL: deployment.output('PollQueueUrl'),
          LEASE_SECONDS: defaultSettings.leaseMinutes * 60,
        }),
        ...environment,
      },
      { sqs: deployment.sqs, url: deployment.output('PollQueueUrl') },
    );
    const table = new Table({
      head: [
        `${feedCount} feeds`,
        `feeds in ${SECONDS} s of ${megabytes} MB`,
        'CPU ms/feed',
        'write + read units/feed',
        'DynamoDB operations/feed',
        'SQS requests/feed',
      ],
      colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
      style: { head: [], border: [] },
    });
    try {
      for (let at = 0; at < feedCount; at += MAX_FEEDS_AT_ONCE) {
        const urls = Array.from(
          { length: MAX_FEEDS_AT_ONCE },
          (_, n) => `https://site-${at + n}.example/news/feed.xml`,
        );
        await registry.addMany(urls.map((url) => ({ url })));
      }
      for (const name of ['due for the first time', 'sent a minute ago, not polled']) {
        dynamodb.take();
        sqs.take();
        const { result, cpuMs } = await schedulePolls.invoke({});
        const { sent } = result as { readonly sent: number };
        const inDynamo = dynamodb.take();
        table.push([
          `${name}: ${sent} sent`,
          Math.round((SECONDS * 1000 * (megabytes / MEGABYTES_OF_A_CPU)) / (cpuMs / feedCount)),
          (cpuMs / feedCount).toFixed(3),
          unitsEach(inDynamo, feedCount),
          operationsEach(inDynamo, feedCount),
          operationsEach(sqs.take(), feedCount),
        ]);
      }
      console.log(table.toString());
    } finally {
      schedulePolls.stop();
    }
  });
