import { describe, expect, it } from 'vitest';
import { articlesByDay } from '../../lambdas/adapters/dynamodb/articles-by-day.ts';
import type { ArticleIndex } from '../../lambdas/core/article/article-index.ts';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import { fakeArticleIndex } from '../fakes/article-index.ts';
import { articleTable, newArticle } from './article-subjects.ts';
import { localServices } from './local-services.ts';

const services = localServices();
const inTable = async (articles: readonly Article[]): Promise<ArticleIndex> => {
  const store = articleTable(services)();
  for (const article of articles) await store.publish(article, [], new Date(article.firstSeenAt));
  const { documents, output } = services().deployment;
  return articlesByDay(documents, output('ArticlesTableName'), 2);
};

describe.each<[string, (articles: readonly Article[]) => Promise<ArticleIndex>]>([
  ['in memory', async (articles) => fakeArticleIndex(articles)],
  ['in DynamoDB', inTable],
])('the index by day %s', (_, subject) => {
  it('reads the articles of one hour from several pages, sorted by when they were first seen', async () => {
    const at = (time: string) => newArticle({ firstSeenAt: `2026-10-${time}Z` });
    const before = [at('01T07:59:59.999'), at('01T18:30:00.000')];
    const within = ['00:00.000', '10:00.000', '20:00.000', '30:00.000', '59:59.999'].map((time) => at(`01T08:${time}`));
    const after = [at('01T09:00:00.000'), at('02T08:30:00.000')];
    const index = await subject([...after, ...within, ...before]);
    const found = await Array.fromAsync(index.firstSeenIn('2026-10-01T08'));
    expect(found).toEqual(within.map(({ articleId, url }) => ({ articleId, url })));
    expect(await Array.fromAsync(index.firstSeenIn('2026-10-03T08'))).toEqual([]);
  });

  it('reads an article that has no URL', async () => {
    const { url: _, ...nowhere } = newArticle({ firstSeenAt: '2026-10-05T08:00:00.000Z' });
    const index = await subject([nowhere]);
    expect(await Array.fromAsync(index.firstSeenIn('2026-10-05T08'))).toEqual([{ articleId: nowhere.articleId }]);
  });
});
