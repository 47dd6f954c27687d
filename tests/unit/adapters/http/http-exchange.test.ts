import { createServer } from 'node:net';
import { setDefaultCACertificates } from 'node:tls';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FetchOutcome } from '../../../../lambdas/core/web/fetcher.ts';
import { certificate } from '../../../etiquette/loopback-certificate.ts';
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
});
