/** A response's body: decompressed, and refused when it grows too large. */
import type { IncomingMessage } from 'node:http';
import { Duplex, PassThrough, Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** A server that wraps more often than this has lost its mind, or means us harm. */
const MAX_ENCODINGS = 2;
/**
 * A body that grows to more than a hundred times its size is a zip bomb: text shrinks to a fifth or a twentieth, while
 * deflate alone reaches 1032 : 1 (https://zlib.net/zlib_tech.html). Apache POI's `ZipSecureFile` draws the line there
 * too.
 */
const MAX_GROWTH = 100;
/** Decompressed bytes that may come of anything: a short body that repeats itself is no harm. */
const HARMLESS_BYTES = 1_000_000;
/** Of a body that nobody reads, the bytes that are still taken in, so that the connection can be kept. */
const MAX_DISCARDED_BYTES = 65_536;

export class BodyTooLargeError extends Error {
  readonly code = 'BODY_TOO_LARGE';
}

export class ZipBombError extends Error {
  readonly code = 'ZIP_BOMB';
}

export class EncodingError extends Error {
  readonly code = 'BAD_ENCODING';
}

/** What is no encoding, but stands there all the same; only `identity` has a meaning (RFC 9110 §12.5.3). */
const PLAIN: ReadonlySet<string> = new Set(['', 'identity', 'none', 'utf-8', 'utf8']);

/**
 * Some servers say gzip and send the text as it is, which never begins with the first byte of gzip (RFC 1952 §2.3.1).
 * `deflate` is a zlib stream (RFC 9110 §8.4.1.2), but half of the servers leave its frame out. The frame begins with the
 * method 8 in the low half of the first byte (RFC 1950 §2.2), which no useful stream without it does.
 */
const gunzip = (): Duplex => toldByFirstByte((byte) => (byte === 0x1f ? createGunzip() : new PassThrough()));
const inflate = (): Duplex => toldByFirstByte((byte) => ((byte & 0x0f) === 8 ? createInflate() : createInflateRaw()));

const DECODERS: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', createBrotliDecompress],
  ['zstd', createZstdDecompress],
]);

/**
 * Nothing is held but the decompressed bytes so far, `maxBytes` at most.
 *
 * @param maxBytes of the decompressed body.
 * @throws {BodyTooLargeError} @throws {ZipBombError} @throws {EncodingError} and the stream's own errors.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = new BodyTooLargeError(`The body is larger than ${maxBytes} bytes.`);
  try {
    if (Number(response.headers['content-length']) > maxBytes) throw tooLarge;
    const decoders = encodingsOf(response).reverse().map(decoder);
    let received = 0;
    let size = 0;
    const chunks: Buffer[] = [];
    const collect = new Writable({
      write(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > maxBytes) return done(tooLarge);
        if (size > HARMLESS_BYTES && size > received * MAX_GROWTH)
          return done(new ZipBombError(`The body grows to more than ${MAX_GROWTH} times its size.`));
        chunks.push(chunk);
        done();
      },
    });
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline([response, count, ...decoders, collect]);
    return Buffer.concat(chunks);
  } catch (error) {
    response.destroy();
    throw error;
  }
}

/** Lets go of a body that nobody reads. A long one takes its connection with it. */
export function discardBody(response: IncomingMessage): void {
  let size = 0;
  response.on('error', () => {}); // the answer is complete without it
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_DISCARDED_BYTES) response.destroy();
  });
}

function encodingsOf(response: IncomingMessage): string[] {
  const names = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !PLAIN.has(name));
  if (names.length > MAX_ENCODINGS) throw new EncodingError(`The body is encoded ${names.length} times.`);
  return names;
}

function decoder(name: string): Duplex {
  const create = DECODERS.get(name);
  if (create === undefined) throw new EncodingError(`The body's encoding "${name.slice(0, 40)}" is unknown.`);
  return create();
}

/** A decoder that is chosen when the stream has begun. */
const toldByFirstByte = (choose: (byte: number) => Duplex): Duplex =>
  Duplex.from(async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const chunks = source[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done) return;
    const chosen = choose(first.value[0] ?? 0);
    const whole = async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    };
    const done = pipeline(Readable.from(whole()), chosen).catch(() => {}); // its error reaches us through `chosen`
    yield* chosen as AsyncIterable<Buffer>;
    await done;
  });
