import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The publisher's answer to a repeated request. */
export type CacheBehaviour =
  /** Sends validators, and 304 if they match. */
  | 'conditional'
  /** Sends no validators, and the whole document every time. */
  | 'plain';

export interface BenchPublisher {
  readonly origin: string;
  readonly feedUrls: readonly string[];
  cacheBehaviour: CacheBehaviour;
  /** Adds a story to the feed of this number. */
  publish(feed: number): void;
  stop(): Promise<void>;
}

const WORDS = 'harbour lantern council ferry signal orchard bridge winter market tide ledger copper'.split(' ');
const PARAGRAPH_WORDS = 60;

/** A loopback publisher of many feeds, each of `itemCount` stories with a summary of a paragraph. */
export async function benchPublisher(feedCount: number, itemCount: number): Promise<BenchPublisher> {
  const newest = Array.from({ length: feedCount }, () => itemCount);
  const server = createServer(({ url = '', headers }, answer) => {
    const feed = Number(/^\/feeds\/(\d+)$/.exec(url)?.[1] ?? Number.NaN);
    const last = newest[feed];
    if (last === undefined) return void answer.writeHead(404).end();
    const body = documentOf(feed, last, itemCount);
    if (publisher.cacheBehaviour === 'plain')
      return void answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    if (headers['if-none-match'] === etag) return void answer.writeHead(304, { etag }).end();
    return void answer.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publisher: BenchPublisher = {
    origin,
    feedUrls: newest.map((_, feed) => `${origin}/feeds/${feed}`),
    cacheBehaviour: 'conditional',
    publish(feed) {
      newest[feed] = (newest[feed] ?? 0) + 1;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return publisher;
}

function documentOf(feed: number, newest: number, itemCount: number): string {
  const items = Array.from({ length: itemCount }, (_, back) => itemOf(feed, newest - back));
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Bench feed ${feed}</title><link>https://site-${feed}.example/</link><language>en</language>
${items.join('\n')}
</channel></rss>`;
}

function itemOf(feed: number, story: number): string {
  const url = `https://site-${feed}.example/news/${story}`;
  const word = (at: number): string => WORDS[(feed * 31 + story * 17 + at * at) % WORDS.length] ?? '';
  const text = Array.from({ length: PARAGRAPH_WORDS }, (_, at) => word(at)).join(' ');
  const date = new Date(Date.UTC(2026, 0, 1) + story * 3_600_000).toUTCString();
  return `<item><title>Story ${story} of ${feed}: ${word(1)} and ${word(2)}</title><link>${url}</link><guid>${url}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
}
