import type { lookup as systemLookup } from 'node:dns';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { guardedLookup } from '../../../lambdas/adapters/address-guard.ts';
import { createFetcher, type FetcherOptions } from '../../../lambdas/adapters/http-fetch.ts';
import type { FetchOutcome, FetchRequest } from '../../../lambdas/core/ports.ts';
import { loopbackServer } from '../../fakes/loopback-server.ts';

const USER_AGENT = 'Wireroom/0.1 (+https://operator.example/contact)';
const MAX_BYTES = 10_000;

const fetcher = (origins: readonly string[], options: Partial<FetcherOptions> = {}) =>
  createFetcher({ userAgent: USER_AGENT, timeoutMs: 5_000, maxBytes: MAX_BYTES, allowedOrigins: origins, ...options });

const ask = (url: string, fields: Partial<FetchRequest> = {}): FetchRequest => ({ url, accept: 'text/xml', ...fields });

/** Fetches `/` of a server that answers so. */
async function answered(answer: RequestListener, options: Partial<FetcherOptions> = {}): Promise<FetchOutcome> {
  const { origin } = await loopbackServer(answer);
  return fetcher([origin], options)(ask(`${origin}/`));
}

const bodyOf = (outcome: FetchOutcome): string | undefined =>
  outcome.kind === 'response' ? Buffer.from(outcome.body).toString() : undefined;

/** A resolver that gives one answer after the other, and the last one for ever. */
const fakeResolve = (...answers: readonly string[]): typeof systemLookup => {
  let call = 0;
  const resolve = (_name: string, _options: unknown, callback: (error: null, all: object[]) => void): void => {
    const address = answers[Math.min(call++, answers.length - 1)] ?? '';
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
  return resolve as typeof systemLookup;
};

describe('a request', () => {
  it('says who asks, what is accepted and what is known, and nothing else', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const { origin, port } = await loopbackServer((request, response) => {
      seen.push(request.headers);
      response.setHeader('set-cookie', 'id=1').end();
    });
    const fetch = fetcher([origin]);
    await fetch(ask(`${origin}/a`));
    await fetch(ask(`${origin}/b`, { etag: 'W/"é \\"', lastModified: 'yesterday, about noon' }));
    const always = {
      host: `127.0.0.1:${port}`,
      connection: 'keep-alive',
      'user-agent': USER_AGENT,
      accept: 'text/xml',
      'accept-encoding': 'gzip, deflate, br, zstd',
    };
    expect(seen).toEqual([
      always,
      { ...always, 'if-none-match': 'W/"é \\"', 'if-modified-since': 'yesterday, about noon' },
    ]);
  });

  it('does not send the credentials of an address', async () => {
    const seen: (string | undefined)[] = [];
    const { origin, port } = await loopbackServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('ok');
    });
    const outcome = await fetcher([origin])(ask(`http://user:secret@127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'response', url: `${origin}/` });
    expect(seen).toEqual([undefined]);
  });

  it('is one GET', async () => {
    const methods: (string | undefined)[] = [];
    await answered((request, response) => {
      methods.push(request.method);
      response.end();
    });
    expect(methods).toEqual(['GET']);
  });
});

describe('an answer', () => {
  it('carries its status, address, headers and body', async () => {
    const { origin } = await loopbackServer((_, response) => response.setHeader('etag', '"v1"').end('<rss/>'));
    const outcome = await fetcher([origin])(ask(`${origin}/rss`));
    expect(outcome).toMatchObject({ kind: 'response', status: 200, url: `${origin}/rss`, headers: { etag: '"v1"' } });
    expect(bodyOf(outcome)).toBe('<rss/>');
  });

  it('keeps validators byte for byte, there and back', async () => {
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
    ['brotli', 'br', brotliCompressSync(text)],
    ['zstandard', 'zstd', zstdCompressSync(text)],
    ['two encodings, in the order they were applied', 'gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', 'identity', Buffer.from(text)],
  ];
  it.each(encodings)('is decoded: %s', async (_, encoding, bytes) => {
    const outcome = await answered((_, response) => response.setHeader('content-encoding', encoding).end(bytes));
    expect(bodyOf(outcome)).toBe(text);
  });

  it('of exactly the largest size is taken', async () => {
    const outcome = await answered((_, response) => response.end('x'.repeat(MAX_BYTES)));
    expect(bodyOf(outcome)).toHaveLength(MAX_BYTES);
  });

  it.each([404, 410, 500, 503])('of status %i is an answer without a body', async (status) => {
    const outcome = await answered((_, response) => response.writeHead(status, { 'retry-after': '60' }).end('sorry'));
    expect(outcome).toMatchObject({ kind: 'response', status, headers: { 'retry-after': '60' } });
    expect(bodyOf(outcome)).toBe('');
  });
});

describe('a failure has a name', () => {
  const ONE_MEGABYTE = Buffer.alloc(1_000_000);
  const cases: [string, RequestListener, string][] = [
    ['a body over the limit', (_, response) => response.end('x'.repeat(MAX_BYTES + 1)), 'too-large'],
    [
      'a small gzip body that unpacks to more than the limit',
      (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(ONE_MEGABYTE)),
      'too-large',
    ],
    [
      'a brotli bomb',
      (_, response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync(ONE_MEGABYTE)),
      'too-large',
    ],
    [
      'a bomb inside a bomb',
      (_, response) =>
        response.setHeader('content-encoding', 'gzip, gzip').end(gzipSync(gzipSync(Buffer.alloc(20_000_000)))),
      'too-large',
    ],
    [
      'an encoding that nobody knows',
      (_, response) => response.setHeader('content-encoding', 'sdch').end('x'),
      'bad-encoding',
    ],
    [
      'an encoding with the name of an object property',
      (_, response) => response.setHeader('content-encoding', 'constructor').end('x'),
      'bad-encoding',
    ],
    [
      'more encodings than anybody needs',
      (_, response) => response.setHeader('content-encoding', 'gzip, gzip, gzip').end('x'),
      'bad-encoding',
    ],
    [
      'a gzip body that is cut short',
      (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(500)).subarray(0, 15)),
      'bad-encoding',
    ],
    [
      'a body that is not in its encoding',
      (_, response) => response.setHeader('content-encoding', 'gzip').end('<rss/>'),
      'bad-encoding',
    ],
    [
      'a brotli body that is none',
      (_, response) => response.setHeader('content-encoding', 'br').end('<rss version="2.0"/>'),
      'bad-encoding',
    ],
    [
      'a zstandard body that is none',
      (_, response) => response.setHeader('content-encoding', 'zstd').end('<rss version="2.0"/>'),
      'bad-encoding',
    ],
    [
      'a connection that breaks in the middle of the body',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('<rss>', () => response.destroy());
      },
      'reset',
    ],
    ['a connection that breaks before the answer', (request) => request.socket.destroy(), 'reset'],
    ['an answer that is no HTTP', (request) => request.socket.end('220 ftp.example ready\r\n'), 'protocol'],
    [
      'an answer that switches to another protocol',
      (request) => request.socket.end('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      'protocol',
    ],
    [
      'headers without end',
      (request) => request.socket.end(`HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(50_000)}\r\n`),
      'protocol',
    ],
    ['a redirect that cannot be followed', (_, r) => r.writeHead(302, { location: 'http://[' }).end(), 'bad-redirect'],
    ['a redirect loop', (_, r) => r.writeHead(302, { location: '/' }).end(), 'too-many-redirects'],
    ['a redirect to a file', (_, r) => r.writeHead(302, { location: 'file:///etc/passwd' }).end(), 'invalid-url'],
    [
      'a redirect to the metadata service',
      (_, r) => r.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      'blocked-address',
    ],
    [
      'a redirect to the metadata service in decimal',
      (_, r) => r.writeHead(307, { location: 'http://2852039166/latest' }).end(),
      'blocked-address',
    ],
    [
      'a redirect to another port of the loopback interface',
      (_, r) => r.writeHead(301, { location: 'http://127.0.0.1:1/' }).end(),
      'blocked-address',
    ],
    [
      'a redirect to a port that no web site has',
      (_, r) => r.writeHead(301, { location: 'http://mail.example:25/' }).end(),
      'blocked-port',
    ],
  ];
  it.each(cases)('%s', async (_, answer, reason) => {
    expect(await answered(answer)).toMatchObject({ kind: 'failed', reason, detail: expect.stringMatching(/\S/) });
  });

  it.each([
    ['no answer', (() => {}) as RequestListener],
    [
      'a body that stops',
      ((_, response) => {
        response.writeHead(200);
        response.write('<rss>');
      }) as RequestListener,
    ],
    [
      'a body that drips',
      ((_, response) => {
        const drip = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(drip));
      }) as RequestListener,
    ],
  ])('%s in time', async (_, answer) => {
    expect(await answered(answer, { timeoutMs: 150 })).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  it.each([
    ['no address', 'not an address', 'invalid-url'],
    ['an empty address', '', 'invalid-url'],
    ['a file', 'file:///etc/passwd', 'invalid-url'],
    ['the loopback interface', 'http://127.0.0.1/', 'blocked-address'],
    ['the loopback interface by name', 'http://localhost/', 'blocked-address'],
    ['the loopback interface in IPv6', 'http://[::1]:80/', 'blocked-address'],
    ['an unusual port', 'http://harbour.example:8080/', 'blocked-port'],
  ])('%s', async (_, url, reason) => {
    expect(await fetcher([])(ask(url))).toMatchObject({ kind: 'failed', reason });
  });

  it('a closed port', async () => {
    const { origin, server } = await loopbackServer(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ kind: 'failed', reason: 'connect' });
  });

  it('a validator that no header can carry', async () => {
    const { origin } = await loopbackServer((_, response) => response.end());
    expect(await fetcher([origin])(ask(`${origin}/`, { etag: 'a\r\nx-evil: 1' }))).toMatchObject({ kind: 'failed' });
  });
});

describe('redirects', () => {
  it('are followed, with the same headers at each hop, and the last address is told', async () => {
    const agents: (string | undefined)[] = [];
    const { origin } = await loopbackServer((request, response) => {
      agents.push(`${request.url} ${request.headers['user-agent']} ${request.headers.referer}`);
      const next: Record<string, string> = { '/a': 'b', '/b': '/c?d=1' };
      const location = next[request.url ?? ''];
      if (location === undefined) response.end('there');
      else response.writeHead(308, { location, 'set-cookie': 'a=b' }).end();
    });
    const outcome = await fetcher([origin])(ask(`${origin}/a`));
    expect(outcome).toMatchObject({ kind: 'response', url: `${origin}/c?d=1` });
    expect(agents).toEqual(['/a', '/b', '/c?d=1'].map((path) => `${path} ${USER_AGENT} undefined`));
  });

  it('from one allowed origin to another are followed; to a port that is not allowed they are not', async () => {
    const other = await loopbackServer((_, response) => response.end('other'));
    const { origin } = await loopbackServer((_, response) =>
      response.writeHead(302, { location: `${other.origin}/` }).end(),
    );
    expect(bodyOf(await fetcher([origin, other.origin])(ask(`${origin}/`)))).toBe('other');
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ reason: 'blocked-address' });
  });

  it('without a location are answers', async () => {
    expect(await answered((_, response) => response.writeHead(302).end())).toMatchObject({ status: 302 });
  });
});

describe('names', () => {
  it('that resolve to a private address are blocked', async () => {
    const fetch = fetcher([], { lookup: guardedLookup(fakeResolve('10.0.0.7')) });
    expect(await fetch(ask('http://intranet.example/'))).toMatchObject({
      reason: 'blocked-address',
      detail: 'intranet.example resolves to 10.0.0.7, which is not a public address',
    });
  });

  it('that change their answer after a check gain nothing, for each connection resolves and checks for itself', async () => {
    const resolve = fakeResolve('8.8.8.8', '127.0.0.1');
    resolve('rebind.example', { all: true }, () => {});
    const lookup = guardedLookup(resolve);
    const outcome = await fetcher([], { lookup })(ask('http://rebind.example/'));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'blocked-address' });
  });

  it('that do not resolve are a failure of DNS', async () => {
    const resolve = ((_name: string, _options: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))) as typeof systemLookup;
    const outcome = await fetcher([], { lookup: guardedLookup(resolve) })(ask('http://nowhere.example/'));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'dns' });
  });
});

describe('connections', () => {
  it('that a server has closed in the meantime are not blamed on the publisher', async () => {
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
