import type { ArticleStore } from '../../lambdas/core/article/article-store.ts';
import type { Claim } from '../../lambdas/core/article/identity/fingerprints.ts';
import { type Article, MAX_APPEARANCES } from '../../lambdas/core/article/record/article.ts';
import { contentAttributes } from '../../lambdas/core/article/record/record.ts';
import { compact } from '../../lambdas/core/compact.ts';

export type FakeArticleStore = ArticleStore & {
  readonly articles: Map<string, Article>;
  readonly claims: Map<string, Claim>;
  /** Earlier revisions, by `articleId/revision`. */
  readonly revisions: Map<string, Article>;
  /** Number of writes that changed an article; each would be one stream record. */
  streamRecords: number;
};

const union = (known: readonly string[] = [], added: readonly string[] = []): readonly string[] | undefined =>
  known.length + added.length === 0 ? undefined : [...new Set([...known, ...added])].sort();

/** Articles and claims in memory; tests/contract/article-store.test.ts tests them and the real tables. */
export function fakeArticleStore(): FakeArticleStore {
  const articles = new Map<string, Article>();
  const claims = new Map<string, Claim>();
  const revisions = new Map<string, Article>();

  const isFree = (claim: Claim): boolean => {
    const held = claims.get(claim.fingerprint);
    if (held === undefined) return true;
    return (
      held.articleId === claim.articleId &&
      (claim.item?.foundAt ?? '') >= (claim.item ? (held.item?.foundAt ?? '') : '')
    );
  };
  const transact = (wanted: readonly Claim[], article?: Article): boolean => {
    // As DynamoDB refuses a transaction with two operations on one item.
    if (new Set(wanted.map(({ fingerprint }) => fingerprint)).size < wanted.length)
      throw new Error('A claim comes twice.');
    if (!wanted.every(isFree)) return false;
    for (const claim of wanted) claims.set(claim.fingerprint, claim);
    if (article !== undefined) {
      articles.set(article.articleId, article);
      store.streamRecords++;
    }
    return true;
  };

  const store: FakeArticleStore = {
    articles,
    claims,
    revisions,
    streamRecords: 0,
    findClaims: async (fingerprints) =>
      new Map(
        fingerprints.flatMap((fingerprint) => {
          const claim = claims.get(fingerprint);
          return claim === undefined ? [] : [[fingerprint, claim] as const];
        }),
      ),
    get: async (articleId) => articles.get(articleId),
    publish: async (article, wanted) => !articles.has(article.articleId) && transact(wanted, article),
    async revise(previous, content, wanted, now, { feedId, appearance } = { feedId: previous.feedId }) {
      const { articleId, revision } = previous;
      const article = articles.get(articleId);
      if (article?.revision !== revision) return false;
      const { retractedAt: _, ...kept } = article;
      const appearances = [...article.appearances, ...(appearance === undefined ? [] : [appearance])];
      const labels = union(article.labels, appearance?.labels);
      const next = { feedId, appearances, labels, revision: revision + 1, revisedAt: now.toISOString() };
      const { links } = content; // the table's articles have them from their HTML
      const revised = compact({ ...kept, ...contentAttributes(content), links, ...next }) as Article;
      if (!transact(wanted, revised)) return false;
      const { labels: __, ...earlier } = previous;
      revisions.set(`${articleId}/${revision}`, { ...earlier, appearances: [] });
      return true;
    },
    async retract({ articleId, revision }, retractedAt, wanted) {
      const article = articles.get(articleId);
      const isChange = (article?.retractedAt === undefined) === (retractedAt !== undefined);
      if (article?.revision !== revision || !isChange) return false;
      return transact(wanted, compact({ ...article, retractedAt: retractedAt?.toISOString() }));
    },
    async appear(articleId, appearance, wanted) {
      const article = articles.get(articleId);
      if (article === undefined || article.appearances.length >= MAX_APPEARANCES) return false;
      if (article.appearances.some(({ key }) => key === appearance.key)) return false;
      const labels = union(article.labels, appearance.labels);
      return transact(wanted, compact({ ...article, labels, appearances: [...article.appearances, appearance] }));
    },
    claim: async (wanted) => transact(wanted),
  };
  return store;
}
