import { itemClaim } from '../core/article/identity/identity.ts';
import { isOwnPage } from '../core/article/identity/own-page.ts';
import { applyChange, changeOf } from './article-change.ts';
import { composeContent } from './compose-content.ts';
import type { AttemptOutcome, IngestContext } from './ingest-context.ts';
import { postponed } from './outcome.ts';
import { isGone } from './page-fetcher.ts';

/** Reads the page of an item that has changed, and writes how item and page change the article. */
export async function reviseArticle(context: IngestContext, articleId: string): Promise<AttemptOutcome> {
  const { articles, message, identity, readPage, now } = context;
  const article = await articles.get(articleId);
  const claims = [itemClaim(articleId, message, identity)];
  if (article === undefined)
    return (await articles.claim(claims, now())) ? { outcome: 'deleted', articleId } : 'lost-race';

  const page = await readPage();
  if (page.kind === 'later') return postponed(page);
  const content = await composeContent(context, page, article.firstSeenAt);
  const check = { isOwn: isOwnPage(article, identity.url), isGone: isGone(page), feedId: message.feed.feedId };
  const outcome = changeOf(article, content, check);
  return applyChange(context, { article, outcome, content, identity, claims });
}
