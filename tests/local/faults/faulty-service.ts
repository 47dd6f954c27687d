import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  /** The operation, for instance `PutItem`. */
  readonly operation: string;
  readonly body: Buffer;
  /** Forwards the call, with this body, to the real service. */
  readonly forward: (body: Buffer) => Promise<Answer>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/**
 * Starts a proxy before a service of AWS's JSON protocol. The fault answers each call, or forwards it.
 * @param endpoint returns the service's endpoint; called at each request, because the service may start later
 */
export async function startFaultyService(
  endpoint: () => string,
  fault: (call: Call) => Promise<Answer>,
): Promise<{ readonly endpoint: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync<Buffer>(request));
    const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const forward = (changed: Buffer): Promise<Answer> =>
      send(`${endpoint()}${request.url}`, request.method ?? 'POST', request.headers, changed);
    const answer = await fault({ operation, body, forward });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function send(url: string, method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['host', 'connection', 'content-length', 'expect'].includes(name),
  );
  const response = await fetch(url, {
    method,
    headers: Object.fromEntries(kept) as Record<string, string>,
    body: method === 'GET' ? null : new Uint8Array(body),
  });
  const answered = Object.fromEntries(
    [...response.headers].filter(([name]) => !['content-length', 'transfer-encoding', 'connection'].includes(name)),
  );
  return { status: response.status, headers: answered, body: Buffer.from(await response.arrayBuffer()) };
}
