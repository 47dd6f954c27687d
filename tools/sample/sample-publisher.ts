import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { subscribedPaths } from './feeds/feed-definitions.ts';
import { type Reply, refuseMethod, respond } from './respond.ts';
import { notFound, sampleSite } from './site.ts';

/** A request as the publisher saw it, with the status it answered. */
export interface RecordedRequest {
  readonly method: string;
  /** As in the request line: with the query string. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly status: number;
}

export interface SamplePublisher {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** All sample feeds, the broken and the discontinued one last. */
  readonly feedUrls: readonly string[];
  /**
   * What a publisher does between two polls. The first edition corrects an article and adds one, the second does the
   * same in other feeds, and each one after that adds a reading to a live page, for as long as one likes.
   */
  nextEdition(): void;
  /** All requests so far, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Ends open connections too. May be called twice. */
  stop(): Promise<void>;
}

export interface SamplePublisherOptions {
  /** @default a free one; with a fixed port, the addresses of the articles are the same in the next run */
  readonly port?: number;
  /** The moment to which all dates on the site are relative. @default the moment of the call */
  readonly now?: Date;
}

/**
 * Serves a small site of fictional news on 127.0.0.1, with all that a pipeline meets outside: good feeds in four
 * formats, and others that have moved, are broken, or are gone.
 * @throws Error when the port is taken
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
