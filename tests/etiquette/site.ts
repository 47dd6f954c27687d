/** A publisher's hosts on the loopback interface: a real server that answers by rules and records every request. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { certificate, key } from './loopback-certificate.ts';

/** One request that the site received. */
export interface Visit {
  /** Simulated time, in milliseconds since 1970. */
  readonly at: number;
  readonly host: 'here' | 'there';
  readonly isSecure: boolean;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Number of earlier requests to this path. */
  readonly count: number;
  readonly reply: Reply;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export type Question = Omit<Visit, 'reply'> & { readonly origins: Readonly<Record<'here' | 'there', string>> };

export interface Site {
  readonly origins: Question['origins'];
  readonly visits: readonly Visit[];
  /** Max number of simultaneous requests. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Opens two hosts of one publisher, `here` and `there`. Each port speaks http and https, so that the same address
 * exists with both schemes.
 * @param now returns the simulated time at a host
 */
export async function openSite(answer: (question: Question) => Reply, now: (host: string) => number): Promise<Site> {
  const visits: Visit[] = [];
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const origins = { here: '', there: '' };
  let atOnce = 0;
  let most = 0;

  const respond = (host: Visit['host']) => (request: IncomingMessage, response: ServerResponse) => {
    most = Math.max(most, ++atOnce);
    response.on('close', () => atOnce--);
    const path = request.url ?? '';
    const question = {
      at: now(new URL(origins[host]).host),
      host,
      isSecure: request.socket instanceof TLSSocket,
      method: request.method ?? '',
      path,
      headers: request.headers,
      count: counts.get(`${host} ${path}`) ?? 0,
    };
    counts.set(`${host} ${path}`, question.count + 1);
    const reply = answer({ ...question, origins });
    visits.push({ ...question, reply });
    const { status = 200, headers = {}, body = '' } = reply;
    // Later, so that simultaneous requests overlap.
    setImmediate(() => response.writeHead(status, { 'set-cookie': 'visitor=1', ...headers }).end(body));
  };

  const servers = await Promise.all(
    (['here', 'there'] as const).map(async (host) => {
      const http = createServer(respond(host));
      const server = createSocketServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.once('data', (first) => {
          socket.pause();
          socket.unshift(first);
          const isTls = first[0] === 0x16; // a handshake record (RFC 8446 §5.1)
          http.emit('connection', isTls ? new TLSSocket(socket, { isServer: true, cert: certificate, key }) : socket);
          process.nextTick(() => socket.resume());
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origins[host] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return server;
    }),
  );
  return {
    origins,
    visits,
    mostAtOnce: () => most,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
