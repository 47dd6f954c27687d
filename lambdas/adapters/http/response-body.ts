/** The body of a response: decompressed, with a max size. */
import type { IncomingMessage } from 'node:http';
import { Duplex, PassThrough, Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** Max encodings of one body. Servers apply one; more than two are a fault or an attack. */
const MAX_ENCODINGS = 2;
/**
 * Max ratio of decompressed to received bytes; a body above it is a zip bomb. Text has 5 to 20, and deflate reaches
 * 1032 (https://zlib.net/zlib_tech.html). Apache POI's `ZipSecureFile` has the same limit.
 */
const MAX_GROWTH = 100;
/** Decompressed bytes up to which any ratio is allowed, because a short body that repeats itself is harmless. */
const HARMLESS_BYTES = 1_000_000;
/** Max bytes that are read of a discarded body, so that the connection can be kept. */
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

/**
 * Values of `Content-Encoding` that name no encoding: `identity` (RFC 9110 §12.5.3), and MIME's transfer encodings that change
 * nothing (RFC 2045 §6.2). Charsets name none either, see `isCharset`.
 */
const PLAIN: ReadonlySet<string> = new Set(['', 'identity', 'none', '7bit', '8bit', 'binary']);

/** The first bytes of gzip with deflate (RFC 1952 §2.3.1). No text begins so. */
const GZIP_START = Buffer.from([0x1f, 0x8b, 0x08]);

/** Some servers declare gzip and send plain text. Text never begins with the first byte of gzip (RFC 1952 §2.3.1). */
const gunzip = (): Duplex => chosenByFirstByte((byte) => (byte === 0x1f ? createGunzip() : new PassThrough()));
/**
 * `deflate` is a zlib stream (RFC 9110 §8.4.1.2), but half of the servers omit the zlib header. The low half of the
 * header's first byte is the method 8 (RFC 1950 §2.2); no useful stream without the header begins so.
 */
const inflate = (): Duplex => chosenByFirstByte((byte) => ((byte & 0x0f) === 8 ? createInflate() : createInflateRaw()));

const DECODERS: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', createBrotliDecompress],
  ['zstd', createZstdDecompress],
]);

/**
 * Reads and decompresses a body. It holds the decompressed bytes only, `maxBytes` at most. A gzipped file, such as a
 * sitemap (https://www.sitemaps.org/protocol.html), is decompressed too, whatever its headers declare.
 *
 * @param enoughBytes a longer body is cut here and its connection closed
 * @throws {BodyTooLargeError} @throws {ZipBombError} @throws {EncodingError} and the errors of the streams
 */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
  enoughBytes = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  try {
    if (Number(response.headers['content-length']) > maxBytes && enoughBytes > maxBytes) throw tooLarge(maxBytes);
    const limits = { maxBytes, enoughBytes };
    const body = await decompressed(response, encodingsOf(response).reverse().map(decoder), limits);
    const isFile = body.subarray(0, GZIP_START.length).equals(GZIP_START);
    return isFile ? await decompressed(Readable.from([body]), [createGunzip()], limits) : body;
  } catch (error) {
    response.destroy();
    throw error;
  }
}

interface Limits {
  readonly maxBytes: number;
  readonly enoughBytes: number;
}

/** @param source is destroyed if it is cut or fails */
async function decompressed(
  source: Readable,
  decoders: readonly Duplex[],
  { maxBytes, enoughBytes }: Limits,
): Promise<Buffer> {
  const enough = new Error('The body was cut.');
  const chunks: Buffer[] = [];
  let received = 0;
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      const isEnough = size >= enoughBytes;
      if (size > maxBytes && !isEnough) return done(tooLarge(maxBytes));
      if (size > HARMLESS_BYTES && size > received * MAX_GROWTH)
        return done(new ZipBombError(`The body grows to more than ${MAX_GROWTH} times its size.`));
      chunks.push(chunk);
      done(isEnough ? enough : undefined);
    },
  });
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline([source, count, ...decoders, collect]);
    return Buffer.concat(chunks);
  } catch (error) {
    if (error !== enough) throw error;
    source.destroy();
    return Buffer.concat(chunks).subarray(0, enoughBytes);
  }
}

const tooLarge = (maxBytes: number): BodyTooLargeError =>
  new BodyTooLargeError(`The body is larger than ${maxBytes} bytes.`);

/** Discards a body. A body of more than 64 KiB closes its connection. */
export function discardBody(response: IncomingMessage): void {
  let size = 0;
  response.on('error', () => {}); // the outcome doesn't need the body
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
    .filter((name) => !PLAIN.has(name) && !isCharset(name));
  if (names.length > MAX_ENCODINGS) throw new EncodingError(`The body is encoded ${names.length} times.`);
  return names;
}

/** Whether a name is a charset's (https://encoding.spec.whatwg.org/#names-and-labels), as in `charset=utf-8`. */
function isCharset(name: string): boolean {
  if (DECODERS.has(name)) return false;
  try {
    return Boolean(new TextDecoder(name.replace(/^charset *= */, '')));
  } catch {
    return false;
  }
}

function decoder(name: string): Duplex {
  const create = DECODERS.get(name);
  if (create === undefined) throw new EncodingError(`The body's encoding "${name.slice(0, 40)}" is unknown.`);
  return create();
}

/** A decoder that is chosen by the first byte of the stream. */
const chosenByFirstByte = (choose: (byte: number) => Duplex): Duplex =>
  Duplex.from(async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const chunks = source[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done) return;
    const chosen = choose(first.value[0] ?? 0);
    const whole = async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    };
    const done = pipeline(Readable.from(whole()), chosen).catch(() => {}); // `chosen` throws the same error below
    yield* chosen as AsyncIterable<Buffer>;
    await done;
  });
