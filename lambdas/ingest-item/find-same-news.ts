import type { ArticleStore } from '../core/article/article-store.ts';
import type { Claim, Claimable } from '../core/article/identity/fingerprints.ts';
import { textFingerprint } from '../core/article/identity/fingerprints.ts';
import { isNear, type Likeness, likeness } from '../core/article/identity/near-duplicate.ts';
import { isSameNewsNearby } from '../core/article/identity/near-news.ts';
import { isSameText, titlesAgree } from '../core/article/identity/same-news.ts';
import type { ArticleContent } from '../core/article/record/article.ts';

/** Articles that are read to find the same news; those beyond have less of the text in common. */
const MAX_CANDIDATES = 3;

export interface SameNews {
  readonly articleId: string;
  /** As in an appearance; absent for the same page. */
  readonly similarity?: number;
}

/**
 * The article that is the same news as a page: the one that holds its address or its exact text, unless headlines and sites
 * speak against it, or else one whose text is nearly the same.
 *
 * @param held who holds which of `learned`.
 */
export async function findSameNews(
  articles: ArticleStore,
  content: ArticleContent,
  feedId: string,
  learned: readonly Claimable[],
  held: ReadonlyMap<string, Claim>,
): Promise<SameNews | undefined> {
  const exact = learned.find(({ fingerprint, sketch }) => sketch === undefined && held.has(fingerprint))?.fingerprint;
  const holder = exact === undefined ? undefined : held.get(exact)?.articleId;
  if (holder !== undefined) {
    const article = await articles.get(holder);
    const isItsText = exact === textFingerprint(content.text);
    const isSame = isItsText ? isSameText : () => titlesAgree(article?.title, content.title);
    if (article === undefined || isSame(article, content, feedId))
      return { articleId: holder, ...(isItsText ? { similarity: 1 } : {}) };
  }
  for (const [articleId, alike] of nearest(learned, held)) {
    if (articleId === holder) continue;
    const article = await articles.get(articleId);
    if (article !== undefined && isSameNewsNearby(article, content, feedId, alike))
      return { articleId, similarity: Math.round(alike.containment * 100) / 100 };
  }
  return undefined;
}

/** The articles whose claims say that they are near, the nearest first. */
function nearest(learned: readonly Claimable[], held: ReadonlyMap<string, Claim>): [string, Likeness][] {
  const found = new Map<string, Likeness>();
  for (const { fingerprint, sketch } of learned) {
    const claim = held.get(fingerprint);
    if (sketch === undefined || claim?.sketch === undefined) continue;
    const alike = likeness(claim.sketch, sketch);
    if (isNear(alike) && alike.containment > (found.get(claim.articleId)?.containment ?? 0))
      found.set(claim.articleId, alike);
  }
  return [...found].sort(([, a], [, b]) => b.containment - a.containment).slice(0, MAX_CANDIDATES);
}
