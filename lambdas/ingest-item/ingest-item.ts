/** One item of a feed becomes an article, an appearance of one, a revision of one, or nothing at all. */

import type { ArticleStore } from '../core/article/article-store.ts';
import type { Claim, Claimable } from '../core/article/identity/fingerprints.ts';
import {
  appearanceOf,
  asClaimable,
  claimsFor,
  type Identity,
  identify,
  pageFingerprints,
} from '../core/article/identity/identity.ts';
import { isOwnPage } from '../core/article/identity/own-page.ts';
import { titlesAgree } from '../core/article/identity/same-news.ts';
import { type Appearance, type Article, type ArticleContent, MAX_APPEARANCES } from '../core/article/record/article.ts';
import { compact } from '../core/compact.ts';
import { contentId } from '../core/hash.ts';
import type { ItemMessage } from '../core/queues/messages.ts';
import { composeContent } from './compose-content.ts';
import { findByAddress } from './find-by-address.ts';
import { findSameNews, type SameNews } from './find-same-news.ts';
import { type IngestOutcome, postponed } from './outcome.ts';
import type { PageFetcher, PageOutcome } from './page-fetcher.ts';
import { retryOnContention } from './retry-on-contention.ts';
import { reviseArticle } from './revise-article.ts';

export interface IngestItemDependencies {
  readonly articles: ArticleStore;
  readonly page: PageFetcher;
  /** Days until an article expires; 0: never. */
  readonly articleRetentionDays: number;
  readonly now: () => Date;
}

/** @param attempt how often this message has been received, this time included */
export const ingestItem =
  (dependencies: IngestItemDependencies) =>
  async (message: ItemMessage, attempt: number): Promise<IngestOutcome> => {
    // A page is fetched once for a message, however often a race makes us look again.
    let page: Promise<PageOutcome> | undefined;
    const readOnce = (): Promise<PageOutcome> => (page ??= pageOf(dependencies, message, attempt));
    return retryOnContention(`an item of ${message.feed.url}`, () => attemptIngest(dependencies, message, readOnce));
  };

async function pageOf({ page }: IngestItemDependencies, message: ItemMessage, attempt: number): Promise<PageOutcome> {
  const { url } = identify(message);
  return url === undefined || message.feed.pages === 'off' ? { kind: 'none' } : page(url, attempt);
}

async function attemptIngest(
  dependencies: IngestItemDependencies,
  message: ItemMessage,
  readOnce: () => Promise<PageOutcome>,
): Promise<IngestOutcome | 'lost-race'> {
  const { articles } = dependencies;
  const now = dependencies.now();
  const identity = identify(message);
  const claims = await articles.findClaims([identity.item, ...identity.sharedFingerprints], now);
  const own = claims.get(identity.item);

  if (own?.item !== undefined) {
    const { articleId } = own;
    if (own.item.hash === identity.hash) return { outcome: 'unchanged', articleId };
    if (own.item.foundAt >= message.foundAt) return { outcome: 'stale', articleId };
    return reviseArticle(dependencies, message, identity, articleId, readOnce);
  }

  const { known, titleMismatches } = await findByAddress(articles, message, identity, claims, now);
  if (known !== undefined) {
    const sharedFingerprints = asClaimable(identity.sharedFingerprints);
    return known.isNewHere
      ? addAppearance(dependencies, message, identity, { articleId: known.articleId }, sharedFingerprints, claims)
      : reviseArticle(dependencies, message, identity, known.articleId, readOnce); // a guid that changes with each edit
  }

  const page = await readOnce();
  if (page.kind === 'later') return postponed(page);
  const composed = await composeContent(message, identity, page, now.toISOString());
  const learned = pageFingerprints(composed, identity);
  const held = new Map([...claims, ...(await findClaims(articles, learned, now))]);
  const wanted = [...asClaimable(identity.sharedFingerprints), ...learned];
  // A feed may have worded the headline in its own way: then the page's own tells, even of one that seems another page.
  const headline = (page.kind === 'page' ? page.reading.metadata.title : undefined) ?? composed.title;
  const reworded =
    titleMismatches.find(({ title }) => titlesAgree(title, headline)) ??
    (page.kind === 'none' ? titleMismatches.find((article) => isFreshPage(article, identity.url, now)) : undefined);
  const same =
    reworded === undefined
      ? await findSameNews(articles, composed, message.feed.feedId, learned, held)
      : { articleId: reworded.articleId };
  if (same !== undefined) {
    const publisher = composed.siteName;
    const appearance = same.similarity === undefined ? same : compact({ ...same, publisher });
    return addAppearance(dependencies, message, identity, appearance, wanted, held);
  }

  // What another article holds, though it is other news, says nothing: neither its text nor its address.
  const isContested = learned.some(({ fingerprint, sketch }) => sketch === undefined && held.has(fingerprint));
  const content = isContested ? compact({ ...composed, url: identity.url }) : composed;
  const named = identity.sharedFingerprints.find((each) => !held.has(each)) ?? identity.item;
  for (const name of new Set([named, identity.item])) {
    const articleId = contentId('article', name);
    const article = newArticle(articleId, message, identity, content, now, dependencies.articleRetentionDays);
    const published = await articles.publish(article, claimsFor(articleId, message, identity, wanted, held), now);
    if (published) return { outcome: 'published', articleId };
    // Somebody was first, and is found at the next look; or its claims have expired while the article lives on, known by its id.
    const isTaken = (await articles.findClaims([identity.item, name], now)).size > 0;
    const elder = await articles.get(articleId);
    if (isTaken || elder === undefined) return 'lost-race';
    if (name === identity.item || titlesAgree(elder.title, content.title))
      return addAppearance(dependencies, message, identity, { articleId }, wanted, held);
  }
  return 'lost-race';
}

/** Where the page can't tell, an address is believed as long as it is hardly used for another story yet. */
const isFreshPage = (article: Article, url: string | undefined, now: Date): boolean =>
  isOwnPage(article, url) && now.getTime() - Date.parse(article.firstSeenAt) <= FRESH_MS;
const FRESH_MS = 12 * 3_600_000;

const findClaims = (articles: ArticleStore, wanted: readonly Claimable[], now: Date) =>
  articles.findClaims(
    wanted.map(({ fingerprint }) => fingerprint),
    now,
  );

/** Claims that other articles hold stay theirs: one story may be known under two names. */
async function addAppearance(
  { articles, now }: IngestItemDependencies,
  message: ItemMessage,
  identity: Identity,
  { articleId, ...copy }: SameNews & Pick<Appearance, 'publisher'>,
  wanted: readonly Claimable[],
  held: ReadonlyMap<string, Claim>,
): Promise<IngestOutcome | 'lost-race'> {
  const appearance = appearanceOf(message, identity, now(), copy);
  const claims = claimsFor(articleId, message, identity, wanted, held);
  if (await articles.appear(articleId, appearance, claims, now())) return { outcome: 'appeared', articleId };
  const article = await articles.get(articleId);
  const listed = article?.appearances.some(({ key }) => key === appearance.key);
  if (listed === false && (article?.appearances.length ?? 0) < MAX_APPEARANCES) return 'lost-race';
  // Another edition of this item may have come in between, and then ours is a revision or stale.
  if ((await articles.findClaims([identity.item], now())).size > 0) return 'lost-race';
  if (!(await articles.claim(claims, now()))) return 'lost-race';
  return { outcome: article === undefined ? 'deleted' : 'unchanged', articleId };
}

function newArticle(
  articleId: string,
  message: ItemMessage,
  identity: Identity,
  content: ArticleContent,
  now: Date,
  retentionDays: number,
): Article {
  const firstSeenAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + retentionDays * 86_400_000).toISOString();
  return compact({
    ...content,
    articleId,
    revision: 1,
    feedId: message.feed.feedId,
    firstSeenAt,
    revisedAt: firstSeenAt,
    appearances: [appearanceOf(message, identity, now)],
    expiresAt: retentionDays === 0 ? undefined : expiresAt,
  });
}
