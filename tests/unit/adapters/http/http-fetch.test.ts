import type { lookup as systemLookup } from 'node:dns';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { guardedLookup } from '../../../../lambdas/adapters/http/address-guard.ts';
import { answered, ask, bodyOf, fakeResolve, fetcher, MAX_BYTES, USER_AGENT } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

describe('a request', () => {
  it('a request carries the user agent, Accept and the validators, and no other headers', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const { origin, port } = await loopbackServer((request, response) => {
      seen.push(request.headers);
      response.setHeader('set-cookie', 'id=1').end();
    });
    const fetch = fetcher([origin]);
    await fetch(ask(`${origin}/a`));
    await fetch(ask(`${origin}/b`, { etag: 'W/"é \\"', lastModified: 'yesterday, about noon', delta: true }));
    const always = {
      host: `127.0.0.1:${port}`,
      connection: 'keep-alive',
      'user-agent': USER_AGENT,
      accept: 'text/xml',
      'accept-encoding': 'gzip, deflate, br, zstd',
    };
    expect(seen).toEqual([
      always,
      { ...always, 'if-none-match': 'W/"é \\"', 'if-modified-since': 'yesterday, about noon', 'a-im': 'feed' },
    ]);
  });

  it('a request leaves out the credentials of its address', async () => {
    const seen: (string | undefined)[] = [];
    const { origin, port } = await loopbackServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('ok');
    });
    const outcome = await fetcher([origin])(ask(`http://user:secret@127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'response', url: `${origin}/` });
    expect(seen).toEqual([undefined]);
  });

  it('a fetch sends one GET', async () => {
    const methods: (string | undefined)[] = [];
    await answered((request, response) => {
      methods.push(request.method);
      response.end();
    });
    expect(methods).toEqual(['GET']);
  });
});

describe('an answer', () => {
  it('an answer carries its status, address, headers and body', async () => {
    const { origin } = await loopbackServer((_, response) => response.setHeader('etag', '"v1"').end('<rss/>'));
    const outcome = await fetcher([origin])(ask(`${origin}/rss`));
    expect(outcome).toMatchObject({ kind: 'response', status: 200, url: `${origin}/rss`, headers: { etag: '"v1"' } });
    expect(bodyOf(outcome)).toBe('<rss/>');
  });

  it('an ETag is returned and sent back byte for byte', async () => {
    const etag = 'W/"caf\u00e9 \u00ff;,"';
    const { origin } = await loopbackServer((request, response) => {
      const known = request.headers['if-none-match'] === etag;
      response.writeHead(known ? 304 : 200, { etag }).end();
    });
    const fetch = fetcher([origin]);
    const first = await fetch(ask(`${origin}/`));
    const stored = first.kind === 'response' ? first.headers['etag'] : undefined;
    expect(stored).toBe(etag);
    expect(await fetch(ask(`${origin}/`, { etag: stored ?? '' }))).toMatchObject({ status: 304 });
  });

  const text = 'Tide tables for the week. '.repeat(100);
  const encodings: [string, string, Buffer][] = [
    ['gzip', 'gzip', gzipSync(text)],
    ['gzip by its old name', 'x-gzip', gzipSync(text)],
    ['gzip in capitals', 'GZIP', gzipSync(text)],
    ['deflate', 'deflate', deflateSync(text)],
    ['deflate without the zlib header', 'deflate', deflateRawSync(text)],
    ['deflate without the zlib header, stored', 'deflate', deflateRawSync(text, { level: 0 })],
    ['brotli', 'br', brotliCompressSync(text)],
    ['zstandard', 'zstd', zstdCompressSync(text)],
    ['two encodings, in the order they were applied', 'gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', 'identity', Buffer.from(text)],
    ['a charset, which is no encoding', 'UTF-8', Buffer.from(text)],
    ['the word none, which is no encoding', 'none', Buffer.from(text)],
    ['plain text that is declared as gzip', 'gzip', Buffer.from(text)],
  ];
  it.each(encodings)('a body is decoded: %s', async (_, encoding, bytes) => {
    const outcome = await answered((_, response) => response.setHeader('content-encoding', encoding).end(bytes));
    expect(bodyOf(outcome)).toBe(text);
  });

  it('a body of exactly the max size is read', async () => {
    const outcome = await answered((_, response) => response.end('x'.repeat(MAX_BYTES)));
    expect(bodyOf(outcome)).toHaveLength(MAX_BYTES);
  });

  it('the body of a 226 is read', async () => {
    const outcome = await answered((_, response) => response.writeHead(226, { im: 'feed' }).end('<rss/>'));
    expect(outcome).toMatchObject({ status: 226, headers: { im: 'feed' } });
    expect(bodyOf(outcome)).toBe('<rss/>');
  });

  it('a 203 is read like a 200', async () => {
    const outcome = await answered((_, response) => response.writeHead(203, { etag: '"a"' }).end('<rss/>'));
    expect(outcome).toMatchObject({ status: 200, headers: { etag: '"a"' } });
    expect(bodyOf(outcome)).toBe('<rss/>');
  });

  it.each([404, 410, 500, 503])('a %i is an answer without a body', async (status) => {
    const outcome = await answered((_, response) => response.writeHead(status, { 'retry-after': '60' }).end('sorry'));
    expect(outcome).toMatchObject({ kind: 'response', status, headers: { 'retry-after': '60' } });
    expect(bodyOf(outcome)).toBe('');
  });
});

describe('redirects', () => {
  it('redirects are followed with the same headers, and the answer carries the last address', async () => {
    const agents: (string | undefined)[] = [];
    const { origin } = await loopbackServer((request, response) => {
      agents.push(`${request.url} ${request.headers['user-agent']} ${request.headers.referer}`);
      const next: Record<string, string> = { '/a': 'b', '/b': '/c?d=1' };
      const location = next[request.url ?? ''];
      if (location === undefined) response.end('there');
      else response.writeHead(308, { location, 'set-cookie': 'a=b' }).end();
    });
    const outcome = await fetcher([origin])(ask(`${origin}/a`));
    expect(outcome).toMatchObject({
      kind: 'response',
      url: `${origin}/c?d=1`,
      redirects: [
        { status: 308, to: `${origin}/b` },
        { status: 308, to: `${origin}/c?d=1` },
      ],
    });
    expect(agents).toEqual(['/a', '/b', '/c?d=1'].map((path) => `${path} ${USER_AGENT} undefined`));
  });

  it('a redirect is not followed when the caller refuses its target', async () => {
    const visited: (string | undefined)[] = [];
    const { origin } = await loopbackServer((request, response) => {
      visited.push(request.url);
      response.writeHead(302, { location: '/private' }).end();
    });
    const refuses = async (url: string) => (url === `${origin}/private` ? ('robots' as const) : undefined);
    expect(await fetcher([origin])({ ...ask(`${origin}/a`), refuses })).toMatchObject({ reason: 'robots' });
    expect(visited).toEqual(['/a']);
  });

  it('a redirect to another loopback origin is followed only if that origin is allowed', async () => {
    const other = await loopbackServer((_, response) => response.end('other'));
    const { origin } = await loopbackServer((_, response) =>
      response.writeHead(302, { location: `${other.origin}/` }).end(),
    );
    expect(bodyOf(await fetcher([origin, other.origin])(ask(`${origin}/`)))).toBe('other');
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ reason: 'blocked-address' });
  });

  it('a redirect without a location is an answer', async () => {
    expect(await answered((_, response) => response.writeHead(302).end())).toMatchObject({ status: 302 });
  });
});

describe('addresses on this machine', () => {
  it('a loopback address is blocked, and the detail says how to allow it', async () => {
    expect(await fetcher([])(ask('http://127.0.0.1:8000/feed.xml'))).toMatchObject({
      reason: 'blocked-address',
      detail:
        '127.0.0.1 is not a public address: on this machine, a local run fetches only what was named on its command line',
    });
  });
});

describe('names', () => {
  it('a name that resolves to a private address is blocked', async () => {
    const fetch = fetcher([], { lookup: guardedLookup(fakeResolve('10.0.0.7')) });
    expect(await fetch(ask('http://intranet.example/'))).toMatchObject({
      reason: 'blocked-address',
      detail: 'intranet.example resolves to 10.0.0.7, which is not a public address',
    });
  });

  it('a name that changes to a loopback address after its first lookup is blocked', async () => {
    const resolve = fakeResolve('8.8.8.8', '127.0.0.1');
    resolve('rebind.example', { all: true }, () => {});
    const lookup = guardedLookup(resolve);
    const outcome = await fetcher([], { lookup })(ask('http://rebind.example/'));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'blocked-address' });
  });

  it('a name that does not resolve fails with dns', async () => {
    const resolve = ((_name: string, _options: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))) as typeof systemLookup;
    const outcome = await fetcher([], { lookup: guardedLookup(resolve) })(ask('http://nowhere.example/'));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'dns' });
  });
});

describe('connections', () => {
  it('a request is sent again when the server has closed the kept connection', async () => {
    const served = new Map<unknown, number>();
    const { origin } = await loopbackServer((request, response) => {
      const count = (served.get(request.socket) ?? 0) + 1;
      served.set(request.socket, count);
      if (count > 1) request.socket.destroy();
      else response.end('ok');
    });
    const fetch = fetcher([origin]);
    expect(bodyOf(await fetch(ask(`${origin}/1`)))).toBe('ok');
    expect(bodyOf(await fetch(ask(`${origin}/2`)))).toBe('ok');
    expect(served.size).toBe(2);
  });
});
