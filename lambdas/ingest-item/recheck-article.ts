/** Reads the page of an article again, without a feed's item. */
import { articleToItem, restoreOwnFields } from '../core/article/article-to-item.ts';
import { identify } from '../core/article/identity/identity.ts';
import { ownPage } from '../core/article/identity/own-page.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import type { RecheckMessage } from '../core/queues/messages.ts';
import { type ApplyChangeDependencies, applyChange, changeOf } from './article-change.ts';
import { composeContent } from './compose-content.ts';
import type { AttemptOutcome } from './ingest-context.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import { type AvailablePage, isGone, type PageFetcher } from './page-fetcher.ts';
import { retryOnContention } from './retry-on-contention.ts';

export interface RecheckArticleDependencies extends ApplyChangeDependencies {
  readonly page: PageFetcher;
}

/** @param receiveCount how often SQS has delivered this message, this time included */
export const recheckArticle =
  (dependencies: RecheckArticleDependencies) =>
  async ({ recheck: { articleId } }: RecheckMessage, receiveCount: number): Promise<IngestOutcome> => {
    const { articles } = dependencies;
    const seen = await articles.get(articleId);
    if (seen === undefined) return { outcome: 'deleted', articleId };
    const url = ownPage(seen);
    if (seen.textSource === 'feed' || url === undefined) return { outcome: 'unchanged', articleId };
    const page = await dependencies.page(url, receiveCount);
    if (page.kind === 'later') return postponed(page);
    return retryOnContention(`article ${articleId}`, async () => {
      const outcome = await changeBy(dependencies, seen, page);
      if (outcome !== 'lost-race') return outcome;
      // A concurrent writer has read the page too, perhaps later. If the article is unchanged, only a claim conflicted.
      const article = await articles.get(articleId);
      const isOvertaken = article?.revision !== seen.revision || article.retractedAt !== seen.retractedAt;
      return isOvertaken ? { outcome: 'unchanged', articleId } : 'lost-race';
    });
  };

async function changeBy(
  dependencies: ApplyChangeDependencies,
  article: Article,
  page: AvailablePage,
): Promise<AttemptOutcome> {
  const message = articleToItem(article);
  const identity = identify(message);
  const composed = await composeContent({ ...dependencies, message, identity }, page, article.firstSeenAt);
  const content = isCutShort(composed, article) ? article : restoreOwnFields(composed, article);
  const outcome = changeOf(article, content, { isOwn: true, isGone: isGone(page), feedId: article.feedId });
  return applyChange(dependencies, { article, outcome, content, identity, claims: [] });
}

/** Whether a page has lost most of its text: it is behind a paywall or broken, because no feed reports an edit. */
const isCutShort = (content: ArticleContent, article: Article): boolean =>
  content.textSource !== 'feed' && content.wordCount < article.wordCount / 2;
