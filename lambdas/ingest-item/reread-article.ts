/** Composes a stored article again from its page alone: the article stands in the place of an item. */
import type { ArticleOperations } from '../core/article/article-operations.ts';
import { articleToItem, restoreOwnFields } from '../core/article/article-to-item.ts';
import { type Identity, identify } from '../core/article/identity/identity.ts';
import { isStandIn } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import type { Reader } from '../core/reading/reader.ts';
import { isElsewhere } from '../core/web/site.ts';
import { composeContent } from './compose-content.ts';
import type { AvailablePage } from './page-fetcher.ts';

export interface Reread {
  readonly content: ArticleContent;
  readonly identity: Identity;
  /** Whether the page is of the article's site, and its address has not led to another site. */
  readonly isOfSite: boolean;
}

export async function rereadArticle(
  read: Reader<ArticleOperations>,
  article: Article,
  page: AvailablePage,
): Promise<Reread> {
  const message = articleToItem(article);
  const identity = identify(message);
  const composed = await composeContent({ read, message, identity }, page, article.firstSeenAt, !isStandIn(article));
  const isOfSite = composed.url === undefined || article.url === undefined || !isElsewhere(composed.url, article.url);
  if (!isOfSite) return { content: composed, identity, isOfSite };
  const content = isCutShort(composed, article) ? article : restoreOwnFields(composed, article);
  return { content, identity, isOfSite };
}

/** Whether a page has lost most of its text: it is behind a paywall or broken, because no feed reports an edit. */
const isCutShort = (content: ArticleContent, article: Article): boolean =>
  content.textSource !== 'feed' && !isStandIn(article) && content.wordCount < article.wordCount / 2;
