/** Which page an article's text was read from. */
import { siteOf } from '../../web/site.ts';
import type { Article } from '../record/article.ts';

/**
 * Returns the address at which the page is fetched again: the address of the first appearance, if that is on the
 * article's site, else the canonical address. The page only declares its canonical address, where there may be no page.
 * Undefined if the article has no page.
 */
export function ownPage({ url, appearances }: Article): string | undefined {
  const [first] = appearances;
  const isOfSite = url !== undefined && first?.url !== undefined && siteOf(first.url) === siteOf(url);
  return isOfSite ? first.url : url;
}

/** Whether the page at an address is the article's own, and not the page of another site with the same news. */
export const isOwnPage = (article: Article, url: string | undefined): boolean =>
  url !== undefined && (url === article.url || url === ownPage(article));
