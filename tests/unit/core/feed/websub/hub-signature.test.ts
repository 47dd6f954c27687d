import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSameText, isSigned } from '../../../../../lambdas/core/feed/websub/hub-signature.ts';

const BODY = Buffer.from([0, 255, 10, 13, 200]);
const sign = (method: string, secret = 'secret'): string =>
  `${method}=${createHmac(method, secret).update(BODY).digest('hex')}`;

describe('a signature', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('may be made with %s', (method) => {
    expect(isSigned(BODY, sign(method), 'secret')).toBe(true);
    expect(isSigned(BODY, sign(method).toUpperCase(), 'secret')).toBe(true);
  });

  it.each<[string, string | undefined]>([
    ['that is missing', undefined],
    ['with another secret', sign('sha256', 'other')],
    ['with a broken method', sign('md5')],
    ['that is cut short', sign('sha256').slice(0, -2)],
    ['that calls itself another', sign('sha256').replace('sha256', 'sha1')],
    ['of something else', `sha256=${'0'.repeat(64)}`],
    ['that is none', 'secret'],
  ])('%s is none', (_, signature) => expect(isSigned(BODY, signature, 'secret')).toBe(false));
});

it('texts are the same or not', () => {
  expect(isSameText('abc', 'abc')).toBe(true);
  expect(isSameText('abc', 'abd')).toBe(false);
  expect(isSameText('abc', 'ab')).toBe(false);
});
