import { itemClaim } from '../core/article/identity/identity.ts';
import { isOwnPage, isSameAddress } from '../core/article/identity/own-page.ts';
import { isStandIn, takesOver } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import { feedSpeaksFor, voiceOf } from '../core/article/voice.ts';
import { compact } from '../core/compact.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import { isElsewhere } from '../core/web/site.ts';
import { applyChange, changeOf } from './article-change.ts';
import { composeContent } from './compose-content.ts';
import type { AttemptOutcome, IngestContext } from './ingest-context.ts';
import { postponed } from './outcome.ts';
import { type AvailablePage, isGone } from './page-fetcher.ts';
import { rereadArticle } from './reread-article.ts';
import { takeoverBy } from './take-over.ts';

/** Reads the page of an item that has changed, and writes how item and page change the article. */
export async function reviseArticle(context: IngestContext, articleId: string): Promise<AttemptOutcome> {
  const { articles, message, identity, readPage, now } = context;
  const article = await articles.get(articleId);
  const claims = [itemClaim(articleId, message, identity)];
  if (article === undefined)
    return (await articles.claim(claims, now())) ? { outcome: 'deleted', articleId } : 'lost-race';

  const page = await readPage();
  if (page.kind === 'later') return postponed(page);
  const { content, isOfSite } = await wordsOn(context, article, page);
  if (takesOver(article, content, identity.url)) {
    const takeover = takeoverBy(context, article, content);
    return applyChange(context, { article, outcome: 'revised', content, identity, claims, takeover });
  }
  const isOwn = isOwnPage(article, identity.url) && isOfSite;
  const check = { isOwn, isGone: isGone(page), feedId: message.feed.feedId };
  return applyChange(context, { article, outcome: changeOf(article, content, check), content, identity, claims });
}

/** If the operator has set the language of the article's own feed, another feed's item doesn't undo that. */
function inSetLanguage(message: ItemMessage, { feedId, language, provenance }: Article): ItemMessage {
  const { feed } = message;
  if (provenance?.language !== 'setting' || feed.feedId === feedId || feed.languageSetting !== undefined)
    return message;
  return { ...message, feed: compact({ ...feed, languageSetting: language }) };
}

interface Words {
  readonly content: ArticleContent;
  /** Whether the page is of the article's site, or a feed that speaks for the site has announced it. */
  readonly isOfSite: boolean;
}

/**
 * Returns the words of item and page. If the site has spoken, a change in another site's feed is only an occasion to read
 * the page: nothing of the item goes into the article.
 */
async function wordsOn(context: IngestContext, article: Article, page: AvailablePage): Promise<Words> {
  const { read, message, identity } = context;
  const { url: feedUrl, feedId, site } = message.feed;
  const composed = await composeContent(
    { ...context, message: inSetLanguage(message, article) },
    page,
    article.firstSeenAt,
  );
  const isFeeds = article.textSource === 'feed' && article.feedId === feedId;
  const isAtAddress = isSameAddress(composed.url, article.url);
  const reading = page.kind === 'page' ? page.reading.metadata : undefined;
  const { speaksForPage } = voiceOf(compact({ url: identity.url, feedUrl, site }), reading);
  const isArticles = isAtAddress || isOwnPage(article, identity.url);
  if (isArticles && !speaksForPage && !isFeeds && !isStandIn(article)) return rereadArticle(read, article, page);

  // A page that named the feed as its own, and can't be read now, has given the feed's words their rank.
  const isSites = isFeeds && isAtAddress && !isStandIn(article);
  const content: ArticleContent = isSites ? { ...composed, wordsOf: 'site' } : composed;
  const { url } = article;
  const isMoved = url !== undefined && composed.url !== undefined && isElsewhere(composed.url, url);
  return { content, isOfSite: !isMoved || feedSpeaksFor(message.feed, url) };
}
