/** Which page an article's text is of. */
import { siteOf } from '../../web/site.ts';
import type { Article } from '../record/article.ts';

/**
 * The address to ask for it: the one that it was read at, where that is on the article's site. The canonical one is
 * only what the page says of itself, and may never have been there. Undefined when the article has no page.
 */
export function ownPage({ url, appearances }: Article): string | undefined {
  const [first] = appearances;
  const isOfSite = url !== undefined && first?.url !== undefined && siteOf(first.url) === siteOf(url);
  return isOfSite ? first.url : url;
}

/** Whether a page at this address is the article's, and not that of somebody who carries the same news. */
export const isOwnPage = (article: Article, url: string | undefined): boolean =>
  url !== undefined && (url === article.url || url === ownPage(article));
