/** The consumer of docs/consuming.md beside the pipeline, on this machine. Start your own test from here. */
import { join } from 'node:path';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { App, CfnOutput } from 'aws-cdk-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArticleCounts } from '../../docs/examples/article-counts.ts';
import { parseSettings } from '../../lib/parse-settings.ts';
import { PipelineStack } from '../../lib/pipeline-stack.ts';
import { localDeployment } from '../../tools/cli/deployment.ts';
import { registryOf } from '../../tools/cli/registry-of.ts';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { startSamplePublisher } from '../../tools/sample/sample-publisher.ts';

const scratch = temporaryDirectory();
let publisher: Awaited<ReturnType<typeof startSamplePublisher>>;
let runtime: LocalRuntime;

beforeAll(async () => {
  publisher = await startSamplePublisher();
  const app = new App({ outdir: join(scratch.path, 'cdk.out') });
  // In one stack with the pipeline, because the local runtime runs one stack.
  const pipeline = new PipelineStack(app, 'Wireroom', {
    settings: parseSettings({ allowedOrigins: [publisher.origin] }),
  });
  const { counts } = new ArticleCounts(pipeline, 'ArticleCounts', { articles: pipeline.articles });
  new CfnOutput(pipeline, 'CountsTableName', { value: counts.tableName });
  runtime = await startRuntime({ assembly: app.synth().directory, schedules: 'manual' });
});
afterAll(async () => {
  await runtime?.stop();
  await publisher?.stop();
  scratch[Symbol.dispose]();
});

it('the consumer counts the articles of a feed once, however often the feed is polled', async () => {
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = registryOf(deployment);
  const [feedUrl = ''] = publisher.feedUrls;
  await registry.add(feedUrl);
  const count = async (): Promise<unknown> => {
    await runtime.fireSchedules();
    await runtime.idle();
    const key = { id: 'site#The Brackwater Courier' };
    const TableName = runtime.outputs['CountsTableName'] ?? '';
    return (await deployment.documents.send(new GetCommand({ TableName, Key: key }))).Item?.['articles'];
  };
  expect(await count()).toBe(4);
  for await (const { feedId } of registry.list()) await registry.makeDue(feedId);
  expect(await count()).toBe(4);
});
