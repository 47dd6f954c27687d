/** Serves hostile documents on loopback, each as a site of its own, because a site has one robots.txt and one queue group. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HostileDocument, rss } from './hostile-parts.ts';

export interface HostileSite {
  readonly document: HostileDocument;
  readonly origin: string;
  /** The hostile document, or an ordinary feed with one item that leads to it. */
  readonly feedUrl: string;
  /** Length of the hostile document, in bytes. */
  readonly bytes: number;
}

/** The origin that all hostile documents name. Each site puts its own in its place. */
const MADE_UP_ORIGIN = 'https://harbour.example';

const ORDINARY_PAGE =
  '<!doctype html><html lang="en"><title>Ferry returns</title><article><h1>Ferry returns</h1>' +
  '<p>The ferry that carries the island’s post came back to its old pier on Monday, after three weeks in dry dock.</p></article></html>';
const ORDINARY_FEED = rss(
  `<item><guid>1</guid><link>${MADE_UP_ORIGIN}/news/1</link><title>Ferry returns</title><description>The ferry is back.</description></item>`,
);

/**
 * Starts a site for each document.
 *
 * @param size the length of each hostile part, in characters
 */
export async function startHostileSites(documents: readonly HostileDocument[], size: number) {
  const started = await Promise.all(documents.map((document) => startSite(document, size)));
  return {
    sites: started.map(({ site }) => site),
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()));
    },
  };
}

async function startSite(document: HostileDocument, size: number) {
  const hostile = document.make(size);
  const files: Readonly<Record<string, string | undefined>> = {
    '/feed': document.kind === 'feed' ? hostile : ORDINARY_FEED,
    '/news/1': document.kind === 'page' ? hostile : ORDINARY_PAGE,
    '/robots.txt': document.kind === 'robots' ? hostile : undefined,
  };
  const server = createServer(({ url = '' }, response) => {
    const text = files[url];
    if (text === undefined) return void response.writeHead(404).end();
    return void response
      .writeHead(200, { 'content-type': typeOf(url, text) })
      .end(text.replaceAll(MADE_UP_ORIGIN, origin));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: HostileSite = { document, origin, feedUrl: `${origin}/feed`, bytes: Buffer.byteLength(hostile) };
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { site, stop };
}

function typeOf(path: string, text: string): string {
  if (path === '/feed') return text.startsWith('{') ? 'application/feed+json' : 'application/xml';
  return path === '/robots.txt' ? 'text/plain' : 'text/html';
}
