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

/** Max length of a detail, in characters: Node's message about a certificate quotes all names in it, 100 kB perhaps. */
const MAX_DETAIL_LENGTH = 500;

/** Returns the outcome for an error of a request or a body. An unknown error is `protocol`, with Node's message. */
export function failureOf(error: unknown): Extract<FetchOutcome, { kind: 'failed' }> {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const detail = firstErrorOf(error) || message || code;
  return { kind: 'failed', reason: BY_CODE[code] ?? byFamily(code), detail: detail.slice(0, MAX_DETAIL_LENGTH) };
}

function byFamily(code: string): FetchFailure {
  if (code.startsWith('CERT_') || code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL')) return 'tls';
  if (/^Z_|^ZSTD_|^ERR_(?:BROTLI|ZSTD|PADDING|BUFFER)|^ERR__ERROR/.test(code)) return 'bad-encoding';
  return 'protocol';
}

/** If each address of a name fails, Node throws an AggregateError without a message. */
const firstErrorOf = (error: unknown): string =>
  error instanceof AggregateError ? String((error.errors[0] as Error | undefined)?.message ?? '') : '';
