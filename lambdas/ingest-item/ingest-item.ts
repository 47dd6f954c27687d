/**
 * One item of a feed becomes an article, an appearance or a revision of an article, or nothing. The questions come in the order
 * of docs/articles.md, "Each piece of news once":
 *
 * 1. Is this item of this feed known? `ingestKnownItem`: nothing, or a revision (revise-article.ts).
 * 2. Is the item's address or guid known, with a headline that agrees (find-by-address.ts)? `ingestAtKnownAddress`: an appearance
 *    (add-appearance.ts), or a revision if the feed has carried the article there before.
 * 3. The page is fetched as its host wishes (page-fetcher.ts, host-policy.ts), and composed with the item (compose-content.ts).
 * 4. Is the content known? `ingestByContent`: the page's headline, then the page's address and text, then a text that is nearly
 *    the same (find-same-news.ts): an appearance.
 * 5. Otherwise the news is new (publish-article.ts).
 *
 * Each write has a condition. A writer who loses a race starts again from 1 (retry-on-contention.ts). A recheck of an article
 * that is stored already begins in recheck-article.ts.
 */
import type { Claimable } from '../core/article/identity/fingerprints.ts';
import { asClaimable, claimedOf, identify } from '../core/article/identity/identity.ts';
import { isOwnPage } from '../core/article/identity/own-page.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import { hasSpokenAt, isStandIn, takesOver } from '../core/article/identity/stand-in.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import { isElsewhere } from '../core/web/site.ts';
import { addAppearance } from './add-appearance.ts';
import { composeContent } from './compose-content.ts';
import { contentFingerprints } from './content-fingerprints.ts';
import { type AddressMatches, findByAddress, type KnownArticle } from './find-by-address.ts';
import { findSameNews } from './find-same-news.ts';
import type { AttemptOutcome, ClaimLookup, IngestContext } from './ingest-context.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import type { AvailablePage, PageFetcher, PageOutcome } from './page-fetcher.ts';
import { publishArticle } from './publish-article.ts';
import { noPause, type Pause, retryOnContention } from './retry-on-contention.ts';
import { reviseArticle } from './revise-article.ts';
import { ingestAtStandIn, takeOver } from './take-over.ts';

export interface IngestItemDependencies
  extends Pick<IngestContext, 'articles' | 'read' | 'articleRetentionDays' | 'now'> {
  readonly page: PageFetcher;
  /** @default no pause between two attempts */
  readonly pause?: Pause;
}

/** @param receiveCount how often SQS has delivered this message, this time included */
export const ingestItem =
  ({ page: fetchPage, pause = noPause, ...dependencies }: IngestItemDependencies) =>
  async (message: ItemMessage, receiveCount: number): Promise<IngestOutcome> => {
    const identity = identify(message);
    const hasPage = identity.url !== undefined && message.feed.pages !== 'off';
    let page: Promise<PageOutcome> | undefined;
    const readPage = (): Promise<PageOutcome> =>
      (page ??= hasPage ? fetchPage(identity.url, receiveCount) : Promise.resolve({ kind: 'none' }));
    const attempt = () => attemptIngest({ ...dependencies, message, identity, readPage, begunAt: dependencies.now() });
    return retryOnContention(`an item of ${message.feed.url}`, attempt, pause);
  };

async function attemptIngest(context: IngestContext): Promise<AttemptOutcome> {
  const { articles, identity, begunAt } = context;
  const found = await articles.findClaims([identity.item, ...identity.sharedFingerprints], begunAt);

  const itemClaim = found.get(identity.item);
  if (itemClaim?.item !== undefined) return ingestKnownItem(context, itemClaim.articleId, itemClaim.item);

  const { known, titleMismatches, held } = await findByAddress(context, found);
  const lookup = { wanted: asClaimable(identity.sharedFingerprints), held };
  if (known !== undefined) return ingestAtKnownAddress(context, known, lookup);

  const page = context.message.isBackfill ? TOO_OLD : await context.readPage();
  if (page.kind === 'later') return postponed(page);
  return ingestByContent(context, page, titleMismatches, lookup);
}

const TOO_OLD = { kind: 'none', reason: 'old' } as const;

/** @param ingested the item's state that was ingested last */
async function ingestKnownItem(
  context: IngestContext,
  articleId: string,
  ingested: { readonly hash: string; readonly foundAt: string },
): Promise<AttemptOutcome> {
  if (ingested.hash === context.identity.hash) return { outcome: 'unchanged', articleId };
  if (ingested.foundAt >= context.message.foundAt) return { outcome: 'stale', articleId };
  return reviseArticle(context, articleId);
}

/** If the feed has carried the article at this address before, the item is an edit under a new guid: a revision. */
function ingestAtKnownAddress(
  context: IngestContext,
  { isNewHere, ...known }: KnownArticle,
  lookup: ClaimLookup,
): Promise<AttemptOutcome> {
  if (!isNewHere) return reviseArticle(context, known.articleId);
  const { article } = known;
  const isOfOther = article !== undefined && isStandIn(article);
  return isOfOther ? ingestAtStandIn(context, article, lookup) : addAppearance(context, known, lookup);
}

async function ingestByContent(
  context: IngestContext,
  page: AvailablePage,
  titleMismatches: AddressMatches['titleMismatches'],
  { wanted, held }: ClaimLookup,
): Promise<AttemptOutcome> {
  const { articles, identity, begunAt } = context;
  const composed = await composeContent(context, page, begunAt.toISOString());
  const ofPage = await contentFingerprints(context, composed);
  const heldOfPage = await articles.findClaims(
    ofPage.map(({ fingerprint }) => fingerprint),
    begunAt,
  );
  const lookup = { wanted: [...wanted, ...claimedOf(ofPage, composed)], held: new Map([...held, ...heldOfPage]) };

  const takenOver = titleMismatches.find((article) => takesOver(article, composed, identity.url));
  if (takenOver !== undefined) return takeOver(context, takenOver, composed, lookup);
  const reworded = findReworded(context, page, composed, titleMismatches);
  if (reworded !== undefined) {
    const { articleId } = reworded;
    return addAppearance(context, { articleId, article: reworded }, lookup, composed);
  }
  const sameNews = await findSameNews(context, composed, { wanted: ofPage, held: lookup.held });
  if (sameNews !== undefined) {
    const { article, similarity } = sameNews;
    if (article !== undefined && takesOver(article, composed, identity.url))
      return takeOver(context, article, composed, lookup);
    const publisher = similarity === undefined ? undefined : composed.siteName;
    return addAppearance(context, { ...sameNews, ...compact({ publisher }) }, lookup, composed);
  }

  return publishArticle(context, withCertainAddress(context, composed, ofPage, lookup), lookup);
}

/**
 * If an article of other news holds a claim of the page, the address that the page gives is no evidence. Then the announced
 * address counts, unless it led to another site.
 */
function withCertainAddress(
  { identity: { url } }: IngestContext,
  composed: ArticleContent,
  ofPage: readonly Claimable[],
  { held }: ClaimLookup,
): ArticleContent {
  const isContested = ofPage.some(({ fingerprint, sketch }) => sketch === undefined && held.has(fingerprint));
  const isCertain = composed.url === undefined || url === undefined || isElsewhere(composed.url, url);
  return isContested && !isCertain ? { ...composed, url } : composed;
}

/**
 * Returns the article at the item's address or guid whose headline agrees with the page's headline, though not with the item's.
 * If there is no page, a fresh article at the address counts, because the address hardly has another story yet. An article of
 * the site's words always counts if the item's words would only stand in for them.
 */
function findReworded(
  { identity, begunAt }: IngestContext,
  page: AvailablePage,
  composed: ArticleContent,
  titleMismatches: readonly Article[],
): Article | undefined {
  const headline = (page.kind === 'page' ? page.reading.metadata.title : undefined) ?? composed.title;
  return (
    titleMismatches.find(({ title }) => titlesAgree(title, headline)) ??
    (isStandIn(composed) ? titleMismatches.find((article) => hasSpokenAt(article, composed.url)) : undefined) ??
    (page.kind === 'none' ? titleMismatches.find((article) => isFreshPage(article, identity.url, begunAt)) : undefined)
  );
}

const isFreshPage = (article: Article, url: string | undefined, now: Date): boolean =>
  !isStandIn(article) && isOwnPage(article, url) && now.getTime() - Date.parse(article.firstSeenAt) <= MAX_FRESH_MS;

/** Max age of an article, from its first sight, at which its address is not yet expected to hold another story. */
const MAX_FRESH_MS = 12 * 3_600_000;
