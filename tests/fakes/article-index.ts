import type { ArticleIndex } from '../../lambdas/core/article/article-index.ts';
import type { Article } from '../../lambdas/core/article/record/article.ts';
import { compact } from '../../lambdas/core/compact.ts';

/** The index by day in memory; tests/contract/article-index.test.ts tests it and the real index. */
export const fakeArticleIndex = (articles: readonly Article[]): ArticleIndex => ({
  async *firstSeenIn(hour) {
    for (const { articleId, url, firstSeenAt } of articles.toSorted((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : 1)))
      if (firstSeenAt.startsWith(`${hour}:`)) yield compact({ articleId, url });
  },
});
