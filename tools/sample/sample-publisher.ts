/**
 * A made-up publisher on the loopback interface, with the sites, feeds and faults that a pipeline meets. The steps from
 * an edition to an answer:
 * 1. `editions.ts` selects the articles (`articles/`) of the edition, and dates them.
 * 2. `site.ts` renders the whole site: articles and front pages (`pages/`), feeds (`feeds/`), with shared `parts/`.
 * 3. `respond.ts` answers a request for one resource: conditional requests, compression, headers.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { privateFeed, subscribedPaths, subscriber } from './feeds/feed-definitions.ts';
import { feedList } from './feeds/feed-list.ts';
import { type Reply, refuseMethod, respond } from './respond.ts';
import { notFound, sampleSite } from './site.ts';

/** A request that the publisher received, with the status of its answer. */
export interface RecordedRequest {
  readonly method: string;
  /** The path with its query string, as in the request line. */
  readonly path: string;
  /** The headers, with names in lower case. */
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly status: number;
}

export interface SamplePublisher {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** All sample feeds for everybody. The broken feed and the discontinued feed come last. */
  readonly feedUrls: readonly string[];
  /** The feed for subscribers, and the secret that opens it (docs/polling.md, "Private feeds"). */
  readonly privateFeed: { readonly url: string; readonly secret: object };
  /** The publisher's OPML list of these feeds, in folders; it also answers at `/feeds.opml`. */
  readonly opml: string;
  /**
   * Changes the site as a publisher does between two polls. Editions 1 and 2 each correct an article and add another,
   * in different feeds. Each later edition adds a reading to a live page.
   */
  nextEdition(): void;
  /** All requests so far, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Ends open connections too. May be called twice. */
  stop(): Promise<void>;
}

export interface SamplePublisherOptions {
  /** A fixed port keeps the articles' addresses the same in the next run. @default a free port */
  readonly port?: number;
  /** The moment to which all dates on the site are relative. @default the moment of the call */
  readonly now?: Date;
}

/**
 * Serves a small site of fictional news on 127.0.0.1: good feeds in four formats, and feeds that have moved, are
 * broken, or are gone.
 * @throws {Error} if the port is taken
 */
export async function startSamplePublisher(options: SamplePublisherOptions = {}): Promise<SamplePublisher> {
  const { port: wanted = 0, now = new Date() } = options;
  const requests: RecordedRequest[] = [];
  let edition = 0;
  let site: ReturnType<typeof sampleSite> = new Map();

  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const reply = answer(method, url, headers);
    requests.push({ method, path: url, headers, status: reply.status });
    response.writeHead(reply.status, reply.headers).end(method === 'HEAD' ? undefined : reply.body);
  });

  function answer(method: string, url: string, headers: IncomingHttpHeaders): Reply {
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod();
    const path = url.split('?', 1)[0] ?? '';
    return respond(site.get(path) ?? notFound(), headers);
  }

  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new Error(`The sample publisher can't listen on port ${wanted}: choose another port.`, { cause }));
    });
    server.listen(wanted, '127.0.0.1', () => resolve(addressOf(server.address())));
  });
  const origin = `http://127.0.0.1:${port}`;
  site = sampleSite(origin, edition, now);

  return {
    origin,
    feedUrls: subscribedPaths.map((path) => `${origin}${path}`),
    privateFeed: { url: `${origin}${privateFeed.path}`, secret: { type: 'basic', origin, ...subscriber } },
    opml: feedList(origin).body.toString(),
    nextEdition: () => {
      edition += 1;
      site = sampleSite(origin, edition, now);
    },
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The sample publisher has no TCP address.');
  return address;
}
