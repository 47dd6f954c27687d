import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { dueShardOf, feedsTable } from '../../lambdas/adapters/dynamodb/feeds-table.ts';
import { subscriptionsTable } from '../../lambdas/adapters/dynamodb/subscriptions-table.ts';
import type { Feed, Subscription } from '../../lambdas/core/feed/record/feed.ts';
import type { DueFeed, DueRange, FeedStore, PollRecord } from '../../lambdas/core/feed/record/feed-store.ts';
import type { SubscriptionStore } from '../../lambdas/core/feed/websub/subscription-store.ts';
import { fakeFeedStore } from '../fakes/feed-store.ts';
import { localServices } from './local-services.ts';

const services = localServices();

/** A store that holds one feed, due at 08:00. */
type Subject = (feed: Feed) => Promise<FeedStore & SubscriptionStore>;

const fake: Subject = async (feed) => fakeFeedStore([feed]);
const table: Subject = async (feed) => {
  const { documents, output } = services().deployment;
  const availableAt = feed.nextPollAt;
  const item = { ...feed, ...(feed.status === 'active' ? { availableAt, dueShard: dueShardOf(feed.feedId) } : {}) };
  await documents.send(new PutCommand({ TableName: output('FeedsTableName'), Item: item }));
  const table = output('FeedsTableName');
  return { ...feedsTable(documents, table), ...subscriptionsTable(documents, table) };
};

const EIGHT = '2026-11-23T08:00:00.000Z';
const NINE = new Date('2026-11-23T09:00:00.000Z');
let count = 0;
const newFeed = (fields: Partial<Feed> = {}): Feed => ({
  feedId: `feed-${++count}`,
  url: 'https://harbour.example/rss',
  status: 'active',
  addedAt: EIGHT,
  nextPollAt: EIGHT,
  nextPollReason: 'A new feed.',
  intervalMinutes: 30,
  failures: 0,
  ...fields,
});
const record = (fields: Partial<PollRecord> = {}): PollRecord => ({
  summary: { at: EIGHT, outcome: 'changed', detail: 'Something new.', newItems: 1, changedItems: 0 },
  next: { at: NINE, reason: 'Later.', intervalMinutes: 60, failures: 0 },
  state: undefined,
  ...fields,
});
const got = async (store: FeedStore, feedId: string) => (await store.find(feedId, undefined)).feed;
const dueOf = async (store: FeedStore, { feedId }: Feed, now: Date): Promise<DueFeed | undefined> =>
  (await Array.fromAsync(store.due({ until: now.toISOString() }))).find((due) => due.feedId === feedId);

describe.each<[string, Subject]>([
  ['in memory', fake],
  ['in DynamoDB', table],
])('the feed store %s', (_, subject) => {
  it('returns a feed as it was put', async () => {
    const feed = newFeed({ title: 'Harbour Post', etag: '"a"', seen: Buffer.from('seen') });
    const store = await subject(feed);
    expect(await got(store, feed.feedId)).toMatchObject({ title: 'Harbour Post', etag: '"a"' });
    expect(Buffer.from((await got(store, feed.feedId))?.seen ?? []).toString()).toBe('seen');
    expect(await got(store, 'nobody')).toBeUndefined();
  });

  it('lists a feed as due from its due time on', async () => {
    const feed = newFeed();
    const store = await subject(feed);
    expect(await dueOf(store, feed, new Date('2026-11-23T07:59:59.999Z'))).toBeUndefined();
    expect(await dueOf(store, feed, new Date(EIGHT))).toMatchObject({
      feedId: feed.feedId,
      url: feed.url,
      nextPollAt: EIGHT,
      availableAt: EIGHT,
    });
  });

  it('never lists a paused feed as due', async () => {
    const feed = newFeed({ status: 'paused' });
    expect(await dueOf(await subject(feed), feed, NINE)).toBeUndefined();
  });

  it('lists the due feeds of a part of the index, and those behind one of them', async () => {
    const feed = newFeed();
    const store = await subject(feed);
    const first = await dueOf(store, feed, NINE);
    if (first === undefined) throw new Error('It should be due.');
    const within = async (range: DueRange) =>
      (await Array.fromAsync(store.due(range))).some(({ feedId }) => feedId === feed.feedId);
    const until = NINE.toISOString();
    expect(await within({ from: EIGHT, until })).toBe(true);
    expect(await within({ from: '2026-11-23T08:00:00.001Z', until })).toBe(false);
    expect(await within({ until, behind: first })).toBe(false);
    expect(await within({ until, behind: { ...first, availableAt: '2026-11-23T07:59:59.999Z' } })).toBe(true);
  });

  it('records the summary of a poll, the next poll, and the state of the document', async () => {
    const feed = newFeed({ title: 'Old', etag: '"old"' });
    const store = await subject(feed);
    const state = { title: 'New', lastModified: 'yesterday', seen: Buffer.from('now'), lastChangedAt: EIGHT };
    expect(await store.recordPoll(feed, record({ state }))).toBe(true);
    const polled = await got(store, feed.feedId);
    expect(polled).toMatchObject({
      title: 'New',
      lastModified: 'yesterday',
      lastChangedAt: EIGHT,
      nextPollAt: NINE.toISOString(),
      intervalMinutes: 60,
    });
    expect(polled).not.toHaveProperty('etag');
    expect(polled?.lastPoll).toEqual(record().summary);
    expect(await dueOf(store, feed, NINE)).toMatchObject({ nextPollAt: NINE.toISOString() });
  });

  it('records a new address, and removes a move on probation that the address lacks', async () => {
    const feed = newFeed({ moving: { url: 'https://valley.example/rss', since: EIGHT } });
    const store = await subject(feed);
    const move = { from: feed.url, to: 'https://harbour.example/feed', at: EIGHT, why: 'permanent-redirect' as const };
    const address = { url: move.to, addedUrl: feed.url, moves: [move] };
    await store.recordPoll(feed, record({ address }));
    expect(await got(store, feed.feedId)).toMatchObject(address);
    expect(await got(store, feed.feedId)).not.toHaveProperty('moving');
    expect(await dueOf(store, feed, NINE)).toMatchObject({ url: move.to });
  });

  it('keeps the address when a poll records no address', async () => {
    const moving = { url: 'https://valley.example/rss', since: EIGHT };
    const feed = newFeed({ moving });
    const store = await subject(feed);
    await store.recordPoll(feed, record());
    expect(await got(store, feed.feedId)).toMatchObject({ url: feed.url, moving });
  });

  it('keeps the state of the document when a poll records no state', async () => {
    const feed = newFeed({ title: 'Old', etag: '"old"' });
    const store = await subject(feed);
    await store.recordPoll(feed, record());
    expect(await got(store, feed.feedId)).toMatchObject({ title: 'Old', etag: '"old"' });
  });

  it('refuses a poll that answers an earlier due time', async () => {
    const feed = newFeed();
    const store = await subject(feed);
    await store.recordPoll(feed, record());
    expect(await store.recordPoll(feed, record({ state: { title: 'Late' } }))).toBe(false);
    expect(await got(store, feed.feedId)).not.toHaveProperty('title');
  });

  it('never lists a gone feed as due', async () => {
    const feed = newFeed();
    const store = await subject(feed);
    expect(await store.recordPoll(feed, record({ next: undefined }))).toBe(true);
    expect(await got(store, feed.feedId)).toMatchObject({ status: 'gone' });
    expect(await dueOf(store, feed, new Date('2027-01-01'))).toBeUndefined();
  });

  it('postpones the poll of a feed once, and changes nothing else of the feed', async () => {
    const feed = newFeed({ title: 'Harbour Post' });
    const store = await subject(feed);
    expect(await store.postpone(feed, { at: NINE, reason: 'Its host asks for it.' })).toBe(true);
    expect(await got(store, feed.feedId)).toMatchObject({
      ...feed,
      nextPollAt: NINE.toISOString(),
      nextPollReason: 'Its host asks for it.',
    });
    expect(await dueOf(store, feed, new Date(EIGHT))).toBeUndefined();
    expect(await dueOf(store, feed, NINE)).toMatchObject({ nextPollAt: NINE.toISOString() });
    expect(await store.postpone(feed, { at: NINE, reason: 'Late.' })).toBe(false);
  });

  it('finds a feed with the latest cool-down of its host', async () => {
    const feed = newFeed();
    const store = await subject(feed);
    const host = `${feed.feedId}.example:8080`;
    expect(await store.find(feed.feedId, host)).toMatchObject({
      feed: { feedId: feed.feedId },
      coolDownUntil: undefined,
    });
    await store.coolDown(host, NINE);
    await store.coolDown(host, new Date(EIGHT));
    expect((await store.find(feed.feedId, host)).coolDownUntil).toEqual(NINE);
    expect((await store.find(feed.feedId, 'elsewhere.example')).coolDownUntil).toBeUndefined();
    expect(await store.find('nobody', host)).toEqual({ feed: undefined, coolDownUntil: NINE });
  });

  const subscription: Subscription = {
    url: 'https://hub.example/',
    topic: 'https://harbour.example/rss',
    token: 'token',
    secret: 'secret',
    requestedAt: EIGHT,
  };

  it('replaces a subscription only if the caller has read the stored one', async () => {
    const feed = newFeed();
    const store = await subject(feed);
    expect(await store.replaceSubscription(feed, subscription)).toBe(true);
    expect(await store.replaceSubscription(feed, { ...subscription, token: 'late' })).toBe(false);
    const held = { ...feed, subscription };
    expect((await store.get(feed.feedId))?.subscription).toEqual(subscription);
    expect(await store.replaceSubscription(held, { ...subscription, confirmedAt: EIGHT })).toBe(true);
    expect(await store.replaceSubscription(held, undefined)).toBe(false);
    const confirmed = { ...feed, subscription: { ...subscription, confirmedAt: EIGHT } };
    expect(await store.replaceSubscription(confirmed, undefined)).toBe(true);
    expect(await store.get(feed.feedId)).not.toHaveProperty('subscription');
  });

  it('refuses a subscription of a paused feed', async () => {
    const feed = newFeed({ status: 'paused' });
    expect(await (await subject(feed)).replaceSubscription(feed, subscription)).toBe(false);
  });

  it('makes a feed due once when a hub announces news', async () => {
    const feed = newFeed({ subscription });
    const store = await subject(feed);
    const ten = new Date('2026-11-23T10:00:00.000Z');
    expect(await store.announce(feed, NINE, ten)).toBe(true);
    expect(await store.announce(feed, NINE, ten)).toBe(false);
    expect(await store.get(feed.feedId)).toMatchObject({
      nextPollAt: NINE.toISOString(),
      subscription: { ...subscription, announcedAt: NINE.toISOString() },
    });
    expect(await dueOf(store, feed, NINE)).toBeUndefined();
    expect(await dueOf(store, feed, ten)).toMatchObject({ nextPollAt: NINE.toISOString() });
    expect(await store.recordPoll(feed, record())).toBe(false);
  });
});
