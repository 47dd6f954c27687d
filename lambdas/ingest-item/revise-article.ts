/** What is to be done about an article that is known, when its item has changed. */

import type { ArticleStore } from '../core/article/article-store.ts';
import type { Claim } from '../core/article/identity/fingerprints.ts';
import { claimsFor, freeClaims, type Identity, pageFingerprints } from '../core/article/identity/identity.ts';
import { isOwnPage } from '../core/article/identity/own-page.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import { composeContent } from './compose-content.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import { isGone, type PageOutcome } from './page-fetcher.ts';

export interface ReviseArticleDependencies {
  readonly articles: ArticleStore;
  readonly now: () => Date;
}

export async function reviseArticle(
  dependencies: ReviseArticleDependencies,
  message: ItemMessage,
  identity: Identity,
  articleId: string,
  readOnce: () => Promise<PageOutcome>,
): Promise<IngestOutcome | 'lost-race'> {
  const { articles, now } = dependencies;
  const article = await articles.get(articleId);
  const claims = claimsFor(articleId, message, identity, [], new Map());
  if (article === undefined)
    return (await articles.claim(claims, now())) ? { outcome: 'deleted', articleId } : 'lost-race';

  const page = await readOnce();
  if (page.kind === 'later') return postponed(page);
  const content = await composeContent(message, identity, page, article.firstSeenAt);
  const look = { isOwn: isOwnPage(article, identity.url), isGone: isGone(page) };
  const outcome = changeOf(article, content, look, message.feed.feedId);
  return applyChange(dependencies, { article, outcome, content, identity, claims });
}

export type ChangeOutcome = 'retracted' | 'restored' | 'revised' | 'unchanged';

interface PageCheck {
  /** Whether the page at this address is the article's, and not that of a copy elsewhere. */
  readonly isOwn: boolean;
  readonly isGone: boolean;
}

export function changeOf(article: Article, content: ArticleContent, look: PageCheck, feedId: string): ChangeOutcome {
  const isRetracted = article.retractedAt !== undefined;
  if (look.isOwn && look.isGone && article.textSource !== 'feed') return isRetracted ? 'unchanged' : 'retracted';
  const isFirstFeed = article.feedId === feedId;
  if (!mayReplace(content, article, look.isOwn, isFirstFeed)) return 'unchanged';
  if (content.contentHash !== article.contentHash) return 'revised';
  return isRetracted ? 'restored' : 'unchanged';
}

/**
 * A text from the page is not given up for the feed's, and of two feeds only the first one's own words count; nor for that
 * of a copy, unless its page says that it is this article's.
 */
const mayReplace = (content: ArticleContent, article: Article, isOwn: boolean, isFirstFeed: boolean): boolean =>
  content.textSource === 'feed'
    ? article.textSource === 'feed' && isFirstFeed
    : isOwn || (content.url !== undefined && content.url === article.url);

interface Change {
  readonly article: Article;
  readonly outcome: ChangeOutcome;
  readonly content: ArticleContent;
  readonly identity: Identity;
  /** Written whatever the outcome; none are for who comes without an item. */
  readonly claims: readonly Claim[];
}

/** Writes a change together with the claims; nothing when there is neither. */
export async function applyChange(
  { articles, now }: ReviseArticleDependencies,
  { article, outcome, content, identity, claims }: Change,
): Promise<IngestOutcome | 'lost-race'> {
  const { articleId } = article;
  const write = async (): Promise<boolean> => {
    switch (outcome) {
      case 'retracted':
        return articles.retract(article, now(), claims, now());
      case 'restored':
        return articles.retract(article, undefined, claims, now());
      case 'unchanged':
        return claims.length === 0 || articles.claim(claims, now());
      case 'revised': {
        const learned = pageFingerprints(content, identity);
        const names = learned.map(({ fingerprint }) => fingerprint);
        const held = await articles.findClaims(names, now());
        return articles.revise(article, content, [...claims, ...freeClaims(articleId, learned, held)], now());
      }
    }
  };
  return (await write()) ? { outcome, articleId } : 'lost-race';
}
