/** What is to be done about an article that is known, when its item has changed. */
import { claimsFor, type Identity, learnedFingerprints } from '../core/article/identity.ts';
import { isOwnPage } from '../core/article/own-page.ts';
import type { Article, ArticleContent } from '../core/article/types.ts';
import type { ItemMessage } from '../core/messages.ts';
import type { ArticleStore } from '../core/ports.ts';
import { composeContent } from './compose-content.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import { isGone, type PageOutcome } from './page-source.ts';

export interface ReviseArticleDependencies {
  readonly articles: ArticleStore;
  readonly now: () => Date;
}

export async function reviseArticle(
  { articles, now }: ReviseArticleDependencies,
  message: ItemMessage,
  identity: Identity,
  articleId: string,
  readOnce: () => Promise<PageOutcome>,
): Promise<IngestOutcome | 'lost-race'> {
  const article = await articles.get(articleId);
  const own = claimsFor(articleId, message, identity, [], new Map());
  if (article === undefined)
    return (await articles.claim(own, now())) ? { outcome: 'deleted', articleId } : 'lost-race';

  const page = await readOnce();
  if (page.kind === 'later') return postponed(page);
  const content = await composeContent(message, identity, page, article.firstSeenAt);
  const outcome = changeOf(article, content, isGone(page) && isOwnPage(article, identity.url), message.feed.feedId);
  const write = async (): Promise<boolean> => {
    switch (outcome) {
      case 'retracted':
        return articles.retract(article, now(), own, now());
      case 'restored':
        return articles.retract(article, undefined, own, now());
      case 'unchanged':
        return articles.claim(own, now());
      case 'revised': {
        const learned = learnedFingerprints(content, identity);
        const held = await articles.findClaims(
          learned.map(({ fingerprint }) => fingerprint),
          now(),
        );
        return articles.revise(article, content, claimsFor(articleId, message, identity, learned, held), now());
      }
    }
  };
  return (await write()) ? { outcome, articleId } : 'lost-race';
}

/** @param isPageGone whether it is this article's page that is gone */
export function changeOf(
  article: Article,
  content: ArticleContent,
  isPageGone: boolean,
  feedId: string,
): 'retracted' | 'restored' | 'revised' | 'unchanged' {
  const isRetracted = article.retractedAt !== undefined;
  if (isPageGone && article.textSource !== 'feed') return isRetracted ? 'unchanged' : 'retracted';
  if (!mayReplace(content, article, feedId)) return 'unchanged';
  if (content.contentHash !== article.contentHash) return 'revised';
  return isRetracted ? 'restored' : 'unchanged';
}

/** A text from the page is not given up for the feed's, and of two feeds only the first one's own words count. */
const mayReplace = (content: ArticleContent, article: Article, feedId: string): boolean =>
  content.textSource !== 'feed' || (article.textSource === 'feed' && article.feedId === feedId);
