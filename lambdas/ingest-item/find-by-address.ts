import { type Claim, urlFingerprint } from '../core/article/identity/fingerprints.ts';
import { appearanceOf, articleIdOf } from '../core/article/identity/identity.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import { isStandIn } from '../core/article/identity/stand-in.ts';
import type { Article } from '../core/article/record/article.ts';
import { feedSpeaksFor } from '../core/article/voice.ts';
import type { IngestContext } from './ingest-context.ts';

export interface KnownArticle {
  readonly articleId: string;
  /** Undefined if somebody has deleted the article from the table. */
  readonly article: Article | undefined;
  /** Whether the item's feed has not carried the article at the item's address before. */
  readonly isNewHere: boolean;
}

export interface AddressMatches {
  /** The article that has the item's address or guid, under a headline that agrees. */
  readonly known?: KnownArticle;
  /**
   * Articles with the address or guid but another headline, if this feed has not carried them at this address or they are
   * stand-ins.
   */
  readonly titleMismatches: readonly Article[];
  /** The holders of the item's claims that count. */
  readonly held: ReadonlyMap<string, Claim>;
}

/**
 * Finds the articles that hold an item's address or guid. Neither is a proof: a publisher may use a page again for another
 * story, or a page may give another page's address as its own. So the headlines must agree as well.
 *
 * @param held the holders of the item's claims
 */
export async function findByAddress(context: IngestContext, held: ReadonlyMap<string, Claim>): Promise<AddressMatches> {
  const { articles, message, identity, begunAt } = context;
  const { key } = appearanceOf(message, identity, begunAt);
  const titleMismatches: Article[] = [];
  for (const articleId of new Set(identity.sharedFingerprints.flatMap((each) => held.get(each)?.articleId ?? []))) {
    const article = await articles.get(articleId);
    if (article === undefined && isAbandoned(context, held, articleId))
      return findByAddress(context, new Map([...held].filter(([, claim]) => claim.articleId !== articleId)));
    const isNewHere = !article?.appearances.some((appearance) => appearance.key === key);
    if (titlesAgree(article?.title, message.item.title))
      return { known: { articleId, article, isNewHere }, titleMismatches, held };
    if (article !== undefined && (isNewHere || isStandIn(article))) titleMismatches.push(article);
  }
  return { titleMismatches, held };
}

/**
 * Whether an article that somebody has deleted was a stand-in at the item's address, and the feed speaks for that address: what
 * another site has said doesn't silence the site. The site's article gets the same id, which may write the claim again.
 */
function isAbandoned(
  { message, identity: { url } }: IngestContext,
  held: ReadonlyMap<string, Claim>,
  articleId: string,
): boolean {
  if (url === undefined || !feedSpeaksFor(message.feed, url)) return false;
  const claim = held.get(urlFingerprint(url));
  return claim?.isOfStandIn === true && claim.articleId === articleId && articleIdOf(claim.fingerprint) === articleId;
}
