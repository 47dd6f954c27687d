/**
 * The real bundles with a hub: it verifies our subscription and announces news, which is polled without the schedule.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { type Deployment, localDeployment } from '../../tools/cli/deployment.ts';
import { registryOf } from '../../tools/cli/registry-of.ts';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { synthesize } from '../../tools/local/template/synthesize.ts';

/** A publisher with its hub, on one loopback port. */
async function startPublisherWithHub() {
  const stories = ['quay'];
  const feedRequests: string[] = [];
  let subscription = new URLSearchParams();
  let verified: (answer: { status: number; body: string }) => void = () => {};
  const verification = new Promise<{ status: number; body: string }>((resolve) => {
    verified = resolve;
  });

  const verify = async (): Promise<void> => {
    const callback = new URL(subscription.get('hub.callback') ?? '');
    callback.searchParams.set('hub.mode', subscription.get('hub.mode') ?? '');
    callback.searchParams.set('hub.topic', subscription.get('hub.topic') ?? '');
    callback.searchParams.set('hub.challenge', 'a+challenge/with=signs');
    callback.searchParams.set('hub.lease_seconds', '86400');
    const response = await fetch(callback);
    verified({ status: response.status, body: await response.text() });
  };
  const rss = (origin: string): string =>
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Quay News</title>
    <atom:link rel="hub" href="${origin}/hub"/><atom:link rel="self" href="${origin}/feed"/>${stories
      .map(
        (story) => `<item><guid>${origin}/${story}</guid><link>${origin}/${story}</link><title>${story}</title></item>`,
      )
      .join('')}</channel></rss>`;

  const server = createServer(async (request, response) => {
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    if (request.method === 'POST' && request.url === '/hub') {
      subscription = new URLSearchParams(await text(request));
      response.writeHead(202).end();
      return void verify();
    }
    if (request.url === '/feed') {
      feedRequests.push(request.url);
      return void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(origin));
    }
    const story = request.url?.slice(1) ?? '';
    if (!stories.includes(story)) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><html><head><title>${story}</title></head><body><p>All about the ${story}.</p></body></html>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    feedUrl: `${origin}/feed`,
    verification,
    feedRequests,
    publish: (story: string) => stories.push(story),
    secret: () => subscription.get('hub.secret'),
    /** @returns the status of the callback's answer */
    async distribute(pathEnd = ''): Promise<number> {
      const { status } = await fetch(`${subscription.get('hub.callback')}${pathEnd}`, {
        method: 'POST',
        headers: { 'content-type': 'application/rss+xml' },
        body: rss(origin),
      });
      return status;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const directory = temporaryDirectory();
let publisher: Awaited<ReturnType<typeof startPublisherWithHub>>;
let runtime: LocalRuntime;
let deployment: Deployment;

beforeAll(async () => {
  publisher = await startPublisherWithHub();
  const assembly = await synthesize(directory.path, { webSub: true, allowedOrigins: publisher.origin });
  runtime = await startRuntime({ assembly, dataDirectory: directory.path, schedules: 'manual', redeliverySeconds: 1 });
  deployment = localDeployment(runtime.endpoints, runtime.outputs);
});
afterAll(async () => {
  await runtime?.stop();
  publisher?.stop();
  directory[Symbol.dispose]();
});

const titles = async (): Promise<string[]> => {
  const { Items = [] } = await deployment.documents.send(
    new ScanCommand({ TableName: deployment.output('ArticlesTableName') }),
  );
  return Items.map(({ title }) => String(title)).sort();
};
const feed = () => registryOf(deployment).get(feedIdOf(publisher.feedUrl));

it('a feed with a hub is subscribed, and the hub’s verification is answered', async () => {
  await registryOf(deployment).add(publisher.feedUrl);
  await runtime.fireSchedules();
  await runtime.idle();
  expect(await publisher.verification).toEqual({ status: 200, body: 'a+challenge/with=signs' });
  expect(publisher.secret()).toBeNull(); // it would cross the network in the clear
  expect(await titles()).toEqual(['quay']);
  expect((await feed())?.subscription).toMatchObject({
    url: `${publisher.origin}/hub`,
    topic: publisher.feedUrl,
    confirmedAt: expect.any(String),
    leaseUntil: expect.any(String),
  });
});

it('an announcement under a path that we did not make changes nothing', async () => {
  publisher.publish('lighthouse');
  const before = await feed();
  expect(await publisher.distribute('-a-guess')).toBe(410);
  await runtime.idle();
  expect(await feed()).toEqual(before);
  expect(publisher.feedRequests).toHaveLength(1);
});

it('a feed is polled at once, without the schedule, when its hub announces news', async () => {
  // The last poll must be a minute old. An announcement right after a poll waits for the schedule.
  await deployment.documents.send(
    new UpdateCommand({
      TableName: deployment.output('FeedsTableName'),
      Key: { feedId: feedIdOf(publisher.feedUrl) },
      UpdateExpression: 'SET lastPoll.#at = :earlier',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':earlier': new Date(Date.now() - 60_000).toISOString() },
    }),
  );
  expect(await publisher.distribute()).toBe(202);
  await runtime.idle();
  expect(await titles()).toEqual(['lighthouse', 'quay']);
  expect(publisher.feedRequests).toHaveLength(2);
  expect(await feed()).toMatchObject({ lastPoll: { newItems: 1 }, subscription: { announcedAt: expect.any(String) } });
});

it('the callback answers 410 for a paused feed', async () => {
  await registryOf(deployment).pause(feedIdOf(publisher.feedUrl));
  expect(await publisher.distribute()).toBe(410);
});
