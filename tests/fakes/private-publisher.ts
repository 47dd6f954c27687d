/** A publisher whose feeds want a secret, and one at another origin that feeds redirect to. Both record what they are sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
}

export interface PrivatePublisher {
  readonly origin: string;
  readonly otherOrigin: string;
  readonly requests: readonly SeenRequest[];
  stop(): void;
}

/** What a feed's path does with a request. `credential` is the value of the header that the request proves itself by. */
type Behaviour = (response: ServerResponse, credential: string, otherOrigin: string) => void;

const feed = (name: string, text: string): string =>
  `<rss version="2.0"><channel><title>${name}</title><link>https://${name}.invalid/</link>
  <item><guid>${name}-1</guid><link>/pages/${name}</link><title>News of ${name}</title><description>${text}</description></item>
  </channel></rss>`;

const answer = (response: ServerResponse, name: string, text = `The private words of ${name}.`): void => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed(name, text));
};
const redirect = (response: ServerResponse, status: number, location: string): void => {
  response.writeHead(status, { location }).end();
};
const withoutScheme = (credential: string): string => credential.replace(/^\w+ /, '');

/** By the first part of a feed's path; every other path is answered with a feed if the request has a credential, else with a 401. */
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  refused: (response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end(),
  forbidden: (response, credential) => response.writeHead(403, { 'x-you-sent': credential }).end(credential),
  leaves: (response, _, other) => redirect(response, 302, `${other}/leaves`),
  moved: (response, _, other) => redirect(response, 301, `${other}/moved`),
  stalls: () => undefined,
  breaks: (response) => response.destroy(),
  'echoes-in-text': (response, credential) => answer(response, 'echo', `You sent ${credential}`),
  'echoes-in-etag': (response, credential) =>
    response.setHeader('etag', `"${withoutScheme(credential)}"`) && answer(response, 'etag'),
  'echoes-in-redirect': (response, credential, other) =>
    redirect(response, 301, `${other}/echo?sent=${encodeURIComponent(credential)}`),
  'echoes-in-bad-redirect': (response, credential) =>
    redirect(response, 302, `http://${encodeURIComponent(credential)}:99999/`),
  'echoes-in-host': (response, credential) => redirect(response, 302, `http://${withoutScheme(credential)}.invalid/`),
  'names-a-hub': (response, _, other) =>
    response.setHeader('link', `<${other}/hub>; rel="hub", <${other}/topic>; rel="self"`) && answer(response, 'hub'),
};

export async function startPrivatePublisher(): Promise<PrivatePublisher> {
  const requests: SeenRequest[] = [];
  const origins: string[] = [];
  const start = async (isHome: boolean) => {
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const [path = ''] = request.url?.split('?') ?? [];
      const name = path.slice(1);
      const { authorization, 'x-api-key': apiKey } = request.headers;
      requests.push({ url: `${origins[isHome ? 0 : 1]}${request.url}`, authorization, apiKey: apiKey?.toString() });
      if (path === '/robots.txt' || path.startsWith('/pages/')) response.writeHead(404).end();
      else if (!isHome) answer(response, name);
      else {
        const credential = authorization ?? apiKey?.toString();
        if (credential === undefined) response.writeHead(401).end();
        else (BEHAVIOURS[name] ?? (() => answer(response, name)))(response, credential, origins[1] ?? '');
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origins.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return server;
  };
  const servers = [await start(true), await start(false)];
  const [origin = '', otherOrigin = ''] = origins;
  return {
    origin,
    otherOrigin,
    requests,
    stop() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
