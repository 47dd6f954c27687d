import { describe, expect, it } from 'vitest';
import { feedRegistry } from '../../lambdas/adapters/dynamodb/feed-registry.ts';
import { feedsTable } from '../../lambdas/adapters/dynamodb/feeds-table.ts';
import { subscriptionsTable } from '../../lambdas/adapters/dynamodb/subscriptions-table.ts';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import type { Feed, Subscription } from '../../lambdas/core/feed/record/feed.ts';
import type { PollRecord } from '../../lambdas/core/feed/record/feed-store.ts';
import { loseNextAnswer } from '../fakes/lost-answers.ts';
import { appearance, articleTable, claim, content, NOW, newArticle } from './article-subjects.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const client = () => services().deployment.documents;
const table = () => services().deployment.output('FeedsTableName');
const registry = () => feedRegistry(client(), table(), () => NOW);
const feeds = () => feedsTable(client(), table());
const subscriptions = () => subscriptionsTable(client(), table());
const articles = articleTable(services);

/** Makes a write whose answer is lost, so that the SDK sends the write again. */
function losing<T>(write: () => Promise<T>): Promise<T> {
  loseNextAnswer(client());
  return write();
}

const NINE = new Date('2026-11-23T09:00:00.000Z');
const LATER = new Date('2026-11-23T09:00:00.001Z');
let count = 0;
const nextUrl = () => `https://harbour.example/lost-answers/${++count}`;

/** Adds a feed that is due at `NOW`, and moves it. */
async function movedFeed(): Promise<Feed & { readonly availableAt: string }> {
  const url = nextUrl();
  await registry().add(url);
  const feed = (await Array.fromAsync(registry().list())).find((each) => each.url === url);
  if (feed === undefined) throw new Error('The feed should be there.');
  const moves = [{ from: url, to: `${url}/new`, at: NOW.toISOString(), why: 'permanent-redirect' as const }];
  await feeds().recordPoll(feed, { ...poll, address: { url: `${url}/new`, addedUrl: url, moves } });
  const due = { nextPollAt: NINE.toISOString(), availableAt: NINE.toISOString() };
  return { ...feed, url: `${url}/new`, addedUrl: url, moves, ...due };
}

const poll: PollRecord = {
  summary: { at: NOW.toISOString(), outcome: 'changed', detail: 'New.', newItems: 1, changedItems: 0 },
  next: { at: NINE, reason: 'Later.', intervalMinutes: 60, failures: 0 },
  state: { title: 'Harbour Post', seen: Buffer.from('seen'), meanGapMinutes: 1 },
};
const laterPoll: PollRecord = { ...poll, next: { at: LATER, reason: 'Later.', intervalMinutes: 60, failures: 0 } };
const subscription: Subscription = {
  url: 'https://hub.example/',
  topic: 'https://harbour.example/rss',
  token: 'token',
  secret: 'secret',
  requestedAt: NOW.toISOString(),
};

describe('a write to the Feeds table whose answer is lost', () => {
  it.each<[string, (feed: Awaited<ReturnType<typeof movedFeed>>) => Promise<boolean>]>([
    ['a poll is recorded although its answer is lost', (feed) => feeds().recordPoll(feed, laterPoll)],
    [
      'the last poll of a gone feed is recorded although its answer is lost',
      (feed) => feeds().recordPoll(feed, { ...poll, next: undefined }),
    ],
    [
      'a poll is postponed although its answer is lost',
      (feed) => feeds().postpone(feed, { at: LATER, reason: 'Its host asks for it.' }),
    ],
    [
      'a subscription is replaced although the answer is lost',
      (feed) => subscriptions().replaceSubscription(feed, subscription),
    ],
    ['a feed is announced although the answer is lost', (feed) => subscriptions().announce(feed, LATER, LATER)],
    ['a feed is moved back although the answer is lost', ({ feedId }) => registry().revert(feedId)],
    ['a feed is removed although the answer is lost', ({ feedId }) => registry().remove(feedId)],
  ])('%s', async (_, write) => {
    const feed = await movedFeed();
    expect(await losing(() => write(feed))).toBe(true);
  });

  it('a feed is added although the answer is lost', async () => {
    expect(await losing(() => registry().add(nextUrl()))).toBe('added');
  });

  it('feeds are added together although the answer is lost', async () => {
    expect(await losing(() => registry().addMany([{ url: nextUrl() }, { url: nextUrl() }]))).toEqual([
      'added',
      'added',
    ]);
  });
});

describe('a write that is repeated although another writer was quicker', () => {
  it('a poll is stale if another poll was recorded a moment later with the same news', async () => {
    const feed = await movedFeed();
    await feeds().recordPoll(feed, { ...laterPoll, summary: { ...poll.summary, at: LATER.toISOString() } });
    expect(await losing(() => feeds().recordPoll(feed, laterPoll))).toBe(false);
  });

  it('a poll is stale if its feed was removed', async () => {
    const feed = await movedFeed();
    await registry().remove(feed.feedId);
    expect(await losing(() => feeds().recordPoll(feed, laterPoll))).toBe(false);
  });

  it('a feed is known if it was added before', async () => {
    const { addedUrl = '' } = await movedFeed();
    expect(await losing(() => registry().add(addedUrl))).toBe('known');
  });
});

describe('a transaction whose answer is lost', () => {
  it('an article is published although the answer is lost', async () => {
    const article = newArticle();
    const claims = [claim('item', article, NOW.toISOString())];
    expect(await losing(() => articles().publish(article, claims, NOW))).toBe(true);
  });

  it.each<[string, (article: Article) => Promise<boolean>]>([
    [
      'an article is revised although the answer is lost',
      (article) => articles().revise(article, content({ title: 'Ferry sinks' }), [], NOW),
    ],
    ['an article is retracted although the answer is lost', (article) => articles().retract(article, NOW, [], NOW)],
    [
      'an appearance is added although the answer is lost',
      ({ articleId }) => articles().appear(articleId, appearance('b'), [], NOW),
    ],
  ])('%s', async (_, write) => {
    const article = newArticle();
    await articles().publish(article, [], NOW);
    expect(await losing(() => write(article))).toBe(true);
  });
});
