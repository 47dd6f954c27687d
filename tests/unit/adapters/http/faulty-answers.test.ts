import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, bodyOf, fetcher } from '../../../fakes/fetching.ts';
import { rawServer } from '../../../fakes/raw-server.ts';

const BODY = '<rss version="2.0"><channel><title>Harbour</title></channel></rss>';
const LENGTH = String(BODY.length);
const SIZE = BODY.length.toString(16);
const CHUNKS = `${SIZE}\r\n${BODY}\r\n0\r\n\r\n`;
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n';
const OK = 'HTTP/1.1 200 OK\r\n';

/** Fetches from a server that answers with these bytes, and ends the connection only if `ends`. */
async function fetched(answer: string | Buffer, ends = false) {
  const { origin } = await rawServer((_, socket) => {
    socket.write(typeof answer === 'string' ? Buffer.from(answer, 'latin1') : answer);
    if (ends) socket.end();
    return undefined;
  });
  return fetcher([origin], { timeoutMs: 2_000 })(ask(`${origin}/feed`));
}

describe('an answer with a fault that RFC 9112 lets a recipient read is read', () => {
  it.each([
    ['chunks and a length in one head', `${CHUNKED}Content-Length: 5\r\n\r\n${CHUNKS}`],
    ['a length before the chunks', `${OK}Content-Length: 4000\r\nTransfer-Encoding: chunked\r\n\r\n${CHUNKS}`],
    ['chunks and two lengths', `${CHUNKED}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${CHUNKS}`],
    ['chunked declared twice', `${CHUNKED}Transfer-Encoding: chunked\r\n\r\n${CHUNKS}`],
    ['chunked declared twice in one field', `${OK}Transfer-Encoding: chunked, chunked\r\n\r\n${CHUNKS}`],
    ['CHUNKED in capitals', `${OK}Transfer-Encoding: Chunked\r\n\r\n${CHUNKS}`],
    [
      'the coding identity and a length',
      `${OK}Transfer-Encoding: identity\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`,
    ],
    ['header lines that end in LF alone', `HTTP/1.1 200 OK\nServer: small\nContent-Length: ${LENGTH}\n\n${BODY}`],
    ['some header lines that end in LF alone', `${OK}Server: small\nContent-Length: ${LENGTH}\n\r\n${BODY}`],
    ['CR twice before each LF', `HTTP/1.1 200 OK\r\r\nContent-Length: ${LENGTH}\r\r\n\r\r\n${BODY}`],
    ['chunks whose lines end in LF alone', `HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n${SIZE}\n${BODY}\n0\n\n`],
    ['a control character in a header', `${OK}X-Powered-By: a\x01b\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a NUL in a header', `${OK}X-Cache: \0\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a DEL in a header', `${OK}X-Cache: HIT\x7f\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['an escape sequence in a header', `${OK}X-Cache: \x1b[31mred\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a lone CR in a header', `${OK}X-Cache: one\rtwo\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a folded header', `${OK}X-Policy: one;\r\n\ttwo;\r\n  three\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a folded line after the status line', `${OK} folded\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['blanks before a colon', `${OK}Server : old\r\nContent-Length : ${LENGTH}\r\n\r\n${BODY}`],
    ['a line that is no header', `${OK}<!-- debug -->\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a header without a name', `${OK}: nameless\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['the length twice', `${OK}Content-Length: ${LENGTH}\r\ncontent-length: ${LENGTH}\r\n\r\n${BODY}`],
    ['the length three times', `${OK}${`Content-Length: ${LENGTH}\r\n`.repeat(3)}\r\n${BODY}`],
    ['the length twice in one field', `${OK}Content-Length: ${LENGTH}, ${LENGTH}\r\n\r\n${BODY}`],
    ['a length and a comma', `${OK}Content-Length: ${LENGTH},\r\n\r\n${BODY}`],
    ['blanks behind the sizes of chunks', `${CHUNKED}\r\n${SIZE}   \r\n${BODY}\r\n0  \r\n\r\n`],
    ['tabs behind the sizes of chunks', `${CHUNKED}\r\n${SIZE}\t\r\n${BODY}\r\n0\t\t\r\n\r\n`],
    ['blanks before the sizes of chunks', `${CHUNKED}\r\n  ${SIZE}\r\n${BODY}\r\n 0\r\n\r\n`],
    ['extensions of chunks', `${CHUNKED}\r\n${SIZE};a=b;c="d e"\r\n${BODY}\r\n0 ; last\r\n\r\n`],
    ['zeros before the sizes of chunks', `${CHUNKED}\r\n000${SIZE}\r\n${BODY}\r\n0000\r\n\r\n`],
    ['trailers after the last chunk', `${CHUNKED}\r\n${SIZE}\r\n${BODY}\r\n0\r\nX-Sum: \x01\r\n\r\n`],
    ['chunks in an answer of HTTP/1.0', `HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${CHUNKS}`],
    ['no reason in the status line', `HTTP/1.1 200\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['two blanks in the status line', `HTTP/1.1  200  OK\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['a control character in the status line', `HTTP/1.1 200 O\x01K\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['an unknown version of HTTP', `HTTP/1.2 200 OK\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['an empty line before the status line', `\r\n${OK}Content-Length: ${LENGTH}\r\n\r\n${BODY}`],
    [
      'an interim answer with LF alone',
      `HTTP/1.1 103 Early\nLink: </a>\n\n${OK}Content-Length: ${LENGTH}\r\n\r\n${BODY}`,
    ],
  ])('%s', async (_, answer) => {
    expect(bodyOf(await fetched(answer))).toBe(BODY);
  });

  it.each([
    ['no length, HTTP/1.0', `HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n${BODY}`],
    ['no length, with LF alone', `HTTP/1.1 200 OK\nContent-Type: text/xml\n\n${BODY}`],
    ['the coding identity', `${OK}Transfer-Encoding: identity\r\n\r\n${BODY}`],
  ])('%s: the body ends with the connection', async (_, answer) => {
    expect(bodyOf(await fetched(answer, true))).toBe(BODY);
  });

  it('gzip in chunks, with a length and LF alone', async () => {
    const zipped = gzipSync(BODY);
    const head = 'HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 7\nTransfer-Encoding: chunked\n\n';
    const answer = Buffer.concat([
      Buffer.from(`${head}${zipped.length.toString(16)} \n`),
      zipped,
      Buffer.from('\n0 \n\n'),
    ]);
    expect(bodyOf(await fetched(answer))).toBe(BODY);
  });

  it('chunks and heads that arrive byte by byte', async () => {
    const answer = `HTTP/1.1 200 OK\nX-A: \x01\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\n\r\n5 ;x\r\nhello\r\n6\t\n world\n0\n\n`;
    const { origin } = await rawServer((_, socket) => {
      const send = (at: number): void => {
        if (at === answer.length) return;
        socket.write(answer.slice(at, at + 1), 'latin1', () => setImmediate(send, at + 1));
      };
      socket.setNoDelay(true);
      send(0);
      return undefined;
    });
    expect(bodyOf(await fetcher([origin])(ask(`${origin}/`)))).toBe('hello world');
  });

  it('a 304 with a body is a 304', async () => {
    expect(await fetched('HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n<html>not modified</html>')).toMatchObject({
      kind: 'response',
      status: 304,
      headers: { etag: '"a"' },
      body: new Uint8Array(),
    });
  });
});

describe('the headers of an answer with a fault', () => {
  const headersOf = async (lines: string) => {
    const outcome = await fetched(`${OK}${lines}\r\nContent-Length: 0\r\n\r\n`);
    return outcome.kind === 'response' ? outcome.headers : undefined;
  };

  it('control characters become blanks', async () => {
    expect(await headersOf('ETag: "a\x01\x1b[2Jb\x7f"')).toMatchObject({ etag: '"a  [2Jb "' });
  });

  it('a folded value is one value', async () => {
    expect(await headersOf('Link: </a>;\r\n  rel=hub')).toMatchObject({ link: '</a>; rel=hub' });
  });

  it('all other headers stay as they are', async () => {
    const lines = 'X-A: \x01\r\nETag: W/"é"\r\nLink: </a>; rel=self\r\nLink: </b>; rel=hub';
    expect(await headersOf(lines)).toMatchObject({ etag: 'W/"é"', link: '</a>; rel=self, </b>; rel=hub' });
  });
});

describe('an answer whose end is ambiguous or unreadable is a failure', () => {
  it.each([
    ['two lengths that differ', `${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`, 'protocol'],
    ['two lengths that differ in one field', `${OK}Content-Length: 5, 6\r\n\r\nhello!`, 'protocol'],
    [
      'two lengths that differ, with LF alone',
      'HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 6\n\nhello!',
      'protocol',
    ],
    ['a negative length', `${OK}Content-Length: -5\r\n\r\nhello`, 'protocol'],
    ['a length with a sign', `${OK}Content-Length: +5\r\n\r\nhello`, 'protocol'],
    ['a hexadecimal length', `${OK}Content-Length: 0x5\r\n\r\nhello`, 'protocol'],
    ['a length beyond all numbers', `${OK}Content-Length: ${'9'.repeat(30)}\r\n\r\nhello`, 'protocol'],
    ['two negative lengths', `${OK}Content-Length: -5\r\nContent-Length: -5\r\n\r\nhello`, 'protocol'],
    ['a chunk size beyond 64 bits', `${CHUNKED}\r\n1${'0'.repeat(16)}\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['a negative chunk size', `${CHUNKED}\r\n-5\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['a chunk size of two numbers', `${CHUNKED}\r\n5 5\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['a chunk size that is no number', `${CHUNKED}\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['an empty chunk size', `${CHUNKED}\r\n\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['a chunk that is longer than its size', `${CHUNKED}\r\n4\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['a chunk extension of 100 kB', `${CHUNKED}\r\n5;${'x'.repeat(100_000)}\r\nhello\r\n0\r\n\r\n`, 'protocol'],
    ['eleven interim answers', `${'HTTP/1.1 103 Early\r\n\r\n'.repeat(11)}${OK}\r\n`, 'protocol'],
    ['an answer of HTTP/0.9', BODY, 'protocol'],
    ['an answer of another protocol', 'ICY 200 OK\r\n\r\n', 'protocol'],
    ['a head of 200 kB with LF alone', `HTTP/1.1 200 OK\n${'X-A: \x01b\n'.repeat(25_000)}\n`, 'headers-too-large'],
    ['a header of 70 kB', `${OK}X-A: ${'b'.repeat(70_000)}\r\n\r\n`, 'headers-too-large'],
  ])('%s', async (_, answer, reason) => {
    expect(await fetched(answer)).toMatchObject({ kind: 'failed', reason });
  });

  it.each([
    ['a head that stops', 'HTTP/1.1 200 OK\nX-A: b\n', 'reset'],
    ['a chunk that stops', `${CHUNKED}\r\n10 \r\nhello`, 'reset'],
    ['chunks without the last line', `${CHUNKED}\r\n5 \r\nhello\r\n0\r\n`, 'reset'],
    ['trailers without end', `${CHUNKED}\r\n5\r\nhello\r\n0\r\n${'X-A: b\r\n'.repeat(20_000)}`, 'reset'],
    ['chunks without the last chunk', `${CHUNKED}\r\n5 \r\nhello\r\n`, 'reset'],
    ['a chunk size of 16 digits', `${CHUNKED}\r\nFFFFFFFFFFFFFFFF\r\nhello`, 'reset'],
    ['an endless chunk size', `${CHUNKED}\r\n${'0'.repeat(100_000)}`, 'reset'],
    ['a chunk size of 13 digits', `${CHUNKED}\r\nFFFFFFFFFFFFF\r\nhello`, 'reset'],
  ])('%s when the connection ends', async (_, answer, reason) => {
    expect(await fetched(answer, true)).toMatchObject({ kind: 'failed', reason });
  });

  it('a head that drips fails with timeout', async () => {
    const { origin } = await rawServer((_, socket) => {
      socket.write('HTTP/1.1 200 OK\n');
      const drip = setInterval(() => socket.write('X-A: b\n'), 5);
      socket.on('close', () => clearInterval(drip));
      return undefined;
    });
    const fetch = fetcher([origin], { timeoutMs: 150 });
    expect(await fetch(ask(`${origin}/`))).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });
});

describe('the connection', () => {
  const connectionsFor = async (answer: string): Promise<number> => {
    const server = await rawServer(() => answer);
    const fetch = fetcher([server.origin]);
    for (const path of ['/1', '/2']) expect(bodyOf(await fetch(ask(`${server.origin}${path}`)))).toBe(BODY);
    return server.connections();
  };

  it.each([
    ['a length', `${OK}Content-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['chunks', `${CHUNKED}\r\n${CHUNKS}`],
    ['an interim answer', `HTTP/1.1 103 Early\r\n\r\n${OK}Content-Length: ${LENGTH}\r\n\r\n${BODY}`],
  ])('is used again after an answer with %s and no fault', async (_, answer) => {
    expect(await connectionsFor(answer)).toBe(1);
  });

  it.each([
    ['chunks and a length', `${CHUNKED}Content-Length: 5\r\n\r\n${CHUNKS}`],
    ['LF alone', `HTTP/1.1 200 OK\nContent-Length: ${LENGTH}\n\n${BODY}`],
    ['the length twice', `${OK}Content-Length: ${LENGTH}\r\nContent-Length: ${LENGTH}\r\n\r\n${BODY}`],
    ['blanks behind sizes of chunks', `${CHUNKED}\r\n${SIZE} \r\n${BODY}\r\n0\r\n\r\n`],
    ['trailers', `${CHUNKED}\r\n${SIZE}\r\n${BODY}\r\n0\r\nX-Sum: 1\r\n\r\n`],
  ])('is closed after an answer with %s', async (_, answer) => {
    expect(await connectionsFor(answer)).toBe(2);
  });

  it('bytes after the last chunk are no answer to the next request', async () => {
    const evil = `${OK}Content-Length: 4\r\n\r\nevil`;
    let asked = 0;
    const { origin } = await rawServer(() =>
      asked++ === 0 ? `${CHUNKED}\r\n${CHUNKS}${evil}` : `${OK}Content-Length: ${LENGTH}\r\n\r\n${BODY}`,
    );
    const fetch = fetcher([origin]);
    for (const path of ['/1', '/2']) expect(bodyOf(await fetch(ask(`${origin}${path}`)))).toBe(BODY);
  });

  it('is closed when trailers come after the last chunk in a packet of their own', async () => {
    const server = await rawServer((_, socket) => {
      socket.write(`${CHUNKED}\r\n${SIZE}\r\n${BODY}\r\n0\r\n`);
      setTimeout(() => socket.write('X-Sum: 1\r\n\r\n'), 20);
      return undefined;
    });
    const fetch = fetcher([server.origin]);
    for (const path of ['/1', '/2']) expect(bodyOf(await fetch(ask(`${server.origin}${path}`)))).toBe(BODY);
    expect(server.connections()).toBe(2);
  });

  it('is used again when the line after the last chunk comes in a packet of its own', async () => {
    const server = await rawServer((_, socket) => {
      socket.write(`${CHUNKED}\r\n${SIZE}\r\n${BODY}\r\n0\r\n`);
      setTimeout(() => socket.write('\r\n'), 20);
      return undefined;
    });
    const fetch = fetcher([server.origin]);
    for (const path of ['/1', '/2']) expect(bodyOf(await fetch(ask(`${server.origin}${path}`)))).toBe(BODY);
    expect(server.connections()).toBe(1);
  });
});
