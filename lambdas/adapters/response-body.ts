/** A response's body: decompressed, and refused when it grows too large. */
import type { IncomingMessage } from 'node:http';
import { type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

/** What we ask for. Not `deflate`, which half of the servers send without the zlib frame that RFC 9110 §8.4.1.2 wants. */
export const ACCEPT_ENCODING = 'gzip, br, zstd';

const DECODERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
  ['zstd', createZstdDecompress],
]);
/** A server that wraps more often than this has lost its mind, or means us harm. */
const MOST_ENCODINGS = 2;

export class BodyTooLargeError extends Error {
  readonly code = 'BODY_TOO_LARGE';
}

export class EncodingError extends Error {
  readonly code = 'BAD_ENCODING';
}

/**
 * @param maxBytes of the decompressed body.
 * @throws {BodyTooLargeError} @throws {EncodingError} and the stream's own errors.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const names = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_ENCODINGS) throw new EncodingError(`The body is encoded ${names.length} times.`);
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      chunks.push(chunk);
      done(size > maxBytes ? new BodyTooLargeError(`The body is larger than ${maxBytes} bytes.`) : null);
    },
  });
  await pipeline([response, ...names.reverse().map(decoder), collect]);
  return Buffer.concat(chunks);
}

function decoder(name: string): Transform {
  const create = DECODERS.get(name);
  if (create === undefined) throw new EncodingError(`The body's encoding "${name.slice(0, 40)}" is unknown.`);
  return create();
}
