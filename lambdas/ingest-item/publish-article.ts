import { appearanceOf, claimsFor } from '../core/article/identity/identity.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import { contentId } from '../core/hash.ts';
import { addAppearance } from './add-appearance.ts';
import type { AttemptOutcome, ClaimStandings, IngestContext } from './ingest-context.ts';

/**
 * Publishes a new article. Its id is a hash of the strongest claim that is free, so that two writers who meet a story at the
 * same moment make one article; if an older article of other news has that id, the id is a hash of the item's own claim.
 */
export async function publishArticle(
  context: IngestContext,
  content: ArticleContent,
  standings: ClaimStandings,
): Promise<AttemptOutcome> {
  const { articles, message, identity, begunAt } = context;
  const { wanted, held } = standings;
  const primaryClaim = identity.sharedFingerprints.find((each) => !held.has(each)) ?? identity.item;
  for (const claim of new Set([primaryClaim, identity.item])) {
    const articleId = contentId('article', claim);
    const claims = claimsFor(articleId, message, identity, wanted, held);
    if (await articles.publish(newArticle(context, articleId, content), claims, begunAt))
      return { outcome: 'published', articleId };

    const isTaken = (await articles.findClaims([identity.item, claim], begunAt)).size > 0;
    const elder = await articles.get(articleId);
    if (isTaken || elder === undefined) return 'lost-race';
    // The elder's claims have expired while the elder lives on, known by its id.
    if (claim === identity.item || titlesAgree(elder.title, content.title))
      return addAppearance(context, { articleId }, standings);
  }
  return 'lost-race';
}

function newArticle(
  { message, identity, begunAt, articleRetentionDays }: IngestContext,
  articleId: string,
  content: ArticleContent,
): Article {
  const firstSeenAt = begunAt.toISOString();
  const expiresAt = new Date(begunAt.getTime() + articleRetentionDays * 86_400_000).toISOString();
  return compact({
    ...content,
    articleId,
    revision: 1,
    feedId: message.feed.feedId,
    firstSeenAt,
    revisedAt: firstSeenAt,
    appearances: [appearanceOf(message, identity, begunAt)],
    expiresAt: articleRetentionDays === 0 ? undefined : expiresAt,
  });
}
