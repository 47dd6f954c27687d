/** Which page an article's text was read from. */
import { isSameSite, speaksFor } from '../../web/site.ts';
import type { Article } from '../record/article.ts';
import { urlFingerprint } from './fingerprints.ts';

/**
 * Returns the address at which the page is fetched again: the address of the first appearance, if that is on the
 * article's site and the feed there speaks for that site, else the canonical address. The page only declares its canonical
 * address, where there may be no page. But another site's feed may announce an address of this site that leads to another
 * page tomorrow: a redirect, or the latest article. Undefined if the article has no page.
 */
export function ownPage({ url, appearances }: Article): string | undefined {
  const [first] = appearances;
  if (first?.url === undefined || !isSameSite(first.url, url)) return url;
  return speaksFor(first.feedUrl, first.url) ? first.url : url;
}

/** Whether the page at an address is the article's own, and not the page of another site with the same news. */
export const isOwnPage = (article: Article, url: string | undefined): boolean =>
  isSameAddress(url, article.url) || isSameAddress(url, ownPage(article));

/** Whether two addresses have one fingerprint. */
export const isSameAddress = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && urlFingerprint(one) === urlFingerprint(other);
