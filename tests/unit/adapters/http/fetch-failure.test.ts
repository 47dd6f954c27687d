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
    expect(failureOf(coded(code))).toEqual({ kind: 'failed', reason, detail: 'in the words of Node' });
  });

  it('an error without a code is the reason protocol', () => {
    expect(failureOf(new Error('strange'))).toEqual({ kind: 'failed', reason: 'protocol', detail: 'strange' });
  });

  it('the code is the detail of an error without a message', () => {
    expect(failureOf(coded('ECONNRESET', '')).detail).toBe('ECONNRESET');
  });

  it('has the beginning of a long message, such as all names of a certificate', () => {
    const names = "Host: a. is not in the cert's altnames: ".padEnd(100_000, 'DNS:b.example, ');
    expect(failureOf(coded('ERR_TLS_CERT_ALTNAME_INVALID', names)).detail).toBe(names.slice(0, 500));
  });

  it('the first error is the detail when each address of a name fails', () => {
    const error = Object.assign(new AggregateError([new Error('first'), new Error('second')]), {
      code: 'ECONNREFUSED',
    });
    expect(failureOf(error)).toEqual({ kind: 'failed', reason: 'connect', detail: 'first' });
  });

  it('the message is the detail of an AggregateError without errors', () => {
    expect(failureOf(new AggregateError([], 'none answered')).detail).toBe('none answered');
  });
});
