/**
 * An article's HTML as its item holds it: raw deflate (RFC 1951) with the article's text, as UTF-8, for the preset dictionary. What
 * is left of the HTML is its markup, so that an article takes little more than half of the bytes.
 *
 * In Python: `zlib.decompressobj(-15, zdict=text.encode()).decompress(packed).decode()`.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Max bytes of unpacked HTML: more than an item ever had (adapters/dynamodb/overflow.ts). */
const MAX_BYTES = 400_000;

export const packHtml = (html: string, text = ''): Uint8Array =>
  deflateRawSync(html, { level: 9, dictionary: Buffer.from(text) });

/** Undefined if the bytes don't unpack with this text. */
export function unpackHtml(packed: Uint8Array, text = ''): string | undefined {
  try {
    return inflateRawSync(packed, { dictionary: Buffer.from(text), maxOutputLength: MAX_BYTES }).toString();
  } catch {
    return undefined;
  }
}
