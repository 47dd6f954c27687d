/** Reads the page of an article again, without a feed's item. */
import { ownPage } from '../core/article/identity/own-page.ts';
import { isStandIn, takesOver } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import type { RecheckMessage } from '../core/queues/messages.ts';
import { type ApplyChangeDependencies, applyChange, type ChangeOutcome, changeOf } from './article-change.ts';
import type { AttemptOutcome } from './ingest-context.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import { type AvailablePage, isGone, type PageFetcher } from './page-fetcher.ts';
import { rereadArticle } from './reread-article.ts';
import { noPause, type Pause, retryOnContention } from './retry-on-contention.ts';

export interface RecheckArticleDependencies extends ApplyChangeDependencies {
  readonly page: PageFetcher;
  /** @default no pause between two attempts */
  readonly pause?: Pause;
}

/** @param receiveCount how often SQS has delivered this message, this time included */
export const recheckArticle =
  (dependencies: RecheckArticleDependencies) =>
  async ({ recheck: { articleId } }: RecheckMessage, receiveCount: number): Promise<IngestOutcome> => {
    const { articles } = dependencies;
    const seen = await articles.get(articleId);
    if (seen === undefined) return { outcome: 'deleted', articleId };
    const url = ownPage(seen);
    if ((seen.textSource === 'feed' && !isStandIn(seen)) || url === undefined)
      return { outcome: 'unchanged', articleId };
    const page = await dependencies.page(url, receiveCount);
    if (page.kind === 'later') return postponed(page);
    const attempt = async (): Promise<AttemptOutcome> => {
      const outcome = await changeBy(dependencies, seen, page);
      if (outcome !== 'lost-race') return outcome;
      // A concurrent writer has read the page too, perhaps later. If the article is unchanged, only a claim conflicted.
      const article = await articles.get(articleId);
      const isOvertaken = article?.revision !== seen.revision || article.retractedAt !== seen.retractedAt;
      return isOvertaken ? { outcome: 'unchanged', articleId } : 'lost-race';
    };
    return retryOnContention(`article ${articleId}`, attempt, dependencies.pause ?? noPause);
  };

async function changeBy(
  dependencies: ApplyChangeDependencies,
  article: Article,
  page: AvailablePage,
): Promise<AttemptOutcome> {
  const { content, identity, isOfSite } = await rereadArticle(dependencies.read, article, page);
  const check = { isOwn: isOfSite, isGone: isGone(page), feedId: article.feedId };
  const outcome = isStandIn(article) ? changeOfStandIn(article, content, isOfSite) : changeOf(article, content, check);
  return applyChange(dependencies, { article, outcome, content, identity, claims: [] });
}

/** A stand-in changes only if its page can be read now and speaks. */
const changeOfStandIn = (article: Article, content: ArticleContent, isOfSite: boolean): ChangeOutcome =>
  content.textSource !== 'feed' && isOfSite && takesOver(article, content, ownPage(article)) ? 'revised' : 'unchanged';
