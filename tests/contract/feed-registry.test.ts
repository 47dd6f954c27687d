import { expect, it } from 'vitest';
import { feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { feedsTable } from '../../lambdas/adapters/dynamodb/feeds-table.ts';
import { subscriptionsTable } from '../../lambdas/adapters/dynamodb/subscriptions-table.ts';
import type { Feed } from '../../lambdas/core/feed/record/feed.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const NOW = new Date('2026-11-23T08:00:00.000Z');
const LATER = new Date('2026-11-23T09:00:00.000Z');

function subject(now = NOW) {
  const { documents, output } = services().deployment;
  return {
    registry: feedRegistry(documents, output('FeedsTableName'), () => now),
    store: feedsTable(documents, output('FeedsTableName')),
  };
}
const isDue = async (feedId: string, now: Date): Promise<boolean> =>
  (await Array.fromAsync(subject().store.due(now))).some((due) => due.feedId === feedId);

it('a new feed is added once, and is due at once', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/added';
  expect(await registry.add(url, 'Harbour Post')).toBe('added');
  expect(await subject(LATER).registry.add(url)).toBe('known');
  expect(await registry.get(feedIdOf(url))).toMatchObject({
    url,
    title: 'Harbour Post',
    status: 'active',
    addedAt: NOW.toISOString(),
  });
  expect(await isDue(feedIdOf(url), NOW)).toBe(true);
  expect((await Array.fromAsync(registry.list())).map((feed) => feed.url)).toContain(url);
});

it('the list of feeds leaves out the cool-downs of hosts', async () => {
  const { registry, store } = subject();
  await store.coolDown('harbour.example', LATER);
  expect((await Array.fromAsync(registry.list())).filter(({ url }) => url === undefined)).toEqual([]);
});

it('addMany adds 100 feeds at once, and leaves known feeds unchanged', async () => {
  const { registry } = subject();
  const feeds = Array.from({ length: 100 }, (_, n) => ({ url: `https://many.example/${n}`, title: `Many ${n}` }));
  for (const { url } of [feeds[7], feeds[99]].flatMap((feed) => feed ?? [])) await registry.add(url, 'Mine');
  const expected = feeds.map((_, n) => (n === 7 || n === 99 ? 'known' : 'added'));
  expect(await subject(LATER).registry.addMany(feeds)).toEqual(expected);
  expect(await registry.addMany(feeds)).toEqual(feeds.map(() => 'known'));
  expect(await registry.addMany([])).toEqual([]);
  expect(await registry.get(feedIdOf('https://many.example/7'))).toMatchObject({ title: 'Mine' });
  expect(await registry.get(feedIdOf('https://many.example/8'))).toMatchObject({ title: 'Many 8', status: 'active' });
  expect(await isDue(feedIdOf('https://many.example/8'), NOW)).toBe(false);
  expect(await isDue(feedIdOf('https://many.example/8'), LATER)).toBe(true);
});

it('a paused feed is not due until it is resumed', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/paused';
  await registry.add(url);
  expect(await registry.pause(feedIdOf(url))).toBe(true);
  expect(await isDue(feedIdOf(url), LATER)).toBe(false);
  expect(await registry.makeDue(feedIdOf(url))).toBe(false);
  expect(await subject(LATER).registry.resume(feedIdOf(url))).toBe(true);
  expect(await isDue(feedIdOf(url), NOW)).toBe(false);
  expect(await isDue(feedIdOf(url), LATER)).toBe(true);
});

it('a paused feed loses its subscription, because its hub loses it too', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/announced';
  await registry.add(url);
  const { documents, output } = services().deployment;
  const subscriptions = subscriptionsTable(documents, output('FeedsTableName'));
  const feed = await subscriptions.get(feedIdOf(url));
  if (feed === undefined) throw new Error('It was added.');
  const agreed = { url: 'https://hub.example/', topic: url, token: 't', secret: 's', requestedAt: NOW.toISOString() };
  expect(await subscriptions.replaceSubscription(feed, agreed)).toBe(true);
  await registry.pause(feedIdOf(url));
  expect(await registry.get(feedIdOf(url))).not.toHaveProperty('subscription');
});

it('makeDue makes a feed due now that would be due later', async () => {
  const url = 'https://harbour.example/later';
  await subject(LATER).registry.add(url);
  expect(await isDue(feedIdOf(url), NOW)).toBe(false);
  expect(await subject().registry.makeDue(feedIdOf(url))).toBe(true);
  expect(await isDue(feedIdOf(url), NOW)).toBe(true);
});

it('setPages sets whether the pages of a feed are fetched', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/pages';
  await registry.add(url);
  expect(await registry.setPages(feedIdOf(url), 'off')).toBe(true);
  expect(await registry.get(feedIdOf(url))).toMatchObject({ pages: 'off' });
  expect(await registry.setPages(feedIdOf(url), 'on')).toBe(true);
  expect(await registry.get(feedIdOf(url))).toMatchObject({ pages: 'on' });
});

it('a removed feed is gone', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/removed';
  await registry.add(url);
  expect(await registry.remove(feedIdOf(url))).toBe(true);
  expect(await registry.get(feedIdOf(url))).toBeUndefined();
});

it('revert moves a feed back to its first address, due at once and without validators', async () => {
  const { registry, store } = subject();
  const url = 'https://harbour.example/moved';
  const feedId = feedIdOf(url);
  await registry.add(url);
  expect(await registry.revert(feedId)).toBe(false);
  const polled = (await registry.get(feedId)) as Feed;
  const to = 'https://elsewhere.example/feed';
  const move = { from: url, to, at: NOW.toISOString(), why: 'permanent-redirect' as const };
  await store.recordPoll(polled, {
    summary: { at: NOW.toISOString(), outcome: 'changed', detail: '', newItems: 1, changedItems: 0 },
    next: { at: new Date('2026-11-23T12:00:00.000Z'), reason: '', intervalMinutes: 60, failures: 0 },
    state: { etag: '"theirs"', lastModified: 'some day' },
    address: { url: to, addedUrl: url, moves: [move] },
  });
  expect(await subject(LATER).registry.revert(feedId)).toBe(true);
  const back = await registry.get(feedId);
  expect(back).toMatchObject({ url, moves: [move, { from: to, to: url, at: LATER.toISOString(), why: 'by-hand' }] });
  for (const field of ['addedUrl', 'etag', 'lastModified']) expect(back).not.toHaveProperty(field);
  expect(await isDue(feedId, LATER)).toBe(true);
});

it('each change of an unknown feed returns false', async () => {
  const { registry } = subject();
  expect(await registry.pause('nobody')).toBe(false);
  expect(await registry.resume('nobody')).toBe(false);
  expect(await registry.revert('nobody')).toBe(false);
  expect(await registry.remove('nobody')).toBe(false);
  expect(await registry.setPages('nobody', 'off')).toBe(false);
  expect(await registry.get('nobody')).toBeUndefined();
});
