/**
 * One item of a feed becomes an article, an appearance of one, a revision of one, or nothing at all. The questions are asked in
 * the order of docs/articles.md, "Each piece of news once":
 *
 * 1. Is this item of this feed known? `ingestKnownItem`: nothing, or a revision (revise-article.ts).
 * 2. Is its address or guid known, under a headline that agrees? find-by-address.ts, `ingestAtKnownAddress`: an appearance
 *    (add-appearance.ts), or a revision in the feed that has carried it there.
 * 3. The page is fetched and read (page-fetcher.ts), and composed with the item (compose-content.ts).
 * 4. Is its content known? `ingestByContent`: the page's own headline, then its address and text, then nearly the same text
 *    (find-same-news.ts): an appearance.
 * 5. It is new (publish-article.ts).
 *
 * Each write has a condition. Whoever loses a race starts again from 1 (retry-on-contention.ts).
 */
import { asClaimable, identify, pageFingerprints } from '../core/article/identity/identity.ts';
import { isOwnPage } from '../core/article/identity/own-page.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import type { Article, ArticleContent } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import { addAppearance } from './add-appearance.ts';
import { composeContent } from './compose-content.ts';
import { type AddressMatches, findByAddress, type KnownArticle } from './find-by-address.ts';
import { findSameNews } from './find-same-news.ts';
import type { AttemptOutcome, ClaimStandings, IngestContext } from './ingest-context.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import type { AvailablePage, PageFetcher, PageOutcome } from './page-fetcher.ts';
import { publishArticle } from './publish-article.ts';
import { retryOnContention } from './retry-on-contention.ts';
import { reviseArticle } from './revise-article.ts';

export interface IngestItemDependencies extends Pick<IngestContext, 'articles' | 'articleRetentionDays' | 'now'> {
  readonly page: PageFetcher;
}

/** @param receiveCount how often SQS has delivered this message, this time included */
export const ingestItem =
  ({ page: fetchPage, ...dependencies }: IngestItemDependencies) =>
  async (message: ItemMessage, receiveCount: number): Promise<IngestOutcome> => {
    const identity = identify(message);
    const hasPage = identity.url !== undefined && message.feed.pages !== 'off';
    let page: Promise<PageOutcome> | undefined;
    const readPage = (): Promise<PageOutcome> =>
      (page ??= hasPage ? fetchPage(identity.url, receiveCount) : Promise.resolve({ kind: 'none' }));
    return retryOnContention(`an item of ${message.feed.url}`, () =>
      attemptIngest({ ...dependencies, message, identity, readPage, begunAt: dependencies.now() }),
    );
  };

async function attemptIngest(context: IngestContext): Promise<AttemptOutcome> {
  const { articles, identity, begunAt } = context;
  const held = await articles.findClaims([identity.item, ...identity.sharedFingerprints], begunAt);

  const itemClaim = held.get(identity.item);
  if (itemClaim?.item !== undefined) return ingestKnownItem(context, itemClaim.articleId, itemClaim.item);

  const { known, titleMismatches } = await findByAddress(context, held);
  const standings = { wanted: asClaimable(identity.sharedFingerprints), held };
  if (known !== undefined) return ingestAtKnownAddress(context, known, standings);

  const page = await context.readPage();
  if (page.kind === 'later') return postponed(page);
  return ingestByContent(context, page, titleMismatches, standings);
}

/** @param ingested the state of the item that was ingested last */
async function ingestKnownItem(
  context: IngestContext,
  articleId: string,
  ingested: { readonly hash: string; readonly foundAt: string },
): Promise<AttemptOutcome> {
  if (ingested.hash === context.identity.hash) return { outcome: 'unchanged', articleId };
  if (ingested.foundAt >= context.message.foundAt) return { outcome: 'stale', articleId };
  return reviseArticle(context, articleId);
}

/** A feed that has carried the article at this address before changes its guid with each edit. */
const ingestAtKnownAddress = (
  context: IngestContext,
  { articleId, isNewHere }: KnownArticle,
  standings: ClaimStandings,
): Promise<AttemptOutcome> =>
  isNewHere ? addAppearance(context, { articleId }, standings) : reviseArticle(context, articleId);

async function ingestByContent(
  context: IngestContext,
  page: AvailablePage,
  titleMismatches: AddressMatches['titleMismatches'],
  { wanted, held }: ClaimStandings,
): Promise<AttemptOutcome> {
  const { articles, message, identity, begunAt } = context;
  const composed = await composeContent(message, identity, page, begunAt.toISOString());
  const ofPage = pageFingerprints(composed, identity);
  const heldOfPage = await articles.findClaims(
    ofPage.map(({ fingerprint }) => fingerprint),
    begunAt,
  );
  const standings = { wanted: [...wanted, ...ofPage], held: new Map([...held, ...heldOfPage]) };

  const reworded = findReworded(context, page, composed, titleMismatches);
  if (reworded !== undefined) return addAppearance(context, { articleId: reworded.articleId }, standings);
  const sameNews = await findSameNews(context, composed, { wanted: ofPage, held: standings.held });
  if (sameNews !== undefined) {
    const isCopy = sameNews.similarity !== undefined;
    return addAppearance(
      context,
      isCopy ? compact({ ...sameNews, publisher: composed.siteName }) : sameNews,
      standings,
    );
  }

  // A claim that an article of other news holds is no evidence: neither of this text nor of this address.
  const isContested = ofPage.some(({ fingerprint, sketch }) => sketch === undefined && standings.held.has(fingerprint));
  const content = isContested ? compact({ ...composed, url: identity.url }) : composed;
  return publishArticle(context, content, standings);
}

/**
 * The article at the item's address or guid whose headline the feed has worded in its own way: the page's own headline tells.
 * If no page can tell, the address is believed as long as it is hardly used for another story yet.
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
    (page.kind === 'none' ? titleMismatches.find((article) => isFreshPage(article, identity.url, begunAt)) : undefined)
  );
}

const isFreshPage = (article: Article, url: string | undefined, now: Date): boolean =>
  isOwnPage(article, url) && now.getTime() - Date.parse(article.firstSeenAt) <= MAX_FRESH_MS;

/** How long after an article was first seen its address is not expected to hold another story. */
const MAX_FRESH_MS = 12 * 3_600_000;
