/** The real bundles check an article's page again: the page is the same, then gone, then back with a correction. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recheckQueue } from '../../lambdas/adapters/sqs/queues.ts';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import { fromRecord } from '../../lambdas/core/article/record/record.ts';
import { type Deployment, localDeployment } from '../../tools/cli/deployment.ts';
import { registryOf } from '../../tools/cli/registry-of.ts';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { synthesize } from '../../tools/local/template/synthesize.ts';
import { countDeadLetters } from '../../tools/start/report.ts';
import { RunRecorder } from '../../tools/start/run-recorder.ts';
import { pageOf } from '../fakes/messages.ts';
import { FERRY } from '../fakes/stories.ts';

const feedOf = (origin: string): string =>
  `<rss version="2.0"><channel><title>Quay News</title><item><guid>1</guid><link>${origin}/ferry</link>
  <title>Ferry returns</title><description>It is back.</description></item></channel></rss>`;
let story: readonly string[] | undefined = FERRY;
let visits = 0;
const server = createServer((request, response) => {
  const { port } = server.address() as AddressInfo;
  if (request.url === '/feed')
    return void response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(feedOf(`http://127.0.0.1:${port}`));
  if (request.url !== '/ferry') return void response.writeHead(404).end();
  visits++;
  if (story === undefined) return void response.writeHead(410).end();
  response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf('Ferry returns', story.join('</p><p>')));
});

const directory = temporaryDirectory();
const recorder = new RunRecorder();
let runtime: LocalRuntime;
let deployment: Deployment;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const assembly = await synthesize(directory.path, { recheckAfterHours: 1, allowedOrigins: origin });
  runtime = await startRuntime({
    assembly,
    dataDirectory: directory.path,
    schedules: 'manual',
    redeliverySeconds: 1,
    onLog: ({ line }) => recorder.record(line),
  });
  deployment = localDeployment(runtime.endpoints, runtime.outputs);
  await registryOf(deployment).add(`${origin}/feed`);
  await runtime.fireSchedules();
  await runtime.idle();
});
afterAll(async () => {
  await runtime?.stop();
  server.close();
  server.closeAllConnections();
  directory[Symbol.dispose]();
});

async function onlyArticle(): Promise<Article> {
  const { Items = [] } = await deployment.documents.send(
    new ScanCommand({ TableName: deployment.output('ArticlesTableName') }),
  );
  const article = fromRecord(Items[0]);
  if (Items.length !== 1 || article === undefined) throw new Error('There is not one article.');
  return article;
}

/** Invokes the run that is due `hours` after the article was first seen. */
async function runAfter(hours: number) {
  const scheduledTime = new Date(Date.parse((await onlyArticle()).firstSeenAt) + hours * 3_600_000).toISOString();
  const run = await runtime.invoke(deployment.output('ScheduleRechecksFunctionName'), { scheduledTime });
  await runtime.idle();
  return run;
}
/** Sends another recheck. Its address differs, because the queue drops an equal message within five minutes. */
async function recheck(time: number): Promise<void> {
  const { articleId, url = '' } = await onlyArticle();
  const message = { version: 1 as const, recheck: { articleId, url: `${url}?${time}` } };
  await recheckQueue(deployment.sqs, deployment.output('ItemQueueUrl')).send([message]);
  await runtime.idle();
}
const eventTypes = () => recorder.events.map(({ articleEvent }) => articleEvent);

it('no recheck is due in the first hour', async () => {
  expect(await onlyArticle()).toMatchObject({ revision: 1, textSource: 'page' });
  expect(await runAfter(1)).toMatchObject({ payload: { sent: 0 } });
  expect(visits).toBe(1);
});

it('a recheck of an unchanged page writes nothing', async () => {
  const before = await onlyArticle();
  expect(await runAfter(2)).toMatchObject({ payload: { sent: 1, passedOver: 0 } });
  expect(visits).toBe(2);
  expect(await onlyArticle()).toEqual(before);
  expect(eventTypes()).toEqual(['published']);
});

it('a recheck of a page that is gone retracts the article', async () => {
  story = undefined;
  await recheck(2);
  expect(await onlyArticle()).toMatchObject({ revision: 1, retractedAt: expect.any(String) });
  expect(eventTypes()).toEqual(['published', 'retracted']);
});

it('a recheck of a page that is back with a correction revises the article', async () => {
  story = [...FERRY, 'An earlier version of this report named the wrong quay.'];
  await recheck(3);
  const article = await onlyArticle();
  expect(article).toMatchObject({ revision: 2, text: expect.stringContaining('the wrong quay') });
  expect(article).not.toHaveProperty('retractedAt');
  expect(eventTypes()).toEqual(['published', 'retracted', 'revised']);
  expect(await countDeadLetters(deployment)).toEqual({ polls: 0, items: 0, consumer: 0 });
});
