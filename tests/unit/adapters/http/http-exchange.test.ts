import { type AddressInfo, createServer } from 'node:net';
import { createServer as createTlsServer, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FetchOutcome } from '../../../../lambdas/core/web/fetcher.ts';
import { certificate, key } from '../../../etiquette/loopback-certificate.ts';
import { ask, bodyOf, fetcher } from '../../../fakes/fetching.ts';
import { listening, loopbackServer, secureLoopbackServer } from '../../../fakes/loopback-server.ts';

/** Fakes the timer of the connection. @returns a function that lets the timer pass five seconds */
function connectTimer(): () => Promise<unknown> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  return () => vi.advanceTimersByTimeAsync(5_000);
}

describe('the time to connect', () => {
  it('an answer that comes five seconds after the connection is awaited', async () => {
    const pass = connectTimer();
    const asked = Promise.withResolvers<() => void>();
    const { origin } = await loopbackServer((_, response) => asked.resolve(() => response.end('late')));
    const fetched = fetcher([origin])(ask(`${origin}/`));
    const answer = await asked.promise;
    await pass();
    answer();
    expect(bodyOf(await fetched)).toBe('late');
  });

  it('an answer that comes after five seconds on a kept connection is awaited', async () => {
    const pass = connectTimer();
    const asked = Promise.withResolvers<() => void>();
    const { origin } = await loopbackServer((request, response) => {
      if (request.url === '/1') response.end('first');
      else asked.resolve(() => response.end('late'));
    });
    const fetch = fetcher([origin]);
    expect(bodyOf(await fetch(ask(`${origin}/1`)))).toBe('first');
    const fetched = fetch(ask(`${origin}/2`));
    const answer = await asked.promise;
    await pass();
    answer();
    expect(bodyOf(await fetched)).toBe('late');
  });

  it('a TLS handshake that takes five seconds fails with timeout', async () => {
    const pass = connectTimer();
    const greeted = Promise.withResolvers<void>();
    const port = await listening(createServer((socket) => socket.once('data', () => greeted.resolve())));
    const origin = `https://127.0.0.1:${port}`;
    let outcome: FetchOutcome | undefined;
    const fetched = fetcher([origin])(ask(`${origin}/`)).then((settled) => (outcome = settled));
    await greeted.promise;
    expect(outcome).toBeUndefined();
    await pass();
    expect(await fetched).toMatchObject({ reason: 'timeout', detail: 'no connection within 5000 ms' });
  });

  it('a request that fails at once leaves no timer behind', async () => {
    connectTimer();
    const { origin, server } = await loopbackServer(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ reason: 'connect' });
    await expect.poll(() => vi.getTimerCount()).toBe(0);
  });
});

describe('connections', () => {
  it('two requests to one host share a connection', async () => {
    const sockets = new Set<unknown>();
    const { origin } = await loopbackServer((request, response) => {
      sockets.add(request.socket);
      response.end('ok');
    });
    const fetch = fetcher([origin]);
    for (const path of ['/1', '/2']) expect(bodyOf(await fetch(ask(`${origin}${path}`)))).toBe('ok');
    expect(sockets.size).toBe(1);
  });

  it('a request on a new connection is not sent again when the connection breaks', async () => {
    let requests = 0;
    const { origin } = await loopbackServer((request) => {
      requests++;
      request.socket.destroy();
    });
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ reason: 'reset' });
    expect(requests).toBe(1);
  });

  it('an answer without an end of the exchange is told as a closed connection', async () => {
    const port = await listening(
      createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => socket.end('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'));
      }),
    );
    const origin = `http://127.0.0.1:${port}`;
    expect(await fetcher([origin])(ask(`${origin}/`))).toEqual({
      kind: 'failed',
      reason: 'protocol',
      detail: 'the connection was closed without an answer',
    });
  });

  it('the head of an answer may have 60 kB', async () => {
    const { origin } = await loopbackServer((_, response) =>
      response.setHeader('x-long', 'y'.repeat(60_000)).end('ok'),
    );
    expect(bodyOf(await fetcher([origin])(ask(`${origin}/`)))).toBe('ok');
  });
});

describe('https', () => {
  it('a server with an untrusted certificate fails with tls', async () => {
    const { origin } = await secureLoopbackServer((_, response) => response.end('ok'));
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ kind: 'failed', reason: 'tls' });
  });

  it('a server with a trusted certificate is read', async () => {
    setDefaultCACertificates([certificate]);
    const { origin } = await secureLoopbackServer((_, response) => response.end('secure'));
    expect(bodyOf(await fetcher([origin])(ask(`${origin}/`)))).toBe('secure');
  });

  it('a certificate of another host fails with tls', async () => {
    setDefaultCACertificates([certificate]);
    const server = createTlsServer({ cert: certificate, key }, (socket) => socket.on('error', () => {}));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.2', resolve));
    onTestFinished(() => void server.close());
    const origin = `https://127.0.0.2:${(server.address() as AddressInfo).port}`;
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({
      reason: 'tls',
      detail: expect.stringContaining('127.0.0.2'),
    });
  });

  it('a server that ends the connection in the handshake fails with reset', async () => {
    const port = await listening(createServer((socket) => socket.once('data', () => socket.destroy())));
    const origin = `https://127.0.0.1:${port}`;
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ kind: 'failed', reason: 'reset' });
  });

  it('a server that speaks no TLS fails with tls', async () => {
    const { port } = await loopbackServer((_, response) => response.end('ok'));
    const origin = `https://127.0.0.1:${port}`;
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ kind: 'failed', reason: 'tls' });
  });

  it('two requests share a connection, and a third resumes the session after a closed connection', async () => {
    setDefaultCACertificates([certificate]);
    const sockets = new Set<unknown>();
    const resumed: boolean[] = [];
    const { origin } = await secureLoopbackServer((request, response) => {
      if (!sockets.has(request.socket)) resumed.push((request.socket as TLSSocket).isSessionReused());
      sockets.add(request.socket);
      if (request.url === '/2') response.setHeader('connection', 'close');
      response.end('ok');
    });
    const fetch = fetcher([origin]);
    for (const path of ['/1', '/2', '/3']) expect(bodyOf(await fetch(ask(`${origin}${path}`)))).toBe('ok');
    expect(resumed).toEqual([false, true]);
  });

  it('the name of the host is sent in the handshake', async () => {
    setDefaultCACertificates([certificate]);
    const names: unknown[] = [];
    const { origin } = await secureLoopbackServer((request, response) => {
      names.push((request.socket as TLSSocket & { servername?: unknown }).servername);
      response.end('ok');
    });
    const named = origin.replace('127.0.0.1', 'localhost');
    expect(bodyOf(await fetcher([named])(ask(`${named}/`)))).toBe('ok');
    expect(names).toEqual(['localhost']);
  });

  it('an answer with faults is read', async () => {
    setDefaultCACertificates([certificate]);
    const answer = 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Length: 1\n\n2 \nok\n0\n\n';
    const server = createTlsServer({ cert: certificate, key }, (socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.write(answer));
      socket.on('end', () => socket.end());
    });
    const origin = `https://127.0.0.1:${await listening(server)}`;
    expect(bodyOf(await fetcher([origin])(ask(`${origin}/`)))).toBe('ok');
  });
});
