import { appearanceOf, articleIdOf, freeClaims, itemClaim } from '../core/article/identity/identity.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import { markedFor, takesOver } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import { addAppearance } from './add-appearance.ts';
import type { AttemptOutcome, ClaimLookup, IngestContext } from './ingest-context.ts';
import { takeOver } from './take-over.ts';

/**
 * Publishes a new article. Its id is a hash of the strongest free claim, so that two writers who publish a story at the same
 * moment make one article. If an older article of other news has that id, the id is a hash of the item's own claim.
 */
export async function publishArticle(
  context: IngestContext,
  content: ArticleContent,
  lookup: ClaimLookup,
): Promise<AttemptOutcome> {
  const { articles, message, identity, begunAt } = context;
  const { wanted, held } = lookup;
  const primaryClaim = identity.sharedFingerprints.find((each) => !held.has(each)) ?? identity.item;
  for (const claim of new Set([primaryClaim, identity.item])) {
    const articleId = articleIdOf(claim);
    const free = markedFor(content, freeClaims(articleId, wanted, held));
    const claims = [itemClaim(articleId, message, identity), ...free];
    if (await articles.publish(newArticle(context, articleId, content), claims, begunAt))
      return { outcome: 'published', articleId };

    const isTaken = (await articles.findClaims([identity.item, claim], begunAt)).size > 0;
    const older = await articles.get(articleId);
    if (isTaken || older === undefined) return 'lost-race';
    // An older article has this id, and its claims have expired.
    if (takesOver(older, content, identity.url)) return takeOver(context, older, content, lookup);
    if (claim === identity.item || titlesAgree(older.title, content.title))
      return addAppearance(context, { articleId, article: older }, lookup, content);
  }
  return 'lost-race';
}

function newArticle(
  { message, identity, begunAt, ...context }: IngestContext,
  articleId: string,
  content: ArticleContent,
): Article {
  const firstSeenAt = begunAt.toISOString();
  const { feedId, labels, retentionDays = context.articleRetentionDays } = message.feed;
  const expiresAt = new Date(begunAt.getTime() + retentionDays * 86_400_000).toISOString();
  return compact({
    ...content,
    articleId,
    revision: 1,
    feedId,
    firstSeenAt,
    revisedAt: firstSeenAt,
    appearances: [appearanceOf(message, identity, begunAt)],
    labels,
    expiresAt: retentionDays === 0 ? undefined : expiresAt,
  });
}
