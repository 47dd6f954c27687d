/** Finds the feeds of a site, and reads each as a poll would. */
import { compact } from '../../../lambdas/core/compact.ts';
import {
  type Candidate,
  formatOf,
  indexedNewsSitemaps,
  linkedFeeds,
  newsSitemaps,
  usualFeeds,
} from '../../../lambdas/core/feed/discovery.ts';
import { parseFeed } from '../../../lambdas/core/feed/document/parse-feed.ts';
import { FEED_TYPES } from '../../../lambdas/core/feed/polling/accepted-types.ts';
import { hubInHeaders } from '../../../lambdas/core/feed/websub/hub-headers.ts';
import { decodeText, xmlProlog } from '../../../lambdas/core/web/decode-text.ts';
import type { Fetcher, FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';

export interface FoundFeed {
  readonly url: string;
  readonly from: Candidate['from'];
  readonly format: string;
  readonly title?: string;
  readonly items: number;
  /** The time when the newest item was published or updated, ISO 8601. */
  readonly newestItemAt?: string;
  /** The WebSub hub of the feed. */
  readonly hub?: string;
}

export interface Discovery {
  readonly feeds: readonly FoundFeed[];
  /** Addresses that the site links as feeds but that aren't feeds, or the site's own address if it doesn't answer. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

/** Finds the feeds of a site with one request at a time, at the fetcher's pace. @param address normalised */
export async function discoverFeeds(fetch: Fetcher, address: string): Promise<Discovery> {
  const search = startSearch(fetch);
  const { feeds, refused } = search;
  const start = await search.get(address, PAGE_TYPES);
  if (start.kind === 'failed' || start.status !== 200) {
    const reason = await readFeed(start);
    return { feeds, refused: [{ url: address, reason: typeof reason === 'string' ? reason : '' }] };
  }
  await search.check({ url: address, from: 'itself' }, start);
  if (feeds.length > 0) return { feeds, refused };

  for (const candidate of linkedFeeds(start.body, start.headers, start.url)) {
    await search.check(candidate);
  }
  await checkNewsSitemaps(search, start.url);
  for (const candidate of usualFeeds(start.url)) {
    // A site that links its feeds needs no guesses, and software serves one feed under several of these names.
    if (feeds.length > 0) break;
    await search.check(candidate);
  }
  return { feeds, refused };
}

/** A site is asked for its page. A candidate is asked for as a poll would. */
const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.9';

interface Search extends Discovery {
  /** @param accept the types that are asked for; by default those of feeds */
  get(url: string, accept?: string): Promise<FetchOutcome>;
  /** Reads a candidate and adds it to `feeds` or `refused`. @param given the candidate's answer, if it is known */
  check(candidate: Candidate, given?: FetchOutcome): Promise<void>;
}

function startSearch(fetch: Fetcher): Search {
  const feeds: FoundFeed[] = [];
  const refused: { url: string; reason: string }[] = [];
  /** The final addresses of all answers, so that a feed with several addresses is found once. */
  const answered = new Set<string>();
  const get = (url: string, accept = FEED_TYPES): Promise<FetchOutcome> => fetch({ url, accept });
  return {
    feeds,
    refused,
    get,
    async check({ url, from }, given) {
      const fetched = given ?? (await get(url));
      const answeredAt = fetched.kind === 'response' ? fetched.url : url;
      if (answered.has(answeredAt)) return;
      answered.add(answeredAt);
      const outcome = await readFeed(fetched);
      if (typeof outcome !== 'string') feeds.push({ url, from, ...outcome });
      else if (from === 'link') refused.push({ url, reason: outcome });
    },
  };
}

/** Checks the news sitemaps that robots.txt names, and the parts of their indexes. */
async function checkNewsSitemaps(search: Search, siteUrl: string): Promise<void> {
  const robots = textOf(await search.get(new URL('/robots.txt', siteUrl).href));
  for (const url of newsSitemaps(robots)) {
    const fetched = await search.get(url);
    const parts = indexedNewsSitemaps(textOf(fetched));
    if (parts.length === 0) await search.check({ url, from: 'sitemap' }, fetched);
    for (const part of parts) await search.check({ url: part, from: 'sitemap' });
  }
}

/** @returns the feed's details, or a sentence that says why the answer is no feed */
async function readFeed(fetched: FetchOutcome): Promise<string | Omit<FoundFeed, 'url' | 'from'>> {
  if (fetched.kind === 'failed') return `It can't be fetched: ${fetched.detail}.`;
  if (fetched.status !== 200) return `It answers with status ${fetched.status}.`;
  const { body, headers, url: baseUrl } = fetched;
  const parsed = await parseFeed(body, compact({ contentType: headers['content-type'], baseUrl }));
  if (parsed.kind === 'failed') return parsed.detail;
  const { title, items, hub } = parsed.document;
  const dates = items.flatMap(({ publishedAt, updatedAt }) => [publishedAt ?? [], updatedAt ?? []].flat()).sort();
  return compact({
    format: formatOf(textOf(fetched).slice(0, 5_000)),
    title,
    items: items.length,
    newestItemAt: dates.at(-1),
    hub: (hub ?? hubInHeaders(headers, baseUrl))?.url,
  });
}

const textOf = (fetched: FetchOutcome): string =>
  fetched.kind === 'response' ? decodeText(fetched.body, [xmlProlog(fetched.body)]) : '';
