import fc from 'fast-check';
import { expect, it } from 'vitest';
import { absoluteUrl } from '../../../../lambdas/core/web/absolute-url.ts';

const BASE = 'https://harbour.example/news/';
const long = (length: number): string => `${BASE}${'x'.repeat(length - BASE.length)}`;

/** A host of short labels. */
const host = (length: number): string =>
  `${'a.'.repeat(150)}`
    .slice(0, length - 'example'.length - 1)
    .replace(/\.$/, 'a')
    .concat('.example');

it.each<[string, string | undefined, string | undefined]>([
  ['a relative link starts at the base', '../1', 'https://harbour.example/1'],
  ['an absolute link in https stays as it is', 'https://a.example/1', 'https://a.example/1'],
  ['an absolute link in http stays as it is', 'http://a.example/1', 'http://a.example/1'],
  ['a link with another scheme is no address', 'mailto:a@harbour.example', undefined],
  ['a link that cannot be read is no address', 'https://[', undefined],
  ['a missing link is no address', undefined, undefined],
  ['a link of 4,096 characters is an address', long(4_096), long(4_096)],
  ['a link of 4,097 characters is no address', long(4_097), undefined],
  ['a host of 253 characters may have an address', `https://${host(253)}/`, `https://${host(253)}/`],
  ['a host of 253 characters may end with a point', `https://${host(253)}./`, `https://${host(253)}./`],
  ['a host of 254 characters is no host', `https://${host(254)}/`, undefined],
  [
    'a label of 63 characters may be part of a host',
    `https://${'a'.repeat(63)}.example/`,
    `https://${'a'.repeat(63)}.example/`,
  ],
  ['a label of 64 characters is no part of a host', `https://${'a'.repeat(64)}.example/`, undefined],
  ['a label may have 63 characters and a port', `https://${'a'.repeat(63)}:8080/`, `https://${'a'.repeat(63)}:8080/`],
  ['a long password is no label', `https://a:${'b'.repeat(80)}@c.example/`, `https://a:${'b'.repeat(80)}@c.example/`],
  [
    'an escaped label is as long as what it stands for',
    `https://${'%61'.repeat(63)}.example/`,
    `https://${'a'.repeat(63)}.example/`,
  ],
  ['an IPv6 address is a host', 'https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
])('%s', (_, raw, expected) => {
  expect(absoluteUrl(raw, BASE)).toBe(expected);
});

it('an address has a host that fits a key of DynamoDB and, of 128 characters, a group of SQS', () => {
  const hosts = fc.tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(hosts, ([part, times]) => {
      const url = absoluteUrl(`https://${part.repeat(times)}.example/`, BASE);
      if (url === undefined) return;
      expect(new URL(url).host).toMatch(/^[!-~]+$/); // MessageGroupId: letters, digits and punctuation of ASCII
      expect(new URL(url).origin.length).toBeLessThan(2_000);
    }),
  );
});

it.each<[string, (letters: string) => string]>([
  ['in an absolute address', (letters) => `https://${letters}/`],
  ['behind a name of a user', (letters) => `https://a@${letters}/`],
  ['in an address without a scheme', (letters) => `//${letters}/`],
  ['behind backslashes', (letters) => `\\\\${letters}/`],
  ['behind other numbers of slashes', (letters) => `http:/${letters}/`],
  ['behind white space that is no part of the address', (letters) => ` \tht\ntps:/\r/${letters}/`],
  ['in bytes', (letters) => `https://${encodeURIComponent(letters)}/`],
])('a host of 4,000 different letters %s is refused without being encoded', (_, addressOf) => {
  const letters = Array.from({ length: 4_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7_919) % 20_000))).join(
    '',
  );
  const address = addressOf(letters);
  for (let n = 0; n < 200; n++) expect(absoluteUrl(address, BASE)).toBeUndefined();
});
