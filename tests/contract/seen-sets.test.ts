import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { dueAttributes, feedsTable } from '../../lambdas/adapters/dynamodb/feeds-table.ts';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import type { FetchedState, PollRecord } from '../../lambdas/core/feed/record/feed-store.ts';
import { feed as madeFeed } from '../fakes/feed.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
let count = 0;
let feedId: string;

const tableName = () => services().deployment.output('FeedsTableName');
const store = () => feedsTable(services().deployment.documents, tableName());
const registry = () => feedRegistry(services().deployment.documents, tableName(), () => at(8));

async function stored(key: string): Promise<Record<string, unknown> | undefined> {
  const { documents } = services().deployment;
  return (await documents.send(new GetCommand({ TableName: tableName(), Key: { feedId: key } }))).Item;
}

async function put(fields: Partial<Feed> = {}): Promise<Feed> {
  const feed = madeFeed({ feedId, ...fields });
  const item = { ...feed, ...dueAttributes(feedId, at(8)) };
  await services().deployment.documents.send(new PutCommand({ TableName: tableName(), Item: item }));
  return found();
}

async function found(): Promise<Feed> {
  const { feed } = await store().find(feedId, undefined);
  if (feed === undefined) throw new Error('There is no feed.');
  return feed;
}

const poll = (hour: number, state: FetchedState): PollRecord => ({
  summary: { at: at(hour).toISOString(), outcome: 'changed', detail: '', newItems: 1, changedItems: 0 },
  next: { at: at(hour + 1), reason: 'Later.', intervalMinutes: 60, failures: 0 },
  state: { bodyHash: `body of ${hour}`, ...state },
});

beforeEach(() => {
  feedId = `seen-feed-${++count}`;
});

it('a poll keeps the seen set in an item of its own, so that the feed stays small', async () => {
  expect(await store().recordPoll(await put(), poll(8, { seen: bytes('a') }))).toBe(true);
  expect((await found()).seen).toEqual(bytes('a'));
  expect(await stored(feedId)).not.toHaveProperty('seen');
});

it('a poll that leaves the seen set as it was does not write it', async () => {
  await store().recordPoll(await put(), poll(8, { seen: bytes('a') }));
  const before = await stored(`seen:${feedId}`);
  await store().recordPoll(await found(), poll(9, { seen: bytes('a'), title: 'New' }));
  expect(await stored(`seen:${feedId}`)).toEqual(before);
  expect(await found()).toMatchObject({ title: 'New', seen: bytes('a') });
});

it('a feed of an earlier version holds its seen set itself, until a poll changes the seen set', async () => {
  const old = await put({ seen: bytes('old'), bodyHash: 'body' });
  expect(old.seen).toEqual(bytes('old'));
  await store().recordPoll(old, poll(8, { seen: bytes('old') }));
  expect((await found()).seen).toEqual(bytes('old'));
  await store().recordPoll(await found(), poll(9, { seen: bytes('new') }));
  expect((await found()).seen).toEqual(bytes('new'));
  expect(await stored(feedId)).not.toHaveProperty('seen');
});

it('a poll that is recorded too late does not put back the seen set of a later poll', async () => {
  const read = await put();
  await store().recordPoll(read, poll(10, { seen: bytes('later') }));
  expect(await store().recordPoll(read, poll(9, { seen: bytes('earlier') }))).toBe(false);
  expect((await found()).seen).toEqual(bytes('later'));
});

it('the seen set of a removed feed goes with it, and does not count if the feed is added again', async () => {
  const read = await put();
  await store().recordPoll(read, poll(8, { seen: bytes('a') }));
  expect(await registry().remove(feedId)).toBe(true);
  expect(await stored(`seen:${feedId}`)).toBeUndefined();
  // A poll that was under way when the feed was removed.
  await store().recordPoll(read, poll(8, { seen: bytes('late') }));
  expect((await put()).seen).toBeUndefined();
});

it('the list of feeds has no seen set in it', async () => {
  await store().recordPoll(await put(), poll(8, { seen: bytes('a') }));
  const listed = await Array.fromAsync(registry().list());
  expect(listed.filter((each) => each.feedId.includes(feedId))).toHaveLength(1);
});
