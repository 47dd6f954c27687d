import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../../lambdas/core/article/article-store.ts';
import { ingestItem } from '../../../lambdas/ingest-item/ingest-item.ts';
import type { PageFetcher } from '../../../lambdas/ingest-item/page-fetcher.ts';
import { fakeArticleStore } from '../../fakes/article-store.ts';
import { LATER, only, ingestWorld as world } from '../../fakes/ingest-world.ts';
import { feedB, item, message } from '../../fakes/messages.ts';
import { articlesInProcess } from '../../fakes/readers.ts';

const noPage: PageFetcher = async () => ({ kind: 'none' });

describe('an ingester', () => {
  const story = [
    message(),
    message({ feed: feedB, item: item({ guid: 'x', url: 'https://harbour.example/news/1?utm_medium=rss' }) }),
    message({ item: item({ summary: 'The ferry is back, a day late.' }), foundAt: LATER }),
    message({
      feed: feedB,
      item: item({ guid: 'y', url: 'https://valley.example/2', title: 'Apples', summary: 'Early apples.' }),
    }),
  ];
  const dying = (store: ArticleStore, diesAt: number, when: 'before' | 'after'): ArticleStore => {
    let calls = 0;
    return new Proxy(store, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...parameters: unknown[]) => {
          const dies = ++calls === diesAt;
          if (dies && when === 'before') throw new Error('killed');
          const result: unknown = await Reflect.apply(method, target, parameters);
          if (dies) throw new Error('killed');
          return result;
        };
      },
    });
  };
  const run = async (diesAt: number, when: 'before' | 'after') => {
    const articles = fakeArticleStore();
    const store = dying(articles, diesAt, when);
    let minute = 0;
    const now = () => new Date(Date.UTC(2026, 10, 23, 8, minute));
    const ingest = ingestItem({ articles: store, page: noPage, read: articlesInProcess, articleRetentionDays: 0, now });
    let killed = false;
    for (const each of story) {
      minute++;
      for (let delivery = 1; delivery <= 2; delivery++) {
        try {
          await ingest(each, 1);
        } catch {
          killed = true;
          await ingest(each, 1); // SQS delivers it again
        }
      }
    }
    return { killed, articles: [...articles.articles.values()], streamRecords: articles.streamRecords };
  };

  it('a kill before or after any step changes nothing in the end, although every message comes twice', async () => {
    const clean = await run(0, 'before');
    expect(clean.articles).toHaveLength(2);
    let kills = 0;
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; ; step++) {
        const outcome = await run(step, when);
        if (!outcome.killed) break;
        kills++;
        expect(outcome.articles, `killed ${when} step ${step}`).toEqual(clean.articles);
        expect(outcome.streamRecords, `killed ${when} step ${step}`).toBe(clean.streamRecords);
      }
    }
    expect(kills).toBeGreaterThan(20);
  });

  it('functions that ingest the same story at the same moment make one article', async () => {
    const { articles, ingest } = world();
    const twins = [message(), message({ feed: feedB, item: item({ guid: 'x' }) }), message()];
    const outcomes = await Promise.all(twins.map((each) => ingest(each)));
    expect(only(articles)?.appearances).toHaveLength(2);
    expect(outcomes.filter(({ outcome }) => outcome === 'published')).toHaveLength(1);
  });

  it('an item goes back to the queue if another writer is quicker at each attempt', async () => {
    const articles = fakeArticleStore();
    const losing = { ...articles, publish: async () => false };
    const ingest = ingestItem({
      articles: losing,
      page: noPage,
      read: articlesInProcess,
      articleRetentionDays: 0,
      now: () => new Date(),
    });
    await expect(ingest(message(), 1)).rejects.toThrow(/quicker/);
  });
});
