import { describe, expect, it } from 'vitest';
import { guardedLookup } from '../../../../lambdas/adapters/http/address-guard.ts';
import { answered, ask, bodyOf, fakeResolve, fetcher } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

/** Resolves every name to a private address. */
const privately = { lookup: guardedLookup(fakeResolve('10.0.0.7')) };

describe('the detail of a failure', () => {
  it.each([
    [
      'names an address that is not http or https',
      'ftp://harbour.example/',
      'ftp://harbour.example/ is not an http or https address',
    ],
    ['names a text that is no address', 'nonsense', 'nonsense is not an http or https address'],
    ['names a private address', 'http://10.0.0.1/', '10.0.0.1 is not a public address'],
    ['names a private IPv6 address without brackets', 'http://[fd00::1]/', 'fd00::1 is not a public address'],
    ['names an unusual port', 'http://harbour.example:8080/', 'port 8080 is not a port of a public web site'],
  ])('a failure %s', async (_, url, detail) => {
    expect(await fetcher([])(ask(url))).toMatchObject({ kind: 'failed', detail });
  });

  it.each([
    ['names a redirect without a valid target', 'http://[', `the redirect to "http://[" can't be followed`],
    [
      'names the first 200 characters of such a target',
      `http://[${'a'.repeat(300)}`,
      `the redirect to "http://[${'a'.repeat(192)}" can't be followed`,
    ],
  ])('a failure %s', async (_, location, detail) => {
    const outcome = await answered((_, response) => response.writeHead(302, { location }).end());
    expect(outcome).toEqual({ kind: 'failed', reason: 'bad-redirect', detail });
  });

  it('a failure names the target that the caller refuses, without its fragment', async () => {
    const { origin } = await loopbackServer((_, response) => response.writeHead(302, { location: '/b#part' }).end());
    const detail = `the redirect leads to ${origin}/b, which may not be visited`;
    const refuses = async () => 'robots' as const;
    expect(await fetcher([origin])(ask(`${origin}/a`, { refuses }))).toEqual({
      kind: 'failed',
      reason: 'robots',
      detail,
    });
  });

  it('an error of the caller’s check of a redirect is thrown, because no publisher has caused it', async () => {
    const { origin } = await loopbackServer((_, response) => response.writeHead(302, { location: '/b' }).end());
    const throttled = new Error('The level of configured provisioned throughput was exceeded.');
    const refuses = async (): Promise<never> => {
      throw throttled;
    };
    await expect(fetcher([origin])(ask(`${origin}/a`, { refuses }))).rejects.toBe(throttled);
  });

  it('a failure names the time that was up', async () => {
    const outcome = await answered(() => {}, { timeoutMs: 100 });
    expect(outcome).toEqual({ kind: 'failed', reason: 'timeout', detail: 'no complete answer within 100 ms' });
  });
});

describe('a port', () => {
  it.each(['http://harbour.example/', 'http://harbour.example:443/', 'https://harbour.example:80/'])(
    'the address %s is looked up, because its port is usual',
    async (url) => {
      expect(await fetcher([], privately)(ask(url))).toMatchObject({
        reason: 'blocked-address',
        detail: 'harbour.example resolves to 10.0.0.7, which is not a public address',
      });
    },
  );

  it('the lookup guards https addresses too', async () => {
    expect(await fetcher([])(ask('https://localhost/'))).toMatchObject({ reason: 'blocked-address' });
  });
});

describe('a number of redirects', () => {
  /** A server that redirects as often as the path says. */
  const redirecting = (times: number) =>
    loopbackServer((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(307, { location: `/${left - 1}` }).end();
      else response.end('there');
    }).then(({ origin }) => fetcher([origin])(ask(`${origin}/${times}`)));

  it('five redirects are followed', async () => {
    const outcome = await redirecting(5);
    expect(bodyOf(outcome)).toBe('there');
    expect(outcome).toHaveProperty('redirects.length', 5);
  });

  it('the sixth redirect is a failure', async () => {
    expect(await redirecting(6)).toEqual({
      kind: 'failed',
      reason: 'too-many-redirects',
      detail: expect.stringMatching(/^After a redirect to http:.*\/0: more than 5 redirects$/),
    });
  });
});

describe('an answer', () => {
  it.each([301, 302, 303, 307, 308])('a %i with a location is a redirect', async (status) => {
    const { origin } = await loopbackServer((request, response) => {
      if (request.url === '/a') response.writeHead(status, { location: '/b' }).end();
      else response.end('there');
    });
    expect(await fetcher([origin])(ask(`${origin}/a`))).toMatchObject({ redirects: [{ status, to: `${origin}/b` }] });
  });

  it.each([300, 304, 305])('a %i with a location is an answer', async (status) => {
    expect(await answered((_, r) => r.writeHead(status, { location: '/b' }).end())).toMatchObject({ status });
  });

  it('an answer at the first address has no redirects', async () => {
    expect(await answered((_, response) => response.end())).toMatchObject({ redirects: [] });
  });

  it('repeated headers are joined with a comma', async () => {
    const outcome = await answered((_, response) => response.setHeader('set-cookie', ['a=1', 'b=2']).end());
    expect(outcome).toHaveProperty(['headers', 'set-cookie'], 'a=1, b=2');
  });
});
