/** Data that an earlier commit has written, read by this code: nothing twice, nothing lost, no event for what hasn't changed. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { fromRecord } from '../../lambdas/core/article/record/record.ts';
import { feedIdOf } from '../../lambdas/core/feed/record/feed-url.ts';
import { FEEDS, HARBOUR, jsonFeed, KITE, LAMP, MARKET, retold, siteIn } from '../fixtures/earlier-data/site.ts';
import { earlierData, recordings } from './earlier-data.ts';
import { localServices } from './local-services.ts';

const services = localServices();

it('the recording of 3870366 has a leased feed, a seen set in its feed, and plain HTML', () => {
  const { Feeds, Articles } = recordings.find(({ commit }) => commit === '3870366') ?? { Feeds: [], Articles: [] };
  const leased = Feeds.find(({ url }) => url?.S === FEEDS.interrupted);
  expect(leased?.['availableAt']?.S).toEqual(expect.any(String));
  expect(leased?.['availableAt']).not.toEqual(leased?.['nextPollAt']);
  expect(Feeds.find(({ url }) => url?.S === FEEDS.harbour)).toHaveProperty('seen');
  expect(Articles.every(({ html }) => html !== undefined)).toBe(true);
});

describe.each(recordings)('data that were written by $commit', (recorded) => {
  const { scan, tableName, world } = earlierData(services, recorded);
  const feeds = recorded.Feeds.filter(({ url }) => url !== undefined).map((item) => unmarshall(item));
  const activeIds = feeds.flatMap(({ feedId, status }) => (status === 'active' ? [feedId] : [])).sort();
  const now = () => new Date(recorded.recordedAt);
  const registry = () => feedRegistry(services().deployment.documents, tableName('Feeds'), now);
  const byId = (items: typeof recorded.Articles) =>
    Object.fromEntries(items.map((item) => [item['articleId']?.S, item]));
  /** An item that is as it was has made no record of the stream. */
  const expectNoChange = async () => expect(byId(await scan('Articles'))).toEqual(byId(recorded.Articles));
  const byTitle = async (title: string) =>
    (await scan('Articles')).map((item) => fromRecord(unmarshall(item))).find((article) => article?.title === title);

  it('every article and revision has the fields that it was stored with, and its HTML', () => {
    for (const item of [...recorded.Articles, ...recorded.Revisions]) {
      const { appearances = {}, labels = [], day: _, expiresAt: __, packedHtml: ___, ...fields } = unmarshall(item);
      const read = fromRecord(unmarshall(item));
      expect(read).toMatchObject({ html: expect.any(String), ...fields });
      expect(read?.appearances.map(({ key }) => key).sort()).toEqual(Object.keys(appearances).sort());
      expect(read?.labels ?? []).toEqual([...labels]);
    }
  });

  it('every feed is listed with its labels, and nothing else is', async () => {
    await world(siteIn(3)).cycle();
    const listed = await Array.fromAsync(registry().list());
    expect(listed.map(({ feedId }) => feedId).sort()).toEqual(feeds.map(({ feedId }) => feedId).sort());
    expect(listed.find(({ url }) => url === FEEDS.harbour)).toMatchObject({
      title: 'Harbour Gazette',
      labels: ['coast'],
    });
  });

  it('the schedule sends each active feed once, also one whose poll was interrupted', async () => {
    const { schedule } = world({});
    expect([...(await schedule())].sort()).toEqual(activeIds);
    expect(await schedule()).toHaveLength(activeIds.length);
  });

  it('polls of unchanged documents send no item and change no article', async () => {
    const { cycle, sent } = world(siteIn(2));
    expect(await cycle()).toMatchObject({ polls: activeIds.map(() => 'unchanged') });
    expect(sent()).toEqual([]);
    await expectNoChange();
  });

  it('a document of which only the bytes have changed sends no item that was seen before', async () => {
    const answers = Object.entries(siteIn(2)).map(([url, { body = '', ...rest }]) => [
      url,
      { ...rest, body: `${body}\n` },
    ]);
    const { cycle, sent } = world(Object.fromEntries(answers));
    await cycle();
    expect(sent()).toEqual([]);
  });

  it('items that come again make no article, no appearance and no event', async () => {
    const { cycle, sent } = world(siteIn(2));
    // A feed that is removed and added again has no seen set.
    for (const url of [FEEDS.harbour, FEEDS.islands, FEEDS.valley]) {
      await registry().remove(feedIdOf(url));
      await registry().add(url);
    }
    const { items } = await cycle();
    expect(sent()).toHaveLength(7);
    expect(new Set(items)).toEqual(new Set(['unchanged']));
    await expectNoChange();
  });

  it('an edited item becomes the next revision of the stored article, and a new item an article', async () => {
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
    const items = await scan('Articles');
    expect(items.find(({ articleId }) => articleId?.S === before?.articleId)).not.toHaveProperty('html');
    expect(kept).toMatchObject({ title: MARKET.title, text: before?.text, html: before?.html });
  });

  it('a copy of a stored article on another site becomes an appearance of it', async () => {
    const home = 'https://copyist.example/';
    const { cycle, events } = world({ ...siteIn(2), [`${home}feed`]: jsonFeed(home, [retold(MARKET), LAMP]) });
    await registry().add(`${home}feed`);
    expect((await cycle()).items).toEqual(['appeared', 'appeared']);
    expect(new Set((await events()).map(({ type }) => type))).toEqual(new Set(['appeared']));
    expect((await byTitle(LAMP.title))?.appearances).toHaveLength(3);
    expect((await byTitle(MARKET.title))?.appearances).toHaveLength(2);
  });

  it('a recheck of an unchanged page changes nothing', async () => {
    const { recheck, requests } = world(siteIn(2));
    for (const { articleId } of recorded.Articles) {
      expect(await recheck(articleId?.S ?? '')).toMatchObject({ outcome: 'unchanged' });
    }
    expect(requests.length).toBeGreaterThanOrEqual(3);
    await expectNoChange();
  });

  it('what was known of a host is still known: its robots.txt and the blocks of its pages', async () => {
    const { hosts, repetitions } = world({});
    expect((await hosts.get(HARBOUR))?.robots?.rules.join('\n')).toContain('/news/private/');
    expect(await repetitions.get(HARBOUR)).not.toHaveLength(0);
  });

  it('a gone feed stays gone', async () => {
    const { cycle, requests } = world(siteIn(2));
    await cycle();
    expect(requests.map(({ url }) => url)).not.toContain(FEEDS.gone);
  });
});
