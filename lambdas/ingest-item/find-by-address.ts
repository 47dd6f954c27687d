import type { Claim } from '../core/article/identity/fingerprints.ts';
import { appearanceOf } from '../core/article/identity/identity.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import type { Article } from '../core/article/record/article.ts';
import type { IngestContext } from './ingest-context.ts';

export interface KnownArticle {
  readonly articleId: string;
  /** Whether the item's feed hasn't carried the article at the item's address. */
  readonly isNewHere: boolean;
}

export interface AddressMatches {
  /** The article that has the item's address or guid, under a headline that agrees. */
  readonly known?: KnownArticle;
  /** The articles with the address or guid under other headlines, which this feed hasn't carried at this address. */
  readonly titleMismatches: readonly Article[];
}

/**
 * Finds the articles that hold an item's address or guid. Neither is a proof: a page is used again for another story, or a
 * page has given another page's address as its own. A second article is read only if the headline of the first doesn't agree.
 *
 * @param held the holders of the item's claims
 */
export async function findByAddress(
  { articles, message, identity, begunAt }: IngestContext,
  held: ReadonlyMap<string, Claim>,
): Promise<AddressMatches> {
  const { key } = appearanceOf(message, identity, begunAt);
  const titleMismatches: Article[] = [];
  for (const articleId of new Set(identity.sharedFingerprints.flatMap((each) => held.get(each)?.articleId ?? []))) {
    const article = await articles.get(articleId);
    const isNewHere = !article?.appearances.some((appearance) => appearance.key === key);
    if (titlesAgree(article?.title, message.item.title)) return { known: { articleId, isNewHere }, titleMismatches };
    if (article !== undefined && isNewHere) titleMismatches.push(article);
  }
  return { titleMismatches };
}
