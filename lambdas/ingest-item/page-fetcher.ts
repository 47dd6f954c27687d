/** The page at an address: fetched as its host wishes, or a named reason why it must do without. */

import { type PageReading, readPage } from '../core/article/read-page.ts';
import type { RepeatedBlocksStore } from '../core/article/text/repeated-blocks-store.ts';
import { isGuarded } from '../core/web/bot-wall.ts';
import { namesAnArticle } from '../core/web/canonical-url.ts';
import { failureWeight } from '../core/web/failure-weight.ts';
import type { Fetcher, FetchOutcome, RobotsRefusal } from '../core/web/fetcher.ts';
import { retryAtOf } from '../core/web/http-hints.ts';
import { isAllowed, type RobotsRules } from '../core/web/robots.ts';
import type { HostPolicy } from './host-policy.ts';

/** How often a page is asked for before the article is stored from its feed. */
export const PAGE_ATTEMPTS = 3;
/**
 * The wait after the first failure; it grows fivefold: a minute, five minutes. Meanwhile nothing else is asked of the
 * host.
 */
const FIRST_PAUSE_SECONDS = 60;
const PAUSE_GROWTH = 5;
/** A longer `Retry-After` is not waited for: the article is worth more now than its page later. */
const MAX_PAUSE_SECONDS = 900;
/** A longer `crawl-delay` than this would let a function wait more than it works. */
const MAX_CRAWL_DELAY_MS = 10_000;

export type PageOutcome =
  | { readonly kind: 'page'; readonly reading: PageReading }
  /** @param reason a failure's name, for instance `http-404`, `robots`, `timeout`; absent when there is no page to ask for. */
  | { readonly kind: 'none'; readonly reason?: string }
  /** It may be there in a while: the message is to be tried again. */
  | { readonly kind: 'later'; readonly reason: string; readonly seconds: number };

/** Its host says that it isn't there (404) or never will be again (410). */
export const isGone = (page: PageOutcome): boolean =>
  page.kind === 'none' && (page.reason === 'http-404' || page.reason === 'http-410');

/** @param attempt 1 for the first time that the message is tried */
export type PageFetcher = (url: string, attempt: number) => Promise<PageOutcome>;

export interface PageFetcherDependencies {
  readonly fetch: Fetcher;
  readonly hostPolicy: HostPolicy;
  readonly repetitions: RepeatedBlocksStore;
  readonly now: () => Date;
}

export function pageFetcher({ fetch, hostPolicy, repetitions, now }: PageFetcherDependencies): PageFetcher {
  const fetchAllowed = async (url: string): Promise<FetchOutcome> => {
    const rules = await hostPolicy.rulesOf(new URL(url).origin);
    const reason = refusalIn(rules, url);
    if (reason !== undefined) return { kind: 'failed', reason, detail: 'Its robots.txt.' };
    const refuses = async (next: string) => refusalIn(await hostPolicy.rulesOf(new URL(next).origin), next);
    return fetch({ url, accept: ACCEPT, spacingMs: crawlDelayMs(rules), refuses });
  };

  const read = async ({ url, body, headers }: Extract<FetchOutcome, { kind: 'response' }>): Promise<PageOutcome> => {
    // An article that is no more, redirected to the front page.
    if (!namesAnArticle(url)) return { kind: 'none', reason: 'front-page' };
    const { origin } = new URL(url);
    const { learned, ...reading } = readPage(body, headers['content-type'], url, await repetitions.get(origin));
    if (learned !== undefined) await repetitions.put(origin, learned, now());
    const { textless } = reading;
    const isNoPage = textless === 'not-html' || textless === 'unreadable';
    return isNoPage ? { kind: 'none', reason: textless } : { kind: 'page', reading };
  };

  return async (url, attempt) => {
    const { origin } = new URL(url);
    const fetched = await fetchAllowed(url);
    const reason = failureOf(fetched);
    if (reason === undefined) return fetched.kind === 'response' ? read(fetched) : { kind: 'none' };
    if (!isPassing(reason) || (await hostPolicy.isTroubled(origin))) return { kind: 'none', reason };
    const seconds = pauseSeconds(fetched, attempt, now());
    if (attempt < PAGE_ATTEMPTS && seconds <= MAX_PAUSE_SECONDS) return { kind: 'later', reason, seconds };
    await hostPolicy.noteTrouble(origin);
    return { kind: 'none', reason };
  };
}

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

const refusalIn = (rules: RobotsRules | 'unreachable', url: string): RobotsRefusal | undefined => {
  if (rules === 'unreachable') return 'robots-unreachable';
  return isAllowed(rules, url) ? undefined : 'robots';
};

const crawlDelayMs = (rules: RobotsRules | 'unreachable'): number =>
  rules === 'unreachable' ? 0 : Math.min((rules.crawlDelaySeconds ?? 0) * 1000, MAX_CRAWL_DELAY_MS);

/** Why there is no page; undefined when there may be one. */
function failureOf(fetched: FetchOutcome): string | undefined {
  if (fetched.kind === 'failed') return fetched.reason;
  if (isGuarded(fetched.headers)) return 'bot-wall';
  return fetched.status === 200 ? undefined : `http-${fetched.status}`;
}

/** What counts less than whole for a feed's back-off usually mends itself. */
const isPassing = (reason: string): boolean => failureWeight(reason) < 1;

function pauseSeconds(fetched: FetchOutcome, attempt: number, now: Date): number {
  const retryAt = fetched.kind === 'response' ? retryAtOf(fetched.headers, now) : undefined;
  const asked = retryAt === undefined ? 0 : Math.ceil((retryAt.getTime() - now.getTime()) / 1000);
  return Math.max(FIRST_PAUSE_SECONDS * PAUSE_GROWTH ** (attempt - 1), asked);
}
