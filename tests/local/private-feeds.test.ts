/**
 * The canaries: private feeds of publishers that accept, refuse, redirect, stall, and repeat what they were sent. Everything that the
 * pipeline and the command line write is searched for the secrets.
 */
import { chmodSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { localDeployment } from '../../tools/cli/deployment.ts';
import { registryOf } from '../../tools/cli/registry-of.ts';
import { writeFeedSecret } from '../../tools/local/emulators/feed-secrets.ts';
import { temporaryDirectory } from '../../tools/local/machine/temporary-directory.ts';
import { type LocalRuntime, startRuntime } from '../../tools/local/runtime.ts';
import { synthesize } from '../../tools/local/template/synthesize.ts';
import { countDeadLetters } from '../../tools/start/report.ts';
import { type PrivatePublisher, startPrivatePublisher } from '../fakes/private-publisher.ts';
import { wireroom } from './command-line.ts';

const PASSWORD = 'c4nary&P4ss/word+1';
const TOKEN = 'c4nary.token-2/3+4';
const KEY = 'c4nary key: 5';
const ROTATED = 'c4nary.token-6/7+8';
const IN_ENVIRONMENT = 'c4nary.token-9';
const BROKEN = 'c4nary-broken-10';
const UNREADABLE = 'c4nary-unreadable-11';
const ELSEWHERE = 'c4nary-elsewhere-12';
const CANARIES = [PASSWORD, TOKEN, KEY, ROTATED, IN_ENVIRONMENT, BROKEN, UNREADABLE, ELSEWHERE];

/** The feeds by path, each with the credentials that it names and the outcome of its last poll. */
const FEEDS: Readonly<Record<string, readonly [credentials: string, outcome: string]>> = {
  'accepts-basic': ['basic', 'unchanged'],
  'accepts-bearer': ['bearer', 'unchanged'],
  'accepts-a-header': ['header', 'unchanged'],
  'accepts-from-the-environment': ['environment', 'unchanged'],
  'names-a-hub': ['basic', 'unchanged'],
  refused: ['bearer', 'http-401'],
  forbidden: ['basic', 'http-403'],
  leaves: ['basic', 'unchanged'],
  moved: ['bearer', 'unchanged'],
  stalls: ['header', 'timeout'],
  breaks: ['header', 'reset'],
  'echoes-in-text': ['basic', 'credentials-repeated'],
  'echoes-in-etag': ['bearer', 'credentials-repeated'],
  'echoes-in-redirect': ['header', 'credentials-repeated'],
  'echoes-in-bad-redirect': ['bearer', 'credentials-repeated'],
  'echoes-in-host': ['environment', 'credentials-repeated'],
  'lacks-a-secret': ['missing', 'credentials-missing'],
  'has-a-broken-secret': ['broken', 'credentials-invalid'],
  'has-an-open-file': ['unreadable', 'credentials-unreadable'],
  'has-a-secret-of-another-origin': ['elsewhere', 'credentials-origin'],
};

const data = temporaryDirectory();
const directory = join(data.path, 'data');
const written: string[] = [];
let publisher: PrivatePublisher;
let runtime: LocalRuntime;
let feeds: ReadonlyMap<string, Feed>;
let deadLetters: Record<string, number>;

beforeAll(async () => {
  publisher = await startPrivatePublisher();
  const { origin, otherOrigin } = publisher;
  const context = {
    allowedOrigins: `${origin},${otherOrigin}`,
    fetchTimeoutSeconds: 2,
    webSub: true,
    exampleConsumer: true,
  };
  const assembly = await synthesize(join(data.path, 'cdk.out'), context);
  const bearer = { type: 'bearer', origin };
  writeFeedSecret(directory, 'basic', { type: 'basic', origin, username: 'reader', password: PASSWORD });
  writeFeedSecret(directory, 'bearer', { ...bearer, token: TOKEN });
  writeFeedSecret(directory, 'header', { type: 'header', origin, name: 'X-Api-Key', value: KEY });
  writeFeedSecret(directory, 'broken', { ...bearer, token: BROKEN, [BROKEN]: BROKEN });
  writeFeedSecret(directory, 'unreadable', { ...bearer, token: UNREADABLE });
  chmodSync(join(directory, 'credentials/unreadable.json'), 0o644);
  writeFeedSecret(directory, 'elsewhere', { ...bearer, origin: otherOrigin, token: ELSEWHERE });
  process.env['WIREROOM_CREDENTIALS_ENVIRONMENT'] = JSON.stringify({ ...bearer, token: IN_ENVIRONMENT });

  runtime = await startRuntime({
    assembly,
    dataDirectory: directory,
    schedules: 'manual',
    redeliverySeconds: 1,
    onLog: ({ line }) => written.push(line),
    onInvocation: ({ event, payload }) => written.push(JSON.stringify([event, payload])),
  });
  const deployment = localDeployment(runtime.endpoints, runtime.outputs);
  const registry = registryOf(deployment);
  const urls = Object.keys(FEEDS).map((name) => `${origin}/${name}`);
  const pollAll = async (): Promise<void> => {
    for (const url of urls) await registry.makeDue(feedIdOf(url));
    await runtime.fireSchedules();
    await runtime.idle();
  };
  const onData = async (...args: string[]): Promise<void> => {
    const { code, stdout, stderr } = await wireroom(...args, '--data', directory);
    expect(code, `${args.join(' ')}: ${stderr}`).toBe(0);
    written.push(stdout, stderr);
  };
  for (const credentials of new Set(Object.values(FEEDS).map(([name]) => name))) {
    const opened = urls.filter((url) => FEEDS[new URL(url).pathname.slice(1)]?.[0] === credentials);
    await onData('feeds', 'add', ...opened, '--credentials', credentials);
  }
  await pollAll();
  // The publisher refuses the first secret from now on, though the functions have kept it.
  writeFeedSecret(directory, 'bearer', { ...bearer, token: ROTATED });
  await pollAll();

  feeds = new Map((await Array.fromAsync(registry.list())).map((feed) => [new URL(feed.url).pathname.slice(1), feed]));
  for (const [name, value] of Object.entries(runtime.outputs)) {
    if (!name.endsWith('TableName')) continue;
    for await (const { Items = [] } of paginateScan({ client: deployment.documents }, { TableName: value }))
      written.push(...Items.map((item) => JSON.stringify(item, (_, each) => (each instanceof Set ? [...each] : each))));
  }
  for (const args of [
    ['feeds', 'list', '--json'],
    ['feeds', 'list', '--problems'],
    ['feeds', 'export'],
    ['articles', 'list', '--json'],
    ['articles', 'export'],
    ...['accepts-basic', 'refused', 'echoes-in-redirect'].map((name) => ['feeds', 'show', `${origin}/${name}`]),
  ])
    await onData(...args);
  deadLetters = await countDeadLetters(deployment);
});
afterAll(async () => {
  delete process.env['WIREROOM_CREDENTIALS_ENVIRONMENT'];
  await runtime?.stop();
  publisher?.stop();
  data[Symbol.dispose]();
});

it.each(Object.entries(FEEDS))('the feed that %s has its outcome', (name, [credentials, outcome]) => {
  const { lastPoll, ...feed } = feeds.get(name) ?? ({} as Partial<Feed>);
  expect(lastPoll?.reason ?? lastPoll?.outcome, lastPoll?.detail).toBe(outcome);
  expect(feed).toMatchObject({ credentials, status: 'active', url: `${publisher.origin}/${name}` });
  if (outcome.startsWith('credentials-')) expect(lastPoll?.detail).toContain(`"${credentials}"`);
});

it('no message is a dead letter', () => {
  expect(deadLetters).toEqual({ polls: 0, items: 0, consumer: 0 });
});

describe('a secret', () => {
  const sentTo = (matches: (url: string) => boolean) =>
    publisher.requests.filter(({ url }) => matches(url)).map(({ authorization, apiKey }) => authorization ?? apiKey);

  it('is sent to its feed', () => {
    const basic = `Basic ${Buffer.from(`reader:${PASSWORD}`).toString('base64')}`;
    const last = (name: string) => sentTo((url) => url === `${publisher.origin}/${name}`).at(-1);
    expect(last('accepts-basic')).toBe(basic);
    expect(last('accepts-a-header')).toBe(KEY);
    expect(last('accepts-from-the-environment')).toBe(`Bearer ${IN_ENVIRONMENT}`);
  });

  it('that was rotated is read again when it is refused', () => {
    expect(sentTo((url) => url === `${publisher.origin}/refused`)).toEqual(
      [TOKEN, TOKEN, ROTATED].map((token) => `Bearer ${token}`),
    );
  });

  it('is sent neither to another origin nor for robots.txt and pages', () => {
    const others = sentTo((url) => !url.startsWith(publisher.origin) || /\/(?:robots\.txt|pages\/.*)$/.test(url));
    expect(others.length).toBeGreaterThan(5);
    expect(new Set(others)).toEqual(new Set([undefined]));
  });

  it('opens no subscription: the hub is not told of a private feed', () => {
    expect(sentTo((url) => url.includes('/hub') || url.includes('/topic'))).toEqual([]);
    expect(feeds.get('names-a-hub')).not.toHaveProperty('subscription');
  });

  it('is in nothing that was written: logs, messages, tables, files, and what the command line prints', () => {
    const files = globSync('**/*', { cwd: directory })
      .map((file) => join(directory, file))
      .filter((file) => statSync(file).isFile() && !relative(directory, file).startsWith('credentials'));
    const everything = [...written, ...files.map((file) => readFileSync(file, 'latin1'))].map((text) =>
      text.toLowerCase(),
    );
    const isWritten = (text: string): boolean => everything.some((each) => each.includes(text.toLowerCase()));
    for (const proof of [
      'The private words of accepts-basic',
      'Feed polled.',
      '"restricted":true',
      'wireroom:credentials',
    ])
      expect(isWritten(proof), `${proof} is among what was written`).toBe(true);
    expect(CANARIES.flatMap(formsOf).filter(isWritten)).toEqual([]);
  });
});

/** A secret as it is, and as JSON, URLs, HTML and base64 write it, wherever it stands in what was encoded. */
function formsOf(secret: string): string[] {
  const encoded = [0, 1, 2].flatMap((before) => {
    const base64 = Buffer.from(`${'x'.repeat(before)}${secret}`).toString('base64');
    return [base64.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6))];
  });
  return [
    secret,
    secret.replaceAll('&', '&amp;'),
    encodeURIComponent(secret),
    ...encoded.flatMap((each) => [each, encodeURIComponent(each), each.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
}
