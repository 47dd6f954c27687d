import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSameText, isSigned } from '../../../../../lambdas/core/feed/websub/hub-signature.ts';

const BODY = Buffer.from([0, 255, 10, 13, 200]);
const sign = (method: string, secret = 'secret'): string =>
  `${method}=${createHmac(method, secret).update(BODY).digest('hex')}`;

describe('a signature', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('a signature may be made with %s', (method) => {
    expect(isSigned(BODY, sign(method), 'secret')).toBe(true);
    expect(isSigned(BODY, sign(method).toUpperCase(), 'secret')).toBe(true);
  });

  it.each<[string, string | undefined]>([
    ['a missing signature', undefined],
    ['a signature with another secret', sign('sha256', 'other')],
    ['a signature with a broken method', sign('md5')],
    ['a signature that is cut short', sign('sha256').slice(0, -2)],
    ['a signature with a digit too many', `${sign('sha256')}0`],
    ['a signature with text behind it', `${sign('sha256')} x`],
    ['a signature with text before it', `x ${sign('sha256')}`],
    ['a signature under the name of another method', sign('sha256').replace('sha256', 'sha1')],
    ['the signature of another body', `sha256=${'0'.repeat(64)}`],
    ['a text that is no signature', 'secret'],
    ['an empty signature', ''],
    ['a method without a signature', 'sha256='],
  ])('%s is refused', (_, signature) => expect(isSigned(BODY, signature, 'secret')).toBe(false));
});

it('a signature may have white space around it', () => {
  expect(isSigned(BODY, ` ${sign('sha256')}\n`, 'secret')).toBe(true);
});

it('texts are compared whole', () => {
  expect(isSameText('abc', 'abc')).toBe(true);
  expect(isSameText('abc', 'abd')).toBe(false);
  expect(isSameText('abc', 'ab')).toBe(false);
});
