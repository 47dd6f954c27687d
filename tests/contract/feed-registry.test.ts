import { expect, it } from 'vitest';
import { feedRegistry } from '../../lambdas/adapters/feed-registry.ts';
import { feedsTable } from '../../lambdas/adapters/feeds-table.ts';
import { feedIdOf } from '../../lambdas/core/feed/feed-url.ts';
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

it('adds a feed once, due at once', async () => {
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

it('pauses and resumes a feed', async () => {
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

it('makes a feed due at once that would be due later', async () => {
  const url = 'https://harbour.example/later';
  await subject(LATER).registry.add(url);
  expect(await isDue(feedIdOf(url), NOW)).toBe(false);
  expect(await subject().registry.makeDue(feedIdOf(url))).toBe(true);
  expect(await isDue(feedIdOf(url), NOW)).toBe(true);
});

it('removes a feed', async () => {
  const { registry } = subject();
  const url = 'https://harbour.example/removed';
  await registry.add(url);
  expect(await registry.remove(feedIdOf(url))).toBe(true);
  expect(await registry.get(feedIdOf(url))).toBeUndefined();
});

it('says so when there is no such feed', async () => {
  const { registry } = subject();
  expect(await registry.pause('nobody')).toBe(false);
  expect(await registry.resume('nobody')).toBe(false);
  expect(await registry.remove('nobody')).toBe(false);
  expect(await registry.get('nobody')).toBeUndefined();
});
