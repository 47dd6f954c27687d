/** Data that an earlier commit has written, read by this code: nothing twice, nothing lost, no event for what hasn't changed. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { fromRecord } from '../../lambdas/core/article/record/record.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { FEEDS, HARBOUR, jsonFeed, KITE, LAMP, MARKET, retold, siteIn } from '../fixtures/earlier-data/site.ts';
import { earlierData, recorded } from './earlier-data.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const { scan, tableName, world } = earlierData(services);
const registry = (now: () => Date) => feedRegistry(services().deployment.documents, tableName('Feeds'), now);
const { gone, ...active } = FEEDS;
const activeIds = Object.values(active).map(feedIdOf).sort();
const byTitle = async (title: string) =>
  (await scan('Articles')).map((item) => fromRecord(unmarshall(item))).find((article) => article?.title === title);

it('an article and a revision of earlier data have every field that they were stored with', () => {
  const items = [...recorded.Articles, ...recorded.Revisions].map((item) => unmarshall(item));
  expect(items.map(({ html }) => typeof html)).toEqual(items.map(() => 'string'));
  for (const { appearances = {}, labels, day: _, expiresAt: __, ...fields } of items) {
    const read = fromRecord({ appearances, labels, ...fields });
    expect(read).toMatchObject(fields);
    expect(read?.appearances.map(({ key }) => key).sort()).toEqual(Object.keys(appearances).sort());
    expect(read?.labels ?? []).toEqual(labels === undefined ? [] : [...labels]);
  }
});

it('the first run of the schedule over earlier data sends each active feed once, a leased one too', async () => {
  const { nextPollAt, availableAt } = recorded.Feeds.find(({ url }) => url?.S === FEEDS.interrupted) ?? {};
  expect(availableAt).not.toEqual(nextPollAt);
  const { schedule } = world({});
  expect([...(await schedule())].sort()).toEqual(activeIds);
  expect(await schedule()).toHaveLength(activeIds.length);
});

it('polls of unchanged documents on earlier data send no item and change no article', async () => {
  const { cycle, sent, events } = world(siteIn(2));
  expect(await cycle()).toMatchObject({ polls: activeIds.map(() => 'unchanged') });
  expect(sent()).toEqual([]);
  expect(await events()).toEqual([]);
});

it('a document of which only the bytes have changed sends no item of the seen set of earlier data', async () => {
  const answers = Object.entries(siteIn(2)).map(([url, { body = '', ...rest }]) => [
    url,
    { ...rest, body: `${body}\n` },
  ]);
  const { cycle, sent } = world(Object.fromEntries(answers));
  await cycle();
  expect(sent()).toEqual([]);
});

it('items of earlier data that come again make no article, no appearance and no event', async () => {
  const { cycle, events, now, sent } = world(siteIn(2));
  // A feed that is removed and added again has no seen set.
  for (const url of [FEEDS.harbour, FEEDS.islands, FEEDS.valley]) {
    await registry(now).remove(feedIdOf(url));
    await registry(now).add(url);
  }
  const { items } = await cycle();
  expect(sent()).toHaveLength(7);
  expect(new Set(items)).toEqual(new Set(['unchanged']));
  expect(await events()).toEqual([]);
  expect(await scan('Articles')).toHaveLength(recorded.Articles.length);
});

it('an edited item becomes the next revision of an article of earlier data, and a new item an article', async () => {
  const { cycle, events } = world(siteIn(3));
  expect((await cycle()).items).toEqual(['published', 'revised']);
  const before = fromRecord(unmarshall(recorded.Articles.find(({ title }) => title?.S === MARKET.title) ?? {}));
  const [first, second] = [...(await events())].sort((a, b) => a.type.localeCompare(b.type));
  expect(first).toMatchObject({ type: 'published', article: { title: KITE.title, html: expect.any(String) } });
  expect(second).toMatchObject({
    type: 'revised',
    articleId: before?.articleId,
    previous: { text: before?.text, html: before?.html },
    article: { revision: 3, text: expect.stringContaining('A second correction'), labels: ['coast'] },
  });
  const revisions = (await scan('Revisions')).map((item) => fromRecord(unmarshall(item)));
  const kept = revisions.find((revision) => revision?.revision === 2);
  expect(revisions).toHaveLength(2);
  expect(kept).toMatchObject({ title: MARKET.title, text: before?.text, html: before?.html });
});

it('a copy of an article of earlier data on another site becomes an appearance of it', async () => {
  const home = 'https://copyist.example/';
  const { cycle, events, now } = world({ ...siteIn(2), [`${home}feed`]: jsonFeed(home, [retold(MARKET), LAMP]) });
  await registry(now).add(`${home}feed`);
  expect((await cycle()).items).toEqual(['appeared', 'appeared']);
  expect(new Set((await events()).map(({ type }) => type))).toEqual(new Set(['appeared']));
  expect((await byTitle(LAMP.title))?.appearances).toHaveLength(3);
  expect((await byTitle(MARKET.title))?.appearances).toHaveLength(2);
});

it('a recheck of an unchanged page of earlier data changes nothing', async () => {
  const { recheck, events, requests } = world(siteIn(2));
  for (const { articleId } of recorded.Articles) {
    expect(await recheck(articleId?.S ?? '')).toMatchObject({ outcome: 'unchanged' });
  }
  expect(requests.length).toBeGreaterThanOrEqual(3);
  expect(await events()).toEqual([]);
});

it('what earlier data know of a host is still known: its robots.txt and the blocks of its pages', async () => {
  const { hosts, repetitions } = world({});
  expect((await hosts.get(HARBOUR))?.robots?.rules.join('\n')).toContain('/news/private/');
  expect(await repetitions.get(HARBOUR)).not.toHaveLength(0);
});

it('a gone feed of earlier data stays gone', async () => {
  const { cycle, requests } = world(siteIn(2));
  await cycle();
  expect(requests.map(({ url }) => url)).not.toContain(gone);
});
