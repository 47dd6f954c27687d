/** Fetches and reads the page at an address as its host wishes, or names the reason for having no page. */

import type { ArticleOperations } from '../core/article/article-operations.ts';
import { ACCEPTED_PAGES } from '../core/article/page/page-type.ts';
import type { PageReading } from '../core/article/read-page.ts';
import type { RepeatedBlocksStore } from '../core/article/text/repeated-blocks.ts';
import { compact } from '../core/compact.ts';
import type { Reader } from '../core/reading/reader.ts';
import { rightsHeaders } from '../core/rights/rights-headers.ts';
import { isBotWall } from '../core/web/bot-wall.ts';
import { namesAnArticle } from '../core/web/canonical-url.ts';
import { isPassing } from '../core/web/failure-weight.ts';
import type { Fetcher, FetchOutcome, FetchResponse, RobotsRefusal } from '../core/web/fetcher.ts';
import type { HostStatements } from '../core/web/host-statements.ts';
import { retryAtOf } from '../core/web/http-hints.ts';
import { isAllowed, type RobotsRules } from '../core/web/robots.ts';
import { isElsewhere } from '../core/web/site.ts';
import type { HostPolicy } from './host-policy.ts';

/** Max requests for a page. If all fail, the article is stored from the feed alone. Receives without a request don't count. */
const PAGE_ATTEMPTS = 3;
/**
 * From this receive on, a page that fails is given up, however few attempts were counted: the message must not become a dead letter
 * because of a publisher. Less than the queue's receives (lib/work-queue.ts).
 */
export const LAST_PAGE_RECEIVE = 12;
/** The wait after the first failure. The second wait is five times as long. The queue holds the host's other items back. */
const FIRST_PAUSE_SECONDS = 60;
const PAUSE_GROWTH = 5;
/** Max wait that `Retry-After` may ask for. Beyond it, the article is stored without its page at once. */
const MAX_PAUSE_SECONDS = 900;
/** Max pause that a `crawl-delay` may ask for. With longer pauses a function would wait more than it works. */
const MAX_CRAWL_DELAY_MS = 10_000;

export type PageOutcome =
  | { readonly kind: 'page'; readonly reading: PageReading; readonly host?: HostStatements }
  /**
   * @param reason a failure's name, for instance `http-404`, `robots`, `timeout`; absent if the item has no page.
   * @param isElsewhere whether another site answered, to which the address led.
   * @param host what the address's host says of its use, if it says something
   */
  | {
      readonly kind: 'none';
      readonly reason?: string;
      readonly isElsewhere?: true;
      readonly host?: HostStatements;
    }
  /** The page may be available later: the message is to be tried again after so many seconds. */
  | { readonly kind: 'later'; readonly reason: string; readonly seconds: number };

/** A page's outcome with which an article can be composed. */
export type AvailablePage = Exclude<PageOutcome, { kind: 'later' }>;

/**
 * Whether the site of an address says that its page does not exist (404) or no longer exists (410). Another site, to which
 * the address leads, can't say so.
 */
export const isGone = (page: PageOutcome): boolean =>
  page.kind === 'none' && !page.isElsewhere && (page.reason === 'http-404' || page.reason === 'http-410');

/** @param receiveCount how often the item's message was delivered: 1 for the first time */
export type PageFetcher = (url: string, receiveCount: number) => Promise<PageOutcome>;

export interface PageFetcherDependencies {
  readonly fetch: Fetcher;
  readonly hostPolicy: HostPolicy;
  readonly repetitions: RepeatedBlocksStore;
  readonly read: Reader<ArticleOperations>;
  readonly now: () => Date;
  /** Is told of a page that lost more than a third of its running text to filters. @param share 0 to 1 */
  readonly onMuchFiltered?: (url: string, share: number) => void;
}

export function pageFetcher({
  fetch,
  hostPolicy,
  repetitions,
  read,
  now,
  onMuchFiltered,
}: PageFetcherDependencies): PageFetcher {
  /** @param rulesAt gets the rules of each host that is asked for, by its origin */
  const fetchAllowed = async (url: string, rulesAt: Map<string, HostRules>): Promise<FetchOutcome> => {
    const rulesOf = async (address: string): Promise<HostRules> => {
      const { origin } = new URL(address);
      const rules = await hostPolicy.rulesOf(origin);
      rulesAt.set(origin, rules);
      return rules;
    };
    const rules = await rulesOf(url);
    const reason = refusalIn(rules, url);
    if (reason !== undefined) return { kind: 'failed', reason, detail: 'Its robots.txt.' };
    const refuses = async (next: string) => refusalIn(await rulesOf(next), next);
    return fetch({ url, accept: ACCEPTED_PAGES, spacingMs: crawlDelayMs(rules), refuses });
  };

  const readResponse = async ({ url, body, headers }: FetchResponse): Promise<PageOutcome> => {
    // The publisher has removed the article and redirects its address to the front page.
    if (!namesAnArticle(url)) return { kind: 'none', reason: 'front-page' };
    const { origin } = new URL(url);
    const hostBlocks = await repetitions.get(origin);
    const page = { body, contentType: headers['content-type'], url, hostBlocks, headers: rightsHeaders(headers) };
    const found = await read('readPage', compact(page));
    if (found.kind === 'breach') return { kind: 'none', reason: 'too-costly' };
    const { learned, filteredShare, ...reading } = found.value;
    if (filteredShare !== undefined) onMuchFiltered?.(url, filteredShare);
    if (learned !== undefined) await repetitions.put(origin, learned, now());
    const { textless } = reading;
    const isNoPage = textless === 'not-html' || textless === 'unreadable';
    return isNoPage ? { kind: 'none', reason: textless } : { kind: 'page', reading };
  };

  /** Postpones a page, or gives it up if its host is in trouble already or the page was tried often enough. */
  const postpone = async (
    url: string,
    fetched: FetchOutcome,
    reason: string,
    receiveCount: number,
  ): Promise<PageOutcome> => {
    const { origin } = new URL(url);
    if (await hostPolicy.isTroubled(origin)) return { kind: 'none', reason };
    const attempts = await hostPolicy.noteFailure(url);
    const seconds = pauseSeconds(fetched, attempts, now());
    if (attempts >= PAGE_ATTEMPTS || seconds > MAX_PAUSE_SECONDS) await hostPolicy.noteTrouble(origin);
    else if (receiveCount < LAST_PAGE_RECEIVE) return { kind: 'later', reason, seconds };
    return { kind: 'none', reason };
  };

  const outcomeOf = async (url: string, fetched: FetchOutcome, receiveCount: number): Promise<PageOutcome> => {
    const isOther = fetched.kind === 'response' && isElsewhere(fetched.url, url);
    if (isPage(fetched)) return readResponse(fetched);
    const reason = failureOf(fetched);
    return isPassing(reason)
      ? postpone(url, fetched, reason, receiveCount)
      : { kind: 'none', reason, ...(isOther ? { isElsewhere: true } : {}) };
  };

  return async (url, receiveCount) => {
    const rulesAt = new Map<string, HostRules>();
    const fetched = await fetchAllowed(url, rulesAt);
    const outcome = await outcomeOf(url, fetched, receiveCount);
    // The host whose page was read speaks for it; without a page, the host of the item's address does.
    const address = outcome.kind === 'page' && fetched.kind === 'response' ? fetched.url : url;
    const host = statementsOf(rulesAt.get(new URL(address).origin), address, outcome);
    return outcome.kind === 'later' || host === undefined ? outcome : { ...outcome, host };
  };
}

type HostRules = RobotsRules | 'unreachable';

function statementsOf(rules: HostRules | undefined, url: string, outcome: PageOutcome): HostStatements | undefined {
  if (rules === undefined || rules === 'unreachable' || rules.statements === undefined) return undefined;
  const isRefused = outcome.kind === 'none' && outcome.reason === 'robots' ? (true as const) : undefined;
  return compact({ statements: rules.statements, url, isRefused });
}

const refusalIn = (rules: HostRules, url: string): RobotsRefusal | undefined => {
  if (rules === 'unreachable') return 'robots-unreachable';
  return isAllowed(rules, url) ? undefined : 'robots';
};

const crawlDelayMs = (rules: HostRules): number =>
  rules === 'unreachable' ? 0 : Math.min((rules.crawlDelaySeconds ?? 0) * 1000, MAX_CRAWL_DELAY_MS);

/** Whether the response may hold a page. */
const isPage = (fetched: FetchOutcome): fetched is FetchResponse =>
  fetched.kind === 'response' && fetched.status === 200 && !isBotWall(fetched.headers);

/** Returns why an outcome has no page. */
function failureOf(fetched: FetchOutcome): string {
  if (fetched.kind === 'failed') return fetched.reason;
  return isBotWall(fetched.headers) ? 'bot-wall' : `http-${fetched.status}`;
}

function pauseSeconds(fetched: FetchOutcome, attempts: number, now: Date): number {
  const retryAt = fetched.kind === 'response' ? retryAtOf(fetched.headers, now) : undefined;
  const requested = retryAt === undefined ? 0 : Math.ceil((retryAt.getTime() - now.getTime()) / 1000);
  return Math.max(FIRST_PAUSE_SECONDS * PAUSE_GROWTH ** (attempts - 1), requested);
}
