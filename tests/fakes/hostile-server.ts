/** A hostile or broken publisher: one path for each kind of attack or fault. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';

const ITEM = '<item><guid>a</guid><title>Ferry returns</title></item>';
export const GOOD_FEED = `<rss version="2.0"><channel><title>Harbour Post</title>${ITEM}</channel></rss>`;

/** Exceeds every limit when decompressed. */
const TEN_MEGABYTES = Buffer.alloc(10_000_000, ' ');
const repeated = (member: Buffer): Buffer => Buffer.concat(Array.from({ length: 10 }, () => member));
const encoded = (encoding: string, make: () => Buffer) => {
  const body = make();
  return (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200, { 'content-encoding': encoding }).end(body);
};
const raw = (text: string) => (request: IncomingMessage) => void request.socket.end(text);
const redirected = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(301, { location }).end();

/** Writes chunks until the connection closes: every few milliseconds, or else as fast as the client reads. */
function endless({ request, chunk, everyMs }: { request: IncomingMessage; chunk: string; everyMs?: number }): void {
  const { socket } = request;
  socket.on('error', () => {});
  const timer = everyMs === undefined ? undefined : setInterval(() => socket.write(chunk), everyMs);
  socket.on('close', () => clearInterval(timer));
  const flood = (): void => {
    while (!socket.destroyed && socket.write(chunk));
  };
  if (everyMs === undefined) {
    socket.on('drain', flood);
    flood();
  }
}

const laughs = (): string => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`);
  const doctype = `<!DOCTYPE rss [<!ENTITY lol0 "lol">${entities.join('')}]>`;
  return `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>&lol9;</title></channel></rss>`;
};

export interface Hostility {
  readonly what: string;
  readonly path: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** The expected failure. */
  readonly reason: string;
}

const hostility = (path: string, what: string, reason: string, answer: Hostility['answer']): Hostility => ({
  what,
  path,
  reason,
  answer,
});

export const HOSTILITIES: readonly Hostility[] = [
  hostility('/silence', 'no answer', 'timeout', () => {}),
  hostility('/slow-headers', 'headers that drip', 'timeout', (request) => {
    request.socket.write('HTTP/1.1 200 OK\r\n');
    endless({ request, chunk: 'x: y\r\n', everyMs: 5 });
  }),
  hostility('/slow-body', 'a body that drips', 'timeout', (request) => {
    request.socket.write('HTTP/1.1 200 OK\r\n\r\n<rss>');
    endless({ request, chunk: ' ', everyMs: 5 });
  }),
  hostility('/endless-body', 'a body without end', 'too-large', (request) => {
    request.socket.write('HTTP/1.1 200 OK\r\n\r\n<rss>');
    endless({ request, chunk: ' '.repeat(65_536) });
  }),
  hostility('/endless-error', 'an error page without end', 'http-500', (request) => {
    request.socket.write('HTTP/1.1 500 Broken\r\n\r\n');
    endless({ request, chunk: ' '.repeat(65_536) });
  }),
  hostility('/announced', 'a length beyond all limits', 'too-large', (_, response) => {
    response.writeHead(200, { 'content-length': '999999999999' }).flushHeaders();
  }),
  hostility(
    '/gzip-bomb',
    'a gzip bomb',
    'zip-bomb',
    encoded('gzip', () => repeated(gzipSync(TEN_MEGABYTES))),
  ),
  hostility(
    '/deflate-bomb',
    'a deflate bomb',
    'zip-bomb',
    encoded('deflate', () => deflateRawSync(TEN_MEGABYTES)),
  ),
  hostility(
    '/br-bomb',
    'a brotli bomb',
    'zip-bomb',
    encoded('br', () => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
      return brotliCompressSync(Buffer.alloc(100_000_000), { params });
    }),
  ),
  hostility(
    '/zstd-bomb',
    'a zstandard bomb',
    'zip-bomb',
    encoded('zstd', () => repeated(zstdCompressSync(TEN_MEGABYTES))),
  ),
  hostility(
    '/nested-bomb',
    'a bomb in a bomb',
    'zip-bomb',
    encoded('gzip, gzip', () => gzipSync(repeated(gzipSync(TEN_MEGABYTES)))),
  ),
  hostility(
    '/garbage-gzip',
    'a body that only begins like gzip',
    'bad-encoding',
    encoded('gzip', () => Buffer.from(`\u001f${GOOD_FEED}`)),
  ),
  hostility(
    '/broken-gzip',
    'gzip that breaks',
    'bad-encoding',
    encoded('gzip', () => {
      const bytes = gzipSync(GOOD_FEED);
      return bytes.fill(0xff, Math.floor(bytes.length / 2));
    }),
  ),
  hostility('/huge-header', 'a header of 10 MB', 'headers-too-large', (request) => {
    request.socket.on('error', () => {});
    request.socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(10_000_000)}\r\n\r\n`);
  }),
  hostility(
    '/short',
    'a body that is shorter than its declared length',
    'reset',
    raw(`HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n${GOOD_FEED}`),
  ),
  hostility(
    '/long',
    'a body that is longer than its declared length',
    'protocol',
    raw(`HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n${GOOD_FEED}`),
  ),
  hostility('/reset', 'a reset in the middle', 'reset', (_, response) => {
    response.writeHead(200, { 'content-length': '9999' });
    response.write('<rss>', () => response.socket?.resetAndDestroy());
  }),
  hostility('/loop', 'a redirect loop', 'too-many-redirects', redirected('/loop')),
  hostility(
    '/metadata',
    'a redirect to the metadata service',
    'blocked-address',
    redirected('http://169.254.169.254/latest/meta-data/'),
  ),
  hostility(
    '/metadata-6',
    'a redirect to the metadata service in IPv6',
    'blocked-address',
    redirected('http://[::ffff:a9fe:a9fe]/'),
  ),
  hostility(
    '/rebinding',
    'a redirect to a name that has turned to loopback',
    'blocked-address',
    redirected('http://rebinding.example/'),
  ),
  hostility('/laughs', 'a billion laughs', 'broken-feed', (_, response) => void response.end(laughs())),
];

export const hostileServer: RequestListener = (request, response) => {
  const hostility = HOSTILITIES.find(({ path }) => path === request.url);
  if (hostility === undefined) response.end(GOOD_FEED);
  else hostility.answer(request, response);
};
