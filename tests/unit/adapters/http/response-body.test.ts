import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answered, ask, bodyOf, fetcher } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

const encoded = (encoding: string, body: Buffer | string, maxBytes = 10_000) =>
  answered((_, response) => response.setHeader('content-encoding', encoding).end(body), { maxBytes });

describe('the encoding of a body', () => {
  it.each([
    ['no encoding', ''],
    ['identity', 'identity'],
    ['the word none', 'none'],
    ['a charset', 'utf-8'],
    ['a charset without its dash', 'utf8'],
    ['three names that are no encodings', 'identity, none ,UTF-8'],
    ['the charset of Cyrillic Windows', 'windows-1251'],
    ['the charset of Western Europe', 'ISO-8859-1'],
    ['the charset of Russian mail', 'koi8-r'],
    ['the charset of Japanese Windows', 'Shift_JIS'],
    ['the charset of simplified Chinese', 'gb2312'],
    ['the charset of Korean', 'euc-kr'],
    ['a charset with two bytes a character', 'utf-16'],
    ['a charset and its parameter', 'charset=utf-8'],
    ['a transfer encoding of mail', '8bit'],
  ])('a body is read as it is when it declares %s', async (_, encoding) => {
    expect(bodyOf(await encoded(encoding, '<rss/>'))).toBe('<rss/>');
  });

  it('a body is decoded when its encoding stands between names that are no encodings', async () => {
    expect(bodyOf(await encoded('identity, gzip , utf-8', gzipSync('<rss/>')))).toBe('<rss/>');
  });

  it('an empty body that is declared as gzip is empty', async () => {
    expect(bodyOf(await encoded('gzip', ''))).toBe('');
  });

  it.each([
    ['an unknown encoding', `sdch${'x'.repeat(50)}`, `The body's encoding "sdch${'x'.repeat(36)}" is unknown.`],
    ['three encodings', 'br, gzip, gzip', 'The body is encoded 3 times.'],
  ])('%s is refused, and the detail names it', async (_, encoding, detail) => {
    expect(await encoded(encoding, 'x')).toEqual({ kind: 'failed', reason: 'bad-encoding', detail });
  });
});

describe('a gzipped file', () => {
  const file = gzipSync('<urlset/>');
  const sent = (headers: Record<string, string>, body: Buffer, maxBytes = 10_000) =>
    answered((_, response) => response.writeHead(200, headers).end(body), { maxBytes });

  it.each([
    ['application/gzip', { 'content-type': 'application/gzip' }],
    ['application/x-gzip', { 'content-type': 'application/x-gzip' }],
    ['application/octet-stream', { 'content-type': 'application/octet-stream' }],
    ['text/xml', { 'content-type': 'text/xml' }],
    ['no type', {}],
    ['the encoding identity', { 'content-encoding': 'identity' }],
  ])('is decompressed when it is sent as %s', async (_, headers) => {
    expect(bodyOf(await sent(headers as Record<string, string>, file))).toBe('<urlset/>');
  });

  it.each([
    ['once more on the way', { 'content-encoding': 'gzip' }, gzipSync(file)],
    ['by brotli on the way', { 'content-encoding': 'br' }, brotliCompressSync(file)],
  ])('is decompressed when it is compressed %s', async (_, headers, body) => {
    expect(bodyOf(await sent(headers, body))).toBe('<urlset/>');
  });

  it('with several members is read whole', async () => {
    expect(bodyOf(await sent({}, Buffer.concat([gzipSync('<urlset>'), gzipSync('</urlset>')])))).toBe(
      '<urlset></urlset>',
    );
  });

  it.each([
    ['is refused when it grows beyond the max size', gzipSync('x'.repeat(10_001)), 'too-large'],
    ['is refused when it is cut', file.subarray(0, 20), 'bad-encoding'],
    ['is refused when it is damaged', Buffer.concat([file.subarray(0, 12), Buffer.alloc(20, 0xff)]), 'bad-encoding'],
  ])('%s', async (_, body, reason) => {
    expect(await sent({}, body)).toMatchObject({ kind: 'failed', reason });
  });

  it('that grows to 1,000 times its size is a zip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(9_000_000));
    expect(await sent({}, bomb, 15_000_000)).toMatchObject({ kind: 'failed', reason: 'zip-bomb' });
  });

  it('is refused when it grows beyond the max size after the encoding that it declares', async () => {
    const body = gzipSync(gzipSync(Buffer.alloc(100_000)));
    expect(await sent({ 'content-encoding': 'gzip' }, body)).toMatchObject({ kind: 'failed', reason: 'too-large' });
  });

  it('is cut where it is enough', async () => {
    const { origin } = await loopbackServer((_, response) => response.end(gzipSync('x'.repeat(5_000))));
    expect(bodyOf(await fetcher([origin])(ask(`${origin}/`, { enoughBytes: 300 })))).toBe('x'.repeat(300));
  });

  it('in a file is decompressed once', async () => {
    const outcome = await sent({}, gzipSync(file));
    expect(outcome.kind === 'response' && Buffer.from(outcome.body)).toEqual(file);
  });
});

describe('the size of a body', () => {
  it.each([
    ['a body that is longer than enough is cut, though it exceeds the max size', '', 'x'.repeat(100_000), 300],
    ['a compressed body that is longer than enough is cut', 'gzip', gzipSync('x'.repeat(100_000)), 300],
    ['a body that is shorter than enough is read to its end', '', 'x'.repeat(200), 200],
  ])('%s', async (_, encoding, body, expected) => {
    const { origin } = await loopbackServer((_request, response) =>
      response.setHeader('content-encoding', encoding).end(body),
    );
    const fetch = fetcher([origin], { maxBytes: 10_000 });
    expect(bodyOf(await fetch(ask(`${origin}/`, { enoughBytes: 300 })))).toBe('x'.repeat(expected));
  });

  it('a body that exceeds the max size is refused, and the detail names the size', async () => {
    const detail = 'The body is larger than 10000 bytes.';
    expect(await encoded('identity', 'x'.repeat(10_001))).toEqual({ kind: 'failed', reason: 'too-large', detail });
  });

  it('a body that is declared as too large is refused before it arrives, and its connection is closed', async () => {
    const closed = Promise.withResolvers<void>();
    const outcome = await answered((request, response) => {
      request.socket.on('close', () => closed.resolve());
      response.writeHead(200, { 'content-length': '10001' }).flushHeaders();
    });
    expect(outcome).toMatchObject({ reason: 'too-large' });
    await closed.promise;
  });

  it('a body of 1 MB may have any ratio', async () => {
    const million = ' '.repeat(1_000_000);
    expect(bodyOf(await encoded('gzip', gzipSync(million), 3_000_000))).toBe(million);
  });

  it('a larger body whose ratio exceeds 100 is a zip bomb', async () => {
    const detail = 'The body grows to more than 100 times its size.';
    const outcome = await encoded('gzip', gzipSync(' '.repeat(2_000_000)), 3_000_000);
    expect(outcome).toEqual({ kind: 'failed', reason: 'zip-bomb', detail });
  });

  it('a larger body whose ratio stays below 100 is read', async () => {
    const compressible = Array.from({ length: 150_000 }, (_, index) => `line ${index}`).join('\n');
    expect(bodyOf(await encoded('gzip', gzipSync(compressible), 3_000_000))).toBe(compressible);
  });
});

describe('a discarded body', () => {
  const pause = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 50));
  /** Fetches an error with a body of this size, then another page. @returns the number of connections */
  async function connectionsOf(bytes: number, status = 500): Promise<number> {
    const sockets = new Set<unknown>();
    const { origin } = await loopbackServer((request, response) => {
      sockets.add(request.socket);
      if (request.url === '/error') response.writeHead(status, { location: '/page' }).end('x'.repeat(bytes));
      else response.end('ok');
    });
    const fetch = fetcher([origin]);
    await fetch(ask(`${origin}/error`, { refuses: pause }));
    await pause();
    expect(bodyOf(await fetch(ask(`${origin}/page`)))).toBe('ok');
    return sockets.size;
  }

  it('the connection is kept after an error with a short body', async () => {
    expect(await connectionsOf(60_000)).toBe(1);
  });

  it('the connection is kept after a redirect with a short body', async () => {
    expect(await connectionsOf(100, 302)).toBe(1);
  });

  it('the connection is closed after an error with a body over 64 KiB', async () => {
    expect(await connectionsOf(10_000_000)).toBe(2);
  });
});
