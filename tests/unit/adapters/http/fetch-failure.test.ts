import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../lambdas/adapters/http/fetch-failure.ts';

const coded = (code: string, message = 'in the words of Node') => Object.assign(new Error(message), { code });

describe('the failure of an error', () => {
  it.each([
    ['BLOCKED_ADDRESS', 'blocked-address'],
    ['BODY_TOO_LARGE', 'too-large'],
    ['ZIP_BOMB', 'zip-bomb'],
    ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
    ['BAD_ENCODING', 'bad-encoding'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['EAI_FAIL', 'dns'],
    ['ENODATA', 'dns'],
    ['ECONNREFUSED', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['EADDRNOTAVAIL', 'connect'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'reset'],
    ['EPROTO', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['Z_DATA_ERROR', 'bad-encoding'],
    ['ZSTD_error_prefix_unknown', 'bad-encoding'],
    ['ERR_BROTLI_INVALID', 'bad-encoding'],
    ['ERR_ZSTD_INVALID_PARAM', 'bad-encoding'],
    ['ERR_PADDING_1', 'bad-encoding'],
    ['ERR_BUFFER_TOO_LARGE', 'bad-encoding'],
    ['ERR__ERROR_FORMAT_PADDING_1', 'bad-encoding'],
    ['HPE_INVALID_CONSTANT', 'protocol'],
    ['ERR_INVALID_CHAR', 'protocol'],
    ['NO_CERT_', 'protocol'],
    ['NO_ERR_TLS', 'protocol'],
    ['NO_ERR_SSL', 'protocol'],
    ['NOZ_', 'protocol'],
    ['NOZSTD_', 'protocol'],
    ['NO_ERR_BROTLI', 'protocol'],
    ['NO_ERR__ERROR', 'protocol'],
    ['', 'protocol'],
  ])('the code "%s" is the reason %s', (code, reason) => {
    const detail = expect.stringContaining('in the words of Node');
    expect(failureOf(coded(code))).toEqual({ kind: 'failed', reason, detail });
  });

  it.each([
    ['ENOTFOUND', 'the host has no address in DNS'],
    ['EAI_AGAIN', 'DNS gave no answer'],
    ['ECONNREFUSED', 'the server refused the connection'],
    ['ENETUNREACH', 'the server is out of reach'],
    ['ECONNRESET', 'the server broke the connection before its answer was complete'],
    ['EPROTO', 'the server failed at the TLS handshake'],
    ['BODY_TOO_LONG', 'the server sent more than the length that it declared'],
    ['HPE_HEADER_OVERFLOW', 'the server sent a head of more than 64 kB'],
    ['HPE_UNEXPECTED_CONTENT_LENGTH', 'the server declared two different lengths of one answer'],
    ['HPE_INVALID_CONTENT_LENGTH', 'the server declared a length that is no number'],
    ['HPE_INVALID_CHUNK_SIZE', 'the server sent a chunk whose size is no number'],
    ['HPE_INVALID_CONSTANT', 'the server sent something that is not HTTP'],
    ['HPE_SOMETHING_NEW', 'the server sent an answer that breaks the grammar of HTTP'],
    ['Z_DATA_ERROR', 'the body is not in the encoding that it declares'],
  ])('the code "%s" is told in plain words: %s', (code, words) => {
    expect(failureOf(coded(code)).detail).toBe(`${words} (in the words of Node)`);
  });

  it('control characters, and signs that turn the direction of text, never reach the detail', () => {
    const { detail } = failureOf(new Error('a\u0000b\u001b[31mc\u009bd\u202ee\u2028f\ud800'));
    expect(detail).toBe('a b [31mc d e f\ufffd');
  });

  it('an error without a code is the reason protocol', () => {
    expect(failureOf(new Error('strange'))).toEqual({ kind: 'failed', reason: 'protocol', detail: 'strange' });
  });

  it('the code is the detail of an error without a message', () => {
    expect(failureOf(coded('UNKNOWN', '')).detail).toBe('UNKNOWN');
  });

  it('has the beginning of a long message, such as all names of a certificate', () => {
    const names = "Host: a. is not in the cert's altnames: ".padEnd(100_000, 'DNS:b.example, ');
    expect(failureOf(coded('ERR_TLS_CERT_ALTNAME_INVALID', names)).detail).toBe(names.slice(0, 500));
  });
});
