import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FetchOutcome } from '../../../../lambdas/core/web/fetcher.ts';
import { answered, ask, fetcher, MAX_BYTES } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

describe('a fetch fails with a reason', () => {
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
    ['an unknown encoding', (_, response) => response.setHeader('content-encoding', 'sdch').end('x'), 'bad-encoding'],
    [
      'an encoding with the name of an object property',
      (_, response) => response.setHeader('content-encoding', 'constructor').end('x'),
      'bad-encoding',
    ],
    [
      'three encodings',
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
      (_, response) => response.setHeader('content-encoding', 'gzip').end('\u001f<rss/>'),
      'bad-encoding',
    ],
    [
      'plain text that is declared as brotli',
      (_, response) => response.setHeader('content-encoding', 'br').end('<rss version="2.0"/>'),
      'bad-encoding',
    ],
    [
      'plain text that is declared as zstandard',
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
    ['an answer that is not HTTP', (request) => request.socket.end('220 ftp.example ready\r\n'), 'protocol'],
    [
      'an answer that switches to another protocol',
      (request) => request.socket.end('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      'protocol',
    ],
    [
      'headers without end',
      (request) => request.socket.end(`HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(50_000)}\r\n`),
      'headers-too-large',
    ],
    ['a redirect that cannot be followed', (_, r) => r.writeHead(302, { location: 'http://[' }).end(), 'bad-redirect'],
    [
      'a redirect to a host that DNS cannot name',
      (_, r) => r.writeHead(302, { location: `https://${'a.'.repeat(2_000)}example/` }).end(),
      'bad-redirect',
    ],
    [
      'a redirect to an address of 5,000 characters',
      (_, r) => r.writeHead(302, { location: `/${'a'.repeat(5_000)}` }).end(),
      'bad-redirect',
    ],
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
      'a redirect to the port of a mail server',
      (_, r) => r.writeHead(301, { location: 'http://mail.example:25/' }).end(),
      'blocked-port',
    ],
  ];
  it.each(cases)('%s fails with its reason', async (_, answer, reason) => {
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
  ])('%s fails with timeout', async (_, answer) => {
    expect(await answered(answer, { timeoutMs: 150 })).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  it.each([
    ['a text that is no address', 'not an address', 'invalid-url'],
    ['an empty address', '', 'invalid-url'],
    ['a file', 'file:///etc/passwd', 'invalid-url'],
    ['the loopback interface', 'http://127.0.0.1/', 'blocked-address'],
    ['the loopback interface by name', 'http://localhost/', 'blocked-address'],
    ['the loopback interface in IPv6', 'http://[::1]:80/', 'blocked-address'],
    ['an unusual port', 'http://harbour.example:8080/', 'blocked-port'],
  ])('%s is not fetched', async (_, url, reason) => {
    expect(await fetcher([])(ask(url))).toMatchObject({ kind: 'failed', reason });
  });

  it('a closed port fails with connect', async () => {
    const { origin, server } = await loopbackServer(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ kind: 'failed', reason: 'connect' });
  });

  it('a connection that takes five seconds fails with timeout', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const neverResolves = () => {};
    let outcome: FetchOutcome | undefined;
    const fetched = fetcher([], { lookup: neverResolves })(ask('http://harbour.example/')).then(
      (settled) => (outcome = settled),
    );
    await vi.advanceTimersByTimeAsync(4_999);
    expect(outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(await fetched).toMatchObject({ kind: 'failed', reason: 'timeout', detail: 'no connection within 5000 ms' });
  });

  it('a validator that is no valid header value fails', async () => {
    const { origin } = await loopbackServer((_, response) => response.end());
    expect(await fetcher([origin])(ask(`${origin}/`, { etag: 'a\r\nx-evil: 1' }))).toMatchObject({ kind: 'failed' });
  });
});
