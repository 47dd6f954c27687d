import { type Claim, isOfText } from '../core/article/identity/fingerprints.ts';
import { nearArticles } from '../core/article/identity/near-articles.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import { takesOver } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import type { Reading } from '../core/reading/reader.ts';
import type { ClaimLookup, IngestContext } from './ingest-context.ts';

/** Max articles with a similar text that are read. The nearest texts come first. */
const MAX_CANDIDATES = 3;

export interface SameNews {
  readonly articleId: string;
  /** Undefined if somebody has deleted the article from the table. */
  readonly article: Article | undefined;
  /** As in an appearance; absent if the item's page is the article's. */
  readonly similarity?: number;
}

/**
 * Finds the article that is the same news as a page: the article that holds the page's address or exact text, unless its
 * headline or site contradicts; else an article whose text is nearly the same.
 *
 * @param lookup the claims that the page adds, strongest first
 */
export async function findSameNews(
  context: IngestContext,
  content: ArticleContent,
  lookup: ClaimLookup,
): Promise<SameNews | undefined> {
  const { articles, read, message } = context;
  const holder = exactHolder(lookup);
  if (holder !== undefined) {
    const { articleId, fingerprint } = holder;
    const article = await articles.get(articleId);
    if (await isSameNews(context, content, holder, article))
      return { articleId, article, ...(isOfText(fingerprint) ? { similarity: 1 } : {}) };
  }
  for (const [articleId, alike] of nearArticles(lookup.wanted, lookup.held).slice(0, MAX_CANDIDATES)) {
    if (articleId === holder?.articleId) continue;
    const article = await articles.get(articleId);
    if (article === undefined) continue;
    const isSame = await read('isSameNewsNearby', { article, content, feedId: message.feed.feedId, likeness: alike });
    if (isTrue(isSame)) return { articleId, article, similarity: Math.round(alike.containment * 100) / 100 };
  }
  return undefined;
}

/** The claim of another article on the page's address or, if that is free, on its exact text. */
function exactHolder({ wanted, held }: ClaimLookup): Claim | undefined {
  const exact = wanted.find(({ fingerprint, sketch }) => sketch === undefined && held.has(fingerprint));
  return exact === undefined ? undefined : held.get(exact.fingerprint);
}

/** A deleted article counts as the same news: its claims keep the news from coming back, unless it was a stand-in. */
async function isSameNews(
  { read, message, identity }: IngestContext,
  content: ArticleContent,
  holder: Claim,
  article: Article | undefined,
): Promise<boolean> {
  if (article === undefined) return holder.isOfStandIn === undefined;
  if (takesOver(article, content, identity.url)) return true;
  return isOfText(holder.fingerprint)
    ? isTrue(await read('isSameText', { article, content, feedId: message.feed.feedId }))
    : titlesAgree(article.title, content.title);
}

/** Two texts that can't be compared within the reader's limits aren't the same. */
const isTrue = (reading: Reading<boolean>): boolean => reading.kind === 'read' && reading.value;
