/** An article in the words of another site's feed, until the site at its address speaks: docs/decisions/who-speaks.md. */
import { isElsewhere, isSameSite, speaksFor } from '../../web/site.ts';
import type { Article, ArticleContent } from '../record/article.ts';
import type { Claim } from './fingerprints.ts';
import { isSameAddress } from './own-page.ts';

export const isStandIn = ({ wordsOf }: Pick<ArticleContent, 'wordsOf'>): boolean => wordsOf === 'other-site';

/**
 * Whether content has the words of the site at a stand-in's address, about that address or another address of the same site
 * at which the stand-in was carried.
 *
 * @param announced the address that the item announced
 */
export function takesOver(article: Article, content: ArticleContent, announced: string | undefined): boolean {
  if (!isStandIn(article) || isStandIn(content)) return false;
  if (isSameAddress(content.url, article.url)) return true;
  const places = [article, ...article.appearances];
  const isCarried = places.some(({ url }) => isSameAddress(url, content.url) || isSameAddress(url, announced));
  return isCarried && isSameSite(content.url, article.url);
}

/** Returns the claims with a mark if their article is a stand-in. */
export const markedFor = (
  article: Pick<ArticleContent, 'wordsOf'> | undefined,
  claims: readonly Claim[],
): readonly Claim[] =>
  article !== undefined && isStandIn(article) ? claims.map((claim) => ({ ...claim, isOfStandIn: true })) : claims;

/** Whether the site has spoken at an address: by the article, or by a feed of its own that is listed with the article. */
export const hasSpokenAt = (article: Article, address: string | undefined): boolean =>
  !isStandIn(article) &&
  address !== undefined &&
  (isSameAddress(article.url, address) ||
    article.appearances.some(
      ({ url, feedUrl }) =>
        isSameAddress(url, address) && (isSameSite(article.url, address) || speaksFor(feedUrl, address)),
    ));

/**
 * Whether an item that comes to an article may claim its address for that article: so that nobody who announces a page of
 * another site can put it down to an article of his own.
 *
 * @param article undefined if somebody has deleted the article
 * @param content the item's and its page's, if the page was read
 */
export const mayClaimAddress = (
  article: Pick<Article, 'url'> | undefined,
  feedUrl: string,
  announced: string,
  content?: ArticleContent,
): boolean =>
  speaksFor(feedUrl, announced) ||
  (content !== undefined && !isStandIn(content)) ||
  (article?.url !== undefined && !isElsewhere(article.url, announced));
