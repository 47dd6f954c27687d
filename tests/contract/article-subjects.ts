/** The two article stores that the contract suites test, the fake and the tables, and articles for both. */
import { articlesTable } from '../../lambdas/adapters/dynamodb/articles-table.ts';
import type { ArticleStore } from '../../lambdas/core/article/article-store.ts';
import type { Claim } from '../../lambdas/core/article/identity/fingerprints.ts';
import type { Appearance, Article, ArticleContent } from '../../lambdas/core/article/record/article.ts';
import { fakeArticleStore } from '../fakes/article-store.ts';
import type { localServices } from './local-services.ts';

const fake = (): ArticleStore => fakeArticleStore();
export const articleTable = (services: ReturnType<typeof localServices>) => (): ArticleStore => {
  const { deployment, bodies } = services();
  return articlesTable({
    client: deployment.documents,
    articlesTableName: deployment.output('ArticlesTableName'),
    revisionsTableName: deployment.output('RevisionsTableName'),
    fingerprintsTableName: deployment.output('FingerprintsTableName'),
    bodies,
    revisionRetentionDays: 90,
    fingerprintRetentionDays: 30,
  });
};
export const articleStores = (services: ReturnType<typeof localServices>): [string, () => ArticleStore][] => [
  ['in memory', fake],
  ['in DynamoDB', articleTable(services)],
];

export const NOW = new Date('2026-11-23T08:00:00.000Z');
let count = 0;
export const content = (fields: Partial<ArticleContent> = {}): ArticleContent => ({
  title: 'Ferry returns',
  url: 'https://harbour.example/1',
  authors: ['Ada Marsh'],
  tags: [],
  text: 'It is back.',
  textSource: 'page',
  wordCount: 3,
  contentHash: 'one',
  ...fields,
});
export const appearance = (key: string): Appearance => ({
  key,
  feedId: key,
  feedUrl: 'https://harbour.example/rss',
  firstSeenAt: NOW.toISOString(),
});
export const newArticle = (fields: Partial<Article> = {}): Article => ({
  ...content(),
  articleId: `article-${++count}`,
  revision: 1,
  feedId: 'feed-a',
  firstSeenAt: NOW.toISOString(),
  revisedAt: NOW.toISOString(),
  appearances: [appearance('a')],
  ...fields,
});
export const claim = (name: string, { articleId }: Article, foundAt?: string): Claim => ({
  fingerprint: `${name}-${articleId}`,
  articleId,
  ...(foundAt === undefined ? {} : { item: { hash: `hash of ${foundAt}`, foundAt } }),
});
