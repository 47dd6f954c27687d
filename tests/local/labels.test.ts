/** Two desks of docs/consuming.md beside the pipeline, on this machine: each has a stream filter on two labels. */
import { join } from 'node:path';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { App, CfnOutput } from 'aws-cdk-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeskArticles } from '../../docs/examples/desk-articles.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { parseSettings } from '../../lib/parse-settings.ts';
import { PipelineStack } from '../../lib/pipeline-stack.ts';
import { type Deployment, localDeployment } from '../../tools/cli/deployment.ts';
import { registryOf } from '../../tools/cli/registry-of.ts';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { startSamplePublisher } from '../../tools/sample/sample-publisher.ts';

const scratch = temporaryDirectory();
let publisher: Awaited<ReturnType<typeof startSamplePublisher>>;
let runtime: LocalRuntime;
let deployment: Deployment;

beforeAll(async () => {
  publisher = await startSamplePublisher();
  const app = new App({ outdir: join(scratch.path, 'cdk.out') });
  const pipeline = new PipelineStack(app, 'Wireroom', {
    settings: parseSettings({ allowedOrigins: [publisher.origin] }),
  });
  const { articles } = pipeline;
  const sea = new DeskArticles(pipeline, 'Sea', { articles, labels: ['desk:sea', 'client-7'] });
  const ideas = new DeskArticles(pipeline, 'Ideas', { articles, labels: ['Desks/Ideas', 'Столбец'] });
  new CfnOutput(pipeline, 'SeaTableName', { value: sea.table.tableName });
  new CfnOutput(pipeline, 'IdeasTableName', { value: ideas.table.tableName });
  runtime = await startRuntime({ assembly: app.synth().directory, schedules: 'manual' });
  deployment = localDeployment(runtime.endpoints, runtime.outputs);
});
afterAll(async () => {
  await runtime?.stop();
  await publisher?.stop();
  scratch[Symbol.dispose]();
});

type Row = Readonly<{ articleId: string; title: string; revision: number; labels: ReadonlySet<string> | string[] }>;

const itemsOf = async (table: string): Promise<Row[]> => {
  const TableName = runtime.outputs[table] ?? '';
  const { Items = [] } = await deployment.documents.send(new ScanCommand({ TableName }));
  return Items as Row[];
};
const labelsOf = async (table: string): Promise<string[]> =>
  [...new Set((await itemsOf(table)).flatMap(({ labels }) => [...labels]))].sort();
const idsIn = async (table: string): Promise<string[]> =>
  (await itemsOf(table)).map(({ articleId }) => articleId).sort();
const labelledWith = async (...wanted: string[]): Promise<string[]> => {
  const all = await itemsOf('ArticlesTableName');
  return all
    .filter(({ labels }) => [...labels].some((label) => wanted.includes(label)))
    .map((each) => each.articleId)
    .sort();
};
const pollAll = async (): Promise<void> => {
  const registry = registryOf(deployment);
  for await (const { feedId } of registry.list()) await registry.makeDue(feedId);
  await runtime.fireSchedules();
  await runtime.idle();
};

it('each of two consumers with filters on two labels sees the articles of its labels and no others', async () => {
  const registry = registryOf(deployment);
  const at = (path: string): string => `${publisher.origin}${path}`;
  await registry.add(at('/courier/feed.xml'), undefined, ['desk:sea', 'unwanted']);
  await registry.add(at('/shores/index.rdf'), undefined, ['client-7']);
  await registry.add(at('/orrery/atom.xml'), undefined, ['Desks/Ideas']);
  await registry.add(at('/orrery/lab-notes.xml'), undefined, ['Столбец']);
  await registry.add(at('/shores/ufer.xml'), undefined, ['desk']);
  await pollAll();
  expect(await labelsOf('SeaTableName')).toEqual(['client-7', 'desk:sea', 'unwanted']);
  expect(await labelsOf('IdeasTableName')).toEqual(['Desks/Ideas', 'Столбец']);
  expect(await idsIn('SeaTableName')).toEqual(await labelledWith('desk:sea', 'client-7'));
  expect(await idsIn('IdeasTableName')).toEqual(await labelledWith('Desks/Ideas', 'Столбец'));
  expect(await labelledWith('desk'), 'the feed without a consumer').toHaveLength(2);
});

it('labels that change later change no article, and an article that another feed carries gets that feed’s labels', async () => {
  const registry = registryOf(deployment);
  const before = await itemsOf('ArticlesTableName');
  await registry.label(feedIdOf(`${publisher.origin}/courier/feed.xml`), ['late'], ['desk:sea']);
  await pollAll();
  expect(await itemsOf('ArticlesTableName')).toEqual(before);

  await registry.add(`${publisher.origin}/courier/harbour.xml`, undefined, ['Столбец']);
  await pollAll();
  const shared = (await itemsOf('IdeasTableName')).filter(({ labels }) => [...labels].includes('desk:sea'));
  expect(shared.map(({ labels, revision }) => [[...labels].sort(), revision])).toEqual([
    [['desk:sea', 'unwanted', 'Столбец'], 1],
  ]);
});

it('an article that leaves the table leaves the desks that have its labels', async () => {
  const [first] = await itemsOf('SeaTableName');
  const { articleId = '' } = first ?? {};
  const TableName = deployment.output('ArticlesTableName');
  await deployment.documents.send(new DeleteCommand({ TableName, Key: { articleId } }));
  await runtime.idle();
  expect((await itemsOf('SeaTableName')).map((each) => each.articleId)).not.toContain(articleId);
});
