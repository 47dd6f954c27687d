import { expect } from 'vitest';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import type { ItemMessage } from '../../lambdas/core/queues/messages.ts';
import type { FetchOutcome } from '../../lambdas/core/web/fetcher.ts';
import { ingestItem } from '../../lambdas/ingest-item/ingest-item.ts';
import { LAST_PAGE_RECEIVE } from '../../lambdas/ingest-item/page-fetcher.ts';
import { recheckArticle } from '../../lambdas/ingest-item/recheck-article.ts';
import { type FakeArticleStore, fakeArticleStore } from './article-store.ts';
import { pagesOf } from './pages.ts';
import { articlesInProcess } from './readers.ts';
import { type Answer, fakeWeb } from './web.ts';

/** One hour after `foundAt` of the messages in `messages.ts`. */
export const LATER = '2026-11-23T09:00:00.000Z';

/** An ingester with an empty store and a web of these pages. */
export function ingestWorld(pages: Record<string, Answer | FetchOutcome> = {}) {
  const articles = fakeArticleStore();
  const web = fakeWeb(pages);
  let clock = Date.parse('2026-11-23T08:00:05Z');
  const now = () => new Date(clock);
  const dependencies = {
    articles,
    page: pagesOf(web.fetch, now),
    read: articlesInProcess,
    articleRetentionDays: 0,
    now,
  };
  const ingest = ingestItem(dependencies);
  const recheck = recheckArticle(dependencies);
  return {
    articles,
    web,
    pass: (hours: number) => {
      clock += hours * 3_600_000;
    },
    /** By default at the last receive that may have a page, so that a page that fails isn't waited for. */
    ingest: (message: ItemMessage, attempt = LAST_PAGE_RECEIVE) => ingest(message, attempt),
    recheck: (articleId: string, attempt = LAST_PAGE_RECEIVE) =>
      recheck({ version: 1, recheck: { articleId, url: 'https://harbour.example/' } }, attempt),
  };
}

/** Returns the only article of the store, and fails if there are more. */
export function only(store: FakeArticleStore): Article | undefined {
  expect(store.articles.size).toBe(1);
  return [...store.articles.values()][0];
}
