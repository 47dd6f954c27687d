import type { lookup as systemLookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { guardedLookup, isPublicAddress } from '../../../../lambdas/adapters/http/address-guard.ts';
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
    const [error] = await look([good, { address: '10.0.0.1', family: 4 }], false);
    expect(error).toMatchObject({ code: 'BLOCKED_ADDRESS', message: expect.stringContaining('10.0.0.1') });
  });

  it('the lookup passes on the error of a name that does not resolve', async () => {
    const missing = new Error('ENOTFOUND');
    expect((await look(missing, true))[0]).toBe(missing);
  });
});
