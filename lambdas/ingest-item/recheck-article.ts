/** A second look at the page of an article, without any word of a feed. */
import { articleToItem, restoreOwnFields } from '../core/article/article-to-item.ts';
import { identify } from '../core/article/identity/identity.ts';
import { ownPage } from '../core/article/identity/own-page.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import type { RecheckMessage } from '../core/queues/messages.ts';
import { composeContent } from './compose-content.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import { isGone, type PageFetcher, type PageOutcome } from './page-fetcher.ts';
import { retryOnContention } from './retry-on-contention.ts';
import { applyChange, changeOf, type ReviseArticleDependencies } from './revise-article.ts';

export interface RecheckArticleDependencies extends ReviseArticleDependencies {
  readonly page: PageFetcher;
}

/** @param attempt how often this message has been received, this time included */
export const recheckArticle =
  (dependencies: RecheckArticleDependencies) =>
  async ({ recheck: { articleId } }: RecheckMessage, attempt: number): Promise<IngestOutcome> => {
    const { articles } = dependencies;
    const seen = await articles.get(articleId);
    if (seen === undefined) return { outcome: 'deleted', articleId };
    const url = ownPage(seen);
    if (seen.textSource === 'feed' || url === undefined) return { outcome: 'unchanged', articleId };
    const page = await dependencies.page(url, attempt);
    if (page.kind === 'later') return postponed(page);
    return retryOnContention(`article ${articleId}`, async () => {
      const outcome = await changeBy(dependencies, seen, page);
      if (outcome !== 'lost-race') return outcome;
      // Who has written the article meanwhile has read its page as well, and perhaps later; else only a claim was lost.
      const article = await articles.get(articleId);
      const isOvertaken = article?.revision !== seen.revision || article.retractedAt !== seen.retractedAt;
      return isOvertaken ? { outcome: 'unchanged', articleId } : 'lost-race';
    });
  };

async function changeBy(
  dependencies: ReviseArticleDependencies,
  article: Article,
  page: Exclude<PageOutcome, { kind: 'later' }>,
): Promise<IngestOutcome | 'lost-race'> {
  const message = articleToItem(article);
  const identity = identify(message);
  const composed = await composeContent(message, identity, page, article.firstSeenAt);
  const content = isCutShort(composed, article) ? article : restoreOwnFields(composed, article);
  const outcome = changeOf(article, content, { isOwn: true, isGone: isGone(page) }, article.feedId);
  return applyChange(dependencies, { article, outcome, content, identity, claims: [] });
}

/** A page that has lost most of its text has been put behind a wall, or is broken: no feed says that it was edited. */
const isCutShort = (content: ArticleContent, article: Article): boolean =>
  content.textSource !== 'feed' && content.wordCount < article.wordCount / 2;
