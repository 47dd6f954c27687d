import { type Claim, textFingerprint } from '../core/article/identity/fingerprints.ts';
import { isNear, type Likeness, likeness } from '../core/article/identity/near-duplicate.ts';
import { isSameNewsNearby } from '../core/article/identity/near-news.ts';
import { isSameText, titlesAgree } from '../core/article/identity/same-news.ts';
import type { ArticleContent } from '../core/article/record/article.ts';
import type { ClaimStandings, IngestContext } from './ingest-context.ts';

/** Articles that are read to find the same news; those beyond have less of the text in common. */
const MAX_CANDIDATES = 3;

export interface SameNews {
  readonly articleId: string;
  /** As in an appearance; absent for the same page. */
  readonly similarity?: number;
}

/**
 * Finds the article that is the same news as a page: the article that holds the page's address or exact text, unless headlines
 * and sites speak against it; else an article whose text is nearly the same.
 *
 * @param standings the claims that the page adds, strongest first, and who holds them
 */
export async function findSameNews(
  context: IngestContext,
  content: ArticleContent,
  standings: ClaimStandings,
): Promise<SameNews | undefined> {
  const holder = exactHolder(standings);
  if (holder !== undefined && (await isSameNews(context, content, holder)))
    return { articleId: holder.articleId, ...(isOfText(holder, content) ? { similarity: 1 } : {}) };

  const { articles, message } = context;
  for (const [articleId, alike] of nearest(standings)) {
    if (articleId === holder?.articleId) continue;
    const article = await articles.get(articleId);
    if (article !== undefined && isSameNewsNearby(article, content, message.feed.feedId, alike))
      return { articleId, similarity: Math.round(alike.containment * 100) / 100 };
  }
  return undefined;
}

/** The claim of another article on the page's address or, if that is free, on its exact text. */
function exactHolder({ wanted, held }: ClaimStandings): Claim | undefined {
  const exact = wanted.find(({ fingerprint, sketch }) => sketch === undefined && held.has(fingerprint));
  return exact === undefined ? undefined : held.get(exact.fingerprint);
}

/** An article that was deleted is the same news: its claims keep the news from coming back. */
async function isSameNews(
  { articles, message }: IngestContext,
  content: ArticleContent,
  holder: Claim,
): Promise<boolean> {
  const article = await articles.get(holder.articleId);
  if (article === undefined) return true;
  return isOfText(holder, content)
    ? isSameText(article, content, message.feed.feedId)
    : titlesAgree(article.title, content.title);
}

const isOfText = ({ fingerprint }: Claim, { text }: ArticleContent): boolean => fingerprint === textFingerprint(text);

/** The articles whose claims say that their texts are near, the nearest first. */
function nearest({ wanted, held }: ClaimStandings): [string, Likeness][] {
  const found = new Map<string, Likeness>();
  for (const { fingerprint, sketch } of wanted) {
    const claim = held.get(fingerprint);
    if (sketch === undefined || claim?.sketch === undefined) continue;
    const alike = likeness(claim.sketch, sketch);
    if (isNear(alike) && alike.containment > (found.get(claim.articleId)?.containment ?? 0))
      found.set(claim.articleId, alike);
  }
  return [...found].sort(([, a], [, b]) => b.containment - a.containment).slice(0, MAX_CANDIDATES);
}
