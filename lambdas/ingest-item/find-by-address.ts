import type { ArticleStore } from '../core/article/article-store.ts';
import type { Claim } from '../core/article/identity/fingerprints.ts';
import { appearanceOf, type Identity } from '../core/article/identity/identity.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import type { Article } from '../core/article/record/article.ts';
import type { ItemMessage } from '../core/queues/messages.ts';

export interface AddressMatches {
  /** The article whose address or guid the item has, under a headline that agrees. */
  readonly known?: { readonly articleId: string; readonly isNewHere: boolean };
  /** Those whose headlines don't agree, and which this feed hasn't carried at this address. */
  readonly titleMismatches: readonly Article[];
}

/**
 * The articles that hold an item's address or guid. Neither is a proof: a page is used again for another story, or a
 * page has given another's address as its own. One article is read, and another only where the first is told by another
 * headline.
 */
export async function findByAddress(
  articles: ArticleStore,
  message: ItemMessage,
  identity: Identity,
  claims: ReadonlyMap<string, Claim>,
  now: Date,
): Promise<AddressMatches> {
  const { key } = appearanceOf(message, identity, now);
  const titleMismatches: Article[] = [];
  for (const articleId of new Set(identity.sharedFingerprints.flatMap((each) => claims.get(each)?.articleId ?? []))) {
    const article = await articles.get(articleId);
    const isNewHere = !article?.appearances.some((appearance) => appearance.key === key);
    if (titlesAgree(article?.title, message.item.title)) return { known: { articleId, isNewHere }, titleMismatches };
    if (article !== undefined && isNewHere) titleMismatches.push(article);
  }
  return { titleMismatches };
}
