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
import { hubInHeaders } from '../../../lambdas/core/feed/websub/hub-headers.ts';
import { decodeText, xmlProlog } from '../../../lambdas/core/web/decode-text.ts';
import type { Fetcher, FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';

export interface FoundFeed {
  readonly url: string;
  readonly from: Candidate['from'];
  readonly format: string;
  readonly title?: string;
  readonly items: number;
  /** When the newest item was published or updated, ISO 8601. */
  readonly newestItemAt?: string;
  /** The WebSub hub that announces its news. */
  readonly hub?: string;
}

export interface Discovery {
  readonly feeds: readonly FoundFeed[];
  /** What the site itself calls a feed and can't be read as one, and the address itself when it doesn't answer. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

/** Every request waits for the one before, so that the fetcher's pace is the site's. @param address normalised */
export async function discoverFeeds(fetch: Fetcher, address: string): Promise<Discovery> {
  const feeds: FoundFeed[] = [];
  const refused: { url: string; reason: string }[] = [];
  /** Of what has been read, wherever it came from: a feed that has several addresses is one. */
  const answered = new Set<string>();

  const get = (url: string): Promise<FetchOutcome> => fetch({ url, accept: '*/*' });
  const check = async ({ url, from }: Candidate, given?: FetchOutcome): Promise<void> => {
    const fetched = given ?? (await get(url));
    const answeredAt = fetched.kind === 'response' ? fetched.url : url;
    if (answered.has(answeredAt)) return;
    answered.add(answeredAt);
    const outcome = await readFeed(fetched);
    if (typeof outcome !== 'string') feeds.push({ url, from, ...outcome });
    else if (from === 'link') refused.push({ url, reason: outcome });
  };

  const start = await get(address);
  if (start.kind === 'failed' || start.status !== 200) {
    const reason = await readFeed(start);
    return { feeds, refused: [{ url: address, reason: typeof reason === 'string' ? reason : '' }] };
  }
  await check({ url: address, from: 'itself' }, start);
  if (feeds.length > 0) return { feeds, refused };

  for (const candidate of linkedFeeds(start.body, start.headers['content-type'], start.url)) await check(candidate);
  for (const url of newsSitemaps(textOf(await get(new URL('/robots.txt', start.url).href)))) {
    const fetched = await get(url);
    const parts = indexedNewsSitemaps(textOf(fetched));
    if (parts.length === 0) await check({ url, from: 'sitemap' }, fetched);
    for (const part of parts) await check({ url: part, from: 'sitemap' });
  }
  for (const candidate of usualFeeds(start.url)) {
    // Software has one feed under several of these names, and a site that links its feeds need not be searched.
    if (feeds.length > 0) break;
    await check(candidate);
  }
  return { feeds, refused };
}

/** @returns why not, in a sentence, when it is no feed. */
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
