/** Node's network errors as fetch failures. */
import type { FetchFailure, FetchOutcome } from '../../core/web/fetcher.ts';

const BY_CODE: Readonly<Record<string, FetchFailure>> = {
  BLOCKED_ADDRESS: 'blocked-address',
  BODY_TOO_LARGE: 'too-large',
  ZIP_BOMB: 'zip-bomb',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  BAD_ENCODING: 'bad-encoding',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  EADDRNOTAVAIL: 'connect',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
};

/** What happened, in plain words, where Node's message alone says it to programmers only. */
const IN_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host has no address in DNS',
  EAI_AGAIN: 'DNS gave no answer',
  EAI_FAIL: 'DNS gave no answer',
  ENODATA: 'the host has no address in DNS',
  ECONNREFUSED: 'the server refused the connection',
  EHOSTUNREACH: 'the server is out of reach',
  ENETUNREACH: 'the server is out of reach',
  ECONNRESET: 'the server broke the connection before its answer was complete',
  EPIPE: 'the server broke the connection before its answer was complete',
  ERR_STREAM_PREMATURE_CLOSE: 'the server broke the connection before its answer was complete',
  EPROTO: 'the server failed at the TLS handshake',
  BODY_TOO_LONG: 'the server sent more than the length that it declared',
  HPE_HEADER_OVERFLOW: 'the server sent a head of more than 64 kB',
  HPE_UNEXPECTED_CONTENT_LENGTH: 'the server declared two different lengths of one answer',
  HPE_INVALID_CONTENT_LENGTH: 'the server declared a length that is no number',
  HPE_EMPTY_CONTENT_LENGTH: 'the server declared a length that is no number',
  HPE_INVALID_TRANSFER_ENCODING: 'the server declared a transfer coding that does not say where the body ends',
  HPE_INVALID_CHUNK_SIZE: 'the server sent a chunk whose size is no number',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'the server sent a chunk whose size does not end',
  HPE_INVALID_CONSTANT: 'the server sent something that is not HTTP',
};
/** The codes of zlib's errors, and of Node's around it. */
const OF_ZLIB = /^Z_|^ZSTD_|^ERR_(?:BROTLI|ZSTD|PADDING|BUFFER)|^ERR__ERROR/;

/** Max length of a detail, in characters: Node's message about a certificate quotes all names in it, 100 kB perhaps. */
const MAX_DETAIL_LENGTH = 500;

type Failed = Extract<FetchOutcome, { kind: 'failed' }>;

/** Returns the outcome for an error of a request or a body. An unknown error is `protocol`, with Node's message. */
export function failureOf(error: unknown): Failed {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const words = IN_WORDS[code] ?? inWordsByFamily(code);
  const technical = message || code;
  return failed(BY_CODE[code] ?? byFamily(code), words === undefined ? technical : `${words} (${technical})`);
}

/** Returns a failure. The detail, which may quote a publisher, is bounded and without control characters. */
export const failed = (reason: FetchFailure, detail: string): Failed => ({
  kind: 'failed',
  reason,
  detail: detail
    .slice(0, MAX_DETAIL_LENGTH)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .toWellFormed(),
});

function byFamily(code: string): FetchFailure {
  if (code.startsWith('CERT_') || code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL')) return 'tls';
  return OF_ZLIB.test(code) ? 'bad-encoding' : 'protocol';
}

function inWordsByFamily(code: string): string | undefined {
  if (code.startsWith('HPE_')) return 'the server sent an answer that breaks the grammar of HTTP';
  return OF_ZLIB.test(code) ? 'the body is not in the encoding that it declares' : undefined;
}
