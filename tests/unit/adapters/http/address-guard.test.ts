import type { lookup as systemLookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import {
  guardedLookup,
  isPublicAddress,
  nonPublicLiteral,
  notPublic,
  webUrl,
} from '../../../../lambdas/adapters/http/address-guard.ts';
import { createFetcher } from '../../../../lambdas/adapters/http/http-fetch.ts';

describe('addresses that are not public', () => {
  it.each([
    ['this network', '0.0.0.0'],
    ['this network, not its first address', '0.1.2.3'],
    ['private, class A', '10.0.0.1'],
    ['private, class A, the last one', '10.255.255.255'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT, the last one', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback, the last one', '127.255.255.255'],
    ['link-local', '169.254.0.1'],
    ['the metadata service', '169.254.169.254'],
    ['the credentials of ECS tasks', '169.254.170.2'],
    ['private, class B', '172.16.0.1'],
    ['private, class B, the last one', '172.31.255.255'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['6to4 relays', '192.88.99.1'],
    ['private, class C', '192.168.1.1'],
    ['benchmarks', '198.19.255.255'],
    ['documentation, the second net', '198.51.100.7'],
    ['documentation, the third net', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6: unspecified', '::'],
    ['IPv6: loopback', '::1'],
    ['IPv6: loopback in full', '0:0:0:0:0:0:0:1'],
    ['IPv6: loopback, IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv6: loopback, IPv4-mapped in hexadecimal', '::ffff:7f00:1'],
    ['IPv6: public, but IPv4-mapped', '::ffff:8.8.8.8'],
    ['IPv6: IPv4-compatible', '::127.0.0.1'],
    ['IPv6: NAT64', '64:ff9b::7f00:1'],
    ['IPv6: local NAT64', '64:ff9b:1::1'],
    ['IPv6: discard only', '100::1'],
    ['IPv6: Teredo', '2001::1'],
    ['IPv6: documentation', '2001:db8::1'],
    ['IPv6: documentation, the new net', '3fff::1'],
    ['IPv6: 6to4 of a loopback address', '2002:7f00:1::'],
    ['IPv6: unique local', 'fd00::1'],
    ['IPv6: the metadata service', 'fd00:ec2::254'],
    ['IPv6: link-local', 'fe80::1'],
    ['IPv6: link-local with a zone', 'fe80::1%eth0'],
    ['IPv6: multicast', 'ff02::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s is not public: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('addresses that are public', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82a::200e',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('the text about an address that is not public', () => {
  const LOCAL = 'not a public address: on this machine, a local run fetches only what was named on its command line';
  it.each([
    ['a loopback address', '127.0.0.1', LOCAL],
    ['the IPv6 loopback address', '::1', LOCAL],
    ['a private address', '10.127.0.1', 'not a public address'],
    ['an address that begins with 1270', '1270.0.0.1', 'not a public address'],
    ['a unique local address that ends with ::1', 'fd00::1', 'not a public address'],
    ['an address that begins with ::1', '::12', 'not a public address'],
  ])('the text about %s says whether a local run could fetch it', (_, address, expected) => {
    expect(notPublic(address)).toBe(expected);
  });
});

describe('the URL of a text', () => {
  it.each([
    ['http', 'http://harbour.example/a', 'http://harbour.example/a'],
    ['https', 'HTTPS://harbour.example', 'https://harbour.example/'],
    ['ftp', 'ftp://harbour.example/', undefined],
    ['a scheme that ends with http', 'xhttp://harbour.example/', undefined],
    ['no address', 'nonsense', undefined],
    ['a label of 64 characters', `https://${'a'.repeat(64)}.example/`, undefined],
    ['a host of 267 characters', `https://${'a.'.repeat(130)}example/`, undefined],
  ])(
    'a text with %s is a web address only if its scheme is http or https, and DNS can name its host',
    (_, address, expected) => {
      expect(webUrl(address)?.href).toBe(expected);
    },
  );

  it.each([
    ['a private IPv4 address', 'http://10.0.0.1:8080/', '10.0.0.1'],
    ['a private IPv6 address', 'http://[fd00::1]/', 'fd00::1'],
    ['a public IPv4 address', 'http://8.8.8.8/', undefined],
    ['a public IPv6 address', 'http://[2606:4700::1111]/', undefined],
    ['a name', 'http://harbour.example/', undefined],
  ])('a URL with %s has a non-public literal only if the address is not public', (_, url, expected) => {
    expect(nonPublicLiteral(new URL(url))).toBe(expected);
  });
});

describe('a URL that spells a private address', () => {
  const fetch = createFetcher({ userAgent: 'test', timeoutMs: 1_000, maxBytes: 1_024, allowedOrigins: [] });
  it.each([
    ['in decimal', 'http://2130706433/'],
    ['in octal', 'http://0177.0.0.1/'],
    ['in hexadecimal', 'http://0x7f000001/'],
    ['in mixed numbers', 'http://0x7f.1/'],
    ['short', 'http://127.1/'],
    ['with a final dot', 'http://127.0.0.1./'],
    ['in full-width digits', 'http://１２７.０.０.１/'],
    ['in percent-encoding', 'http://%31%32%37.0.0.1/'],
    ['behind credentials', 'http://8.8.8.8@127.0.0.1/'],
    ['IPv4-mapped', 'http://[::ffff:127.0.0.1]/'],
    ['in IPv6', 'https://[::1]/'],
  ])('a loopback address %s is blocked: %s', async (_, url) => {
    expect(await fetch({ url, accept: '*/*' })).toMatchObject({ kind: 'failed', reason: 'blocked-address' });
  });
});

describe('the guarded lookup', () => {
  type Answer = { address: string; family: number };
  const resolving = (answer: Answer[] | Error): typeof systemLookup =>
    ((_name: string, _options: object, callback: (error: Error | null, all?: Answer[]) => void) =>
      answer instanceof Error ? callback(answer) : callback(null, answer)) as typeof systemLookup;
  const look = (answer: Answer[] | Error, all: boolean) =>
    new Promise<unknown[]>((resolve) => {
      guardedLookup(resolving(answer))('site.example', { all }, (...result) => resolve(result));
    });
  const good = { address: '8.8.8.8', family: 4 };
  const good6 = { address: '2606:4700::1111', family: 6 };

  it('the lookup returns all addresses to a socket that asks for all', async () => {
    expect(await look([good, good6], true)).toEqual([null, [good, good6]]);
  });

  it('the lookup returns the first address to a socket that asks for one', async () => {
    expect(await look([good6, good], false)).toEqual([null, good6.address, 6]);
  });

  it('the lookup fails when any address of the name is private', async () => {
    expect(await look([good, { address: '10.0.0.1', family: 4 }], false)).toEqual([
      expect.objectContaining({
        code: 'BLOCKED_ADDRESS',
        message: 'site.example resolves to 10.0.0.1, which is not a public address',
      }),
      [],
    ]);
  });

  it('the lookup passes on the error of a name that does not resolve', async () => {
    const missing = new Error('ENOTFOUND');
    expect(await look(missing, true)).toEqual([missing, []]);
  });

  it('the lookup resolves a name without addresses to an empty address', async () => {
    expect(await look([], false)).toEqual([null, '', undefined]);
  });

  it('the lookup always asks for all addresses, with the socket’s other options', () => {
    const asked: unknown[] = [];
    const resolve = ((name: string, options: object): void => void asked.push([name, options])) as typeof systemLookup;
    guardedLookup(resolve)('site.example', { all: false, family: 6 }, () => {});
    expect(asked).toEqual([['site.example', { all: true, family: 6 }]]);
  });
});
