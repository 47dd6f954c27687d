import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseCredentials } from '../../../../../lambdas/core/feed/credentials/parse-credentials.ts';
import { SecretHeader } from '../../../../../lambdas/core/web/secret-header.ts';

const ORIGIN = 'https://feeds.example';
const basic = { type: 'basic', origin: ORIGIN, username: 'reader', password: 'Möwe: 7' };
const bearer = { type: 'bearer', origin: ORIGIN, token: 'abc.DEF-1_~+/==' };
const header = { type: 'header', origin: ORIGIN, name: 'X-Api-Key', value: 'k 1' };

describe('a secret becomes a header for its origin', () => {
  const ofMowe = `Basic ${Buffer.from('reader:Möwe: 7').toString('base64')}`;
  it.each<[string, object, Record<string, string>]>([
    ['basic, in UTF-8 (RFC 7617 §2.1)', basic, { authorization: ofMowe }],
    ['bearer (RFC 6750 §2.1)', bearer, { authorization: 'Bearer abc.DEF-1_~+/==' }],
    ['header', header, { 'x-api-key': 'k 1' }],
    ['header that replaces Authorization', { ...header, name: 'Authorization' }, { authorization: 'k 1' }],
    [
      'with a slash at the origin’s end',
      { ...bearer, origin: `${ORIGIN}/` },
      { authorization: 'Bearer abc.DEF-1_~+/==' },
    ],
    ['with the port of https', { ...bearer, origin: `${ORIGIN}:443` }, { authorization: 'Bearer abc.DEF-1_~+/==' }],
  ])('%s', (_, secret, expected) => {
    const parsed = parseCredentials(JSON.stringify(secret));
    expect(parsed instanceof SecretHeader && parsed.headersFor(new URL(`${ORIGIN}/rss`))).toEqual(expected);
  });

  it('an origin on this machine may do without https', () => {
    const parsed = parseCredentials(JSON.stringify({ ...bearer, origin: 'http://127.0.0.1:8080' }));
    expect(parsed).toMatchObject({ origin: 'http://127.0.0.1:8080' });
  });
});

const NO_ORIGIN = /^its "origin" must be the https address of a host/;
const NO_NAME = /^its "name" must be the name of a header that neither HTTP nor the fetcher uses/;
const NO_VALUE = /^its "value" must have 1 to 4,096 visible ASCII characters/;

describe('a secret that can’t be used is refused in words that don’t quote it', () => {
  it.each<[string, unknown, RegExp]>([
    ['a text that is no JSON', 'hunter2-k7', /^it must be a JSON object$/],
    ['a text in quotation marks', '"hunter2-k7"', /^it must be a JSON object$/],
    ['null', 'null', /^it must be a JSON object$/],
    ['a list', '["hunter2-k7"]', /^its "type" must be basic, bearer or header$/],
    ['a text beyond the limit', JSON.stringify({ ...bearer, token: 'a'.repeat(9_000) }), /^it has more than 8192/],
    ['no type', { token: 'hunter2-k7' }, /^its "type" must be/],
    ['an unknown type', { ...basic, type: 'digest' }, /^its "type" must be/],
    ['a type that every object has', { ...basic, type: 'toString' }, /^its "type" must be/],
    ['a missing field', { ...basic, password: undefined }, /^its "password" must have 1 to 1,024 characters/],
    ['a field of another type', { ...basic, password: ['hunter2-k7'] }, /^its "password" must/],
    [
      'an unknown field',
      { ...bearer, 'hunter2-k7': 'x' },
      /^it may have the fields "type", "origin", "token" and no others$/,
    ],
    ['no origin', { ...bearer, origin: undefined }, NO_ORIGIN],
    ['an origin without https', { ...bearer, origin: 'http://feeds.example' }, NO_ORIGIN],
    ['an origin with a path', { ...bearer, origin: `${ORIGIN}/hunter2-k7` }, NO_ORIGIN],
    ['an origin with a query', { ...bearer, origin: `${ORIGIN}?hunter2-k7` }, NO_ORIGIN],
    ['an origin with a user', { ...bearer, origin: 'https://hunter2-k7@feeds.example' }, NO_ORIGIN],
    ['an origin of every host', { ...bearer, origin: '*' }, NO_ORIGIN],
    ['a user name with a colon', { ...basic, username: 'a:hunter2-k7' }, /^its "username" must .*without colons/],
    ['a password with a line break', { ...basic, password: 'hunter2-k7\r\nHost: x' }, /^its "password" must/],
    ['an empty password', { ...basic, password: '' }, /^its "password" must/],
    ['a token with a space', { ...bearer, token: 'a hunter2-k7' }, /^its "token" must have/],
    ['a token with a line break at its end', { ...bearer, token: 'hunter2-k7\n' }, /^its "token" must have/],
    ['a token of over 4,096 characters', { ...bearer, token: 'a'.repeat(4_097) }, /^its "token" must have/],
    ['a name with a space', { ...header, name: 'X Api' }, NO_NAME],
    ['a name with a line break', { ...header, name: 'X-Api\r\nHost' }, NO_NAME],
    ...[
      ...['Host', 'content-length', 'Transfer-Encoding', 'Connection', 'TE', 'Upgrade', 'Expect', 'Trailer', 'Cookie'],
      ...['Set-Cookie', 'Proxy-Authorization', 'User-Agent', 'Accept', 'Accept-Encoding', 'If-None-Match', 'A-IM'],
    ].map((name): [string, unknown, RegExp] => [`the name ${name}`, { ...header, name }, NO_NAME]),
    ['a value with a line break', { ...header, value: 'a\r\nX: hunter2-k7' }, NO_VALUE],
    ['a value with a null', { ...header, value: 'a\0b' }, NO_VALUE],
    ['a value beyond ASCII', { ...header, value: 'Möwe' }, NO_VALUE],
    ['a value with a space at its end', { ...header, value: 'a ' }, NO_VALUE],
  ])('%s', (_, secret, problem) => {
    const parsed = parseCredentials(typeof secret === 'string' ? secret : JSON.stringify(secret));
    expect(parsed).toEqual({ problem: expect.stringMatching(problem) });
    expect(inspect(parsed)).not.toContain('hunter2-k7');
  });
});
