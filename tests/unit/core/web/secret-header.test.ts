import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SecretHeader } from '../../../../lambdas/core/web/secret-header.ts';

const PASSWORD = 'k7&Quay"steps/9+';
const PAIR = `reader:${PASSWORD}`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const header = (secrets: readonly string[] = [PAIR, PASSWORD]): SecretHeader =>
  new SecretHeader('https://harbour.example', 'authorization', `Basic ${base64(PAIR)}`, secrets);

it.each<[string, string, boolean]>([
  ['an address of its origin', 'https://harbour.example/rss?x=1', true],
  ['an address of its origin with the port of the scheme', 'https://harbour.example:443/', true],
  ['another host', 'https://feeds.harbour.example/', false],
  ['another port', 'https://harbour.example:8443/', false],
  ['another scheme', 'http://harbour.example/', false],
])('a secret header goes to its own origin only: %s', (_, url, isSent) => {
  expect(header().headersFor(new URL(url))).toEqual(isSent ? { authorization: `Basic ${base64(PAIR)}` } : {});
});

it.each<[string, (secret: SecretHeader) => string]>([
  ['JSON', (secret) => JSON.stringify({ secret })],
  ['a log line', (secret) => inspect({ secret }, { depth: 9, showHidden: true })],
  ['a copy for another process', (secret) => JSON.stringify(structuredClone(secret))],
  ['a text', (secret) => `${secret}`],
])('a secret header shows no secret in %s', (_, shown) => {
  const text = shown(header());
  expect(text).not.toMatch(/reader|Quay|Basic/);
  expect(text).not.toContain(base64(PAIR));
});

it('two secret headers are equal if origin, name and value are', () => {
  expect(header().equals(header())).toBe(true);
  expect(header().equals(new SecretHeader('https://harbour.example', 'authorization', 'Basic x', []))).toBe(false);
});

describe('a value that repeats a secret is recognised', () => {
  it.each<[string, unknown]>([
    ['as it is', `Hello ${PASSWORD}!`],
    ['in a field of a list', { items: [{ title: 'a' }, { title: PASSWORD }] }],
    ['as the header’s value', `authorization: Basic ${base64(PAIR)}`],
    ['as base64 without the name of the scheme', base64(PAIR)],
    ['as base64url', Buffer.from(PASSWORD).toString('base64url')],
    ['in the middle of a longer text in base64', base64(`x${PASSWORD}yz`)],
    ['one character further on in base64', base64(`xy${PASSWORD}yz`)],
    ['two characters further on in base64', base64(`xyz${PASSWORD}yz`)],
    ['in capitals, as hosts have none', `https://${PASSWORD.toUpperCase()}/`],
    ['in an address', `https://a.example/?k=${encodeURIComponent(PASSWORD)}`],
    ['in an address as a form writes it', `?${new URLSearchParams({ k: PASSWORD })}`],
    ['in HTML', '<p>k7&amp;Quay&quot;steps/9+</p>'],
    ['in HTML with decimal numbers', '<p>k7&#38;Quay&#034;steps&#47;9+</p>'],
    ['in HTML with hexadecimal numbers', '<p>k7&#x26;Quay&#X22;steps&#x2F;9+</p>'],
  ])('%s', (_, value) => {
    expect(header().isRepeatedIn(value)).toBe(true);
  });

  it.each([
    ['as it is', 'käse&Quai-9'],
    ['in an address', `https://a.example/?k=${encodeURIComponent('käse&Quai-9')}`],
    ['in HTML', 'k&#228;se&amp;Quai-9'],
  ])('with letters beyond ASCII: %s', (_, value) => {
    expect(header(['käse&Quai-9']).isRepeatedIn([value])).toBe(true);
  });
});

describe('what is no repetition', () => {
  it.each<[string, readonly string[], unknown]>([
    [
      'words of a feed',
      [PAIR, PASSWORD],
      { items: [{ title: 'The reader at Quay steps' }], seen: Buffer.from(PASSWORD) },
    ],
    ['a password of letters alone', ['reader:guardian', 'guardian'], 'The Guardian of the harbour'],
    ['a password of a few characters', ['reader:news7', 'news7'], 'news7'],
    ['a value without texts', [PASSWORD], { a: undefined, b: null, c: 7, d: [new Date(0)] }],
  ])('%s', (_, secrets, value) => {
    expect(header(secrets).isRepeatedIn(value)).toBe(false);
  });
});
