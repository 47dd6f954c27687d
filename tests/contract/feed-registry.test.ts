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
  (await Array.fromAsync(subject().store.due({ until: now.toISOString() }))).some((due) => due.feedId === feedId);

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

it('of two imports of one list at once each feed is added once, with its labels', async () => {
  const list = Array.from({ length: 60 }, (_, n) => ({ url: `https://twice.example/${n}`, labels: [`n${n}`] }));
  const results = await Promise.all([subject().registry.addMany(list), subject().registry.addMany(list)]);
  const added = list.map((_, n) => results.filter((result) => result[n] === 'added').length);
  expect(new Set(added)).toEqual(new Set([1]));
  const stored = await Promise.all(list.map(({ url }) => subject().registry.get(feedIdOf(url))));
  expect(stored.map((feed) => feed?.labels)).toEqual(list.map(({ labels }) => labels));
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

it('a feed that gets credentials loses its subscription, because no hub may know it', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/private';
  await registry.add(url, undefined, [], { pages: 'off' });
  const feedId = feedIdOf(url);
  const { documents, output } = services().deployment;
  const subscription = { url: 'https://hub.example/', topic: url, token: 't', requestedAt: NOW.toISOString() };
  const store = subscriptionsTable(documents, output('FeedsTableName'));
  expect(await store.replaceSubscription((await registry.get(feedId)) as Feed, subscription)).toBe(true);
  await registry.set(feedId, [{ key: 'pages', value: 'on' }]);
  expect(await registry.get(feedId)).toMatchObject({ subscription });
  await registry.set(feedId, [{ key: 'credentials', value: 'harbour' }]);
  expect(await registry.get(feedId)).toMatchObject({ credentials: 'harbour', pages: 'on' });
  expect(await registry.get(feedId)).not.toHaveProperty('subscription');
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

it('set sets whether the pages of a feed are fetched', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/pages';
  await registry.add(url);
  expect(await registry.set(feedIdOf(url), [{ key: 'pages', value: 'off' }])).toBe(true);
  expect(await registry.get(feedIdOf(url))).toMatchObject({ pages: 'off' });
  expect(await registry.set(feedIdOf(url), [{ key: 'pages', value: 'on' }])).toBe(true);
  expect(await registry.get(feedIdOf(url))).toMatchObject({ pages: 'on' });
});

it('a setting that is reset is gone from the feed, and the others stay', async () => {
  const { registry } = subject();
  const feedId = feedIdOf('https://harbour.example/settings');
  await registry.addMany([
    { url: 'https://harbour.example/settings', settings: { retentionDays: 30, site: 'own', languageSetting: 'de' } },
  ]);
  expect(await registry.get(feedId)).toMatchObject({ retentionDays: 30, site: 'own', languageSetting: 'de' });
  expect(await registry.set(feedId, [{ key: 'site', value: undefined }])).toBe(true);
  const feed = await registry.get(feedId);
  expect(feed).toMatchObject({ retentionDays: 30, languageSetting: 'de' });
  expect(feed).not.toHaveProperty('site');
});

it('a setting that somebody has written wrongly into the table counts as not set', async () => {
  const { registry } = subject();
  const feedId = feedIdOf('https://harbour.example/wrong');
  await registry.add('https://harbour.example/wrong', undefined, ['desk']);
  await registry.set(feedId, [
    { key: 'shortestMinutes', value: -1 },
    { key: 'pages', value: 'perhaps' },
  ]);
  const feed = await registry.get(feedId);
  for (const field of ['shortestMinutes', 'pages']) expect(feed).not.toHaveProperty(field);
  expect(feed).toMatchObject({ labels: ['desk'] });
});

it('a poll that is under way undoes neither a setting nor a label', async () => {
  const { registry, store } = subject();
  const url = 'https://harbour.example/under-way';
  const feedId = feedIdOf(url);
  await registry.add(url, undefined, ['early']);
  const polled = (await store.find(feedId, undefined)).feed as Feed;
  await registry.set(feedId, [
    { key: 'longestMinutes', value: 30 },
    { key: 'languageSetting', value: 'fr' },
  ]);
  await registry.label(feedId, ['late'], ['early']);
  const recorded = await store.recordPoll(polled, {
    summary: { at: NOW.toISOString(), outcome: 'changed', detail: '', newItems: 1, changedItems: 0 },
    next: { at: LATER, reason: '', intervalMinutes: 60, failures: 0 },
    state: { language: 'en' },
  });
  expect(recorded).toBe(true);
  expect(await registry.get(feedId)).toMatchObject({
    labels: ['late'],
    longestMinutes: 30,
    languageSetting: 'fr',
    language: 'en',
  });
});

it('labels are added and removed, and a feed without labels has no attribute for them', async () => {
  const { registry } = subject();
  const feedId = feedIdOf('https://harbour.example/labels');
  await registry.add('https://harbour.example/labels');
  expect(await registry.label(feedId, [], ['b'])).toEqual([]);
  expect(await registry.label(feedId, ['b', 'a', 'b'], [])).toEqual(['a', 'b']);
  expect(await registry.get(feedId)).toMatchObject({ labels: ['a', 'b'] });
  expect(await registry.label(feedId, ['c'], ['a', 'b'])).toEqual(['c']);
  expect(await registry.label(feedId, [], ['c'])).toEqual([]);
  expect(await registry.get(feedId)).not.toHaveProperty('labels');
  expect(await registry.label('nobody', ['a'], [])).toBeUndefined();
});

it('a twenty-first label is not stored', async () => {
  const { registry } = subject();
  const twenty = Array.from({ length: 20 }, (_, n) => `label ${n}`);
  const feedId = feedIdOf('https://harbour.example/twenty');
  await registry.add('https://harbour.example/twenty', undefined, twenty);
  expect(await registry.label(feedId, ['one more'], [])).toHaveLength(21);
  expect((await registry.get(feedId))?.labels).toEqual(twenty.sort());
});

it('of five labels that five people add at once none is lost', async () => {
  const feedId = feedIdOf('https://harbour.example/at-once');
  await subject().registry.add('https://harbour.example/at-once');
  const labels = ['a', 'b', 'c', 'd', 'e'];
  await Promise.all(labels.map((label) => subject().registry.label(feedId, [label], [])));
  expect((await subject().registry.get(feedId))?.labels).toEqual(labels);
});

it('a feed that is added as paused is not due until it is resumed', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/added-paused';
  await registry.addMany([{ url, status: 'paused' }]);
  expect(await registry.get(feedIdOf(url))).toMatchObject({ status: 'paused' });
  expect(await isDue(feedIdOf(url), LATER)).toBe(false);
  await registry.resume(feedIdOf(url));
  expect(await isDue(feedIdOf(url), LATER)).toBe(true);
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
  expect(await registry.set('nobody', [{ key: 'pages', value: 'off' }])).toBe(false);
  expect(await registry.get('nobody')).toBeUndefined();
});
