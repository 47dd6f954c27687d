import { describe, expect, it } from 'vitest';
import { chainCookies } from '../../../../lambdas/adapters/http/chain-cookies.ts';
import { ask, bodyOf, fetcher } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const HARBOUR = new URL('https://harbour.example/feed');

/** What `sentTo` gets after `setBy` has sent these `Set-Cookie` lines. */
function cookiesAfter(lines: readonly string[], sentTo = HARBOUR.href, setBy = HARBOUR.href): string | undefined {
  const cookies = chainCookies(() => NOW);
  cookies.keep(new URL(setBy), lines);
  return cookies.headerFor(new URL(sentTo));
}

describe('the cookies of one fetch', () => {
  it.each([
    ['a cookie goes back to its host', ['a=1'], 'a=1'],
    ['attributes stay behind', ['a=1; Path=/; HttpOnly; SameSite=Lax; Secure'], 'a=1'],
    ['two cookies go back in their order', ['a=1', 'b=2'], 'a=1; b=2'],
    ['a cookie that is set again has its last value', ['a=1', 'b=2', 'a=3'], 'b=2; a=3'],
    ['a value may hold equals signs and blanks', ['a=x==; Path=/', 'b="c d"'], 'a=x==; b="c d"'],
    ['a value may be empty', ['a='], 'a='],
    ['a cookie that was set for a path goes back to all paths', ['a=1; Path=/elsewhere'], 'a=1'],
    ['a cookie that lives on is kept', ['a=1; Max-Age=60', 'b=2; Expires=Sun, 01 Mar 2026 00:00:01 GMT'], 'a=1; b=2'],
    ['a cookie with a date that is none is kept', ['a=1; Expires=tomorrow', 'b=2; Max-Age=long'], 'a=1; b=2'],
    ['Max-Age goes before Expires', ['a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], 'a=1'],
  ])('%s', (_, lines, header) => {
    expect(cookiesAfter(lines)).toBe(header);
  });

  it.each([
    ['the server sets none', []],
    ['the line has no name', ['=1', '; Secure', '']],
    ['the name is no token', ['a b=1', 'a"=1', 'é=1']],
    ['the value has control characters', ['a=1\r\nx-evil: 1', 'a=\u0000', 'a=\u001b[0m']],
    ['the value is beyond Latin-1', ['a=港']],
    ['the server deletes it by its age', ['a=1', 'a=; Max-Age=0']],
    ['the server deletes it by a negative age', ['a=1', 'a=; max-age = -1']],
    ['the server deletes it by a date', ['a=1', 'a=; expires=Thu, 01 Jan 1970 00:00:00 GMT']],
  ])('no cookie is sent when %s', (_, lines) => {
    expect(cookiesAfter(lines)).toBeUndefined();
  });

  it.each([
    ['another host', 'https://other.example/'],
    ['a host below it', 'https://www.harbour.example/'],
    ['the host above it', 'https://example/'],
    ['another port', 'https://harbour.example:444/'],
  ])('a cookie never goes to %s, even if its Domain says so', (_, other) => {
    expect(cookiesAfter(['a=1; Domain=example', 'b=2; Domain=.harbour.example'], other)).toBeUndefined();
  });

  it('a cookie of http goes back over https', () => {
    expect(cookiesAfter(['a=1'], 'https://harbour.example/', 'http://harbour.example/')).toBe('a=1');
  });

  it('a Secure cookie never goes back over http', () => {
    expect(cookiesAfter(['a=1; secure', 'b=2'], 'http://harbour.example/')).toBe('b=2');
  });

  it('a Secure cookie that was set over http is dropped', () => {
    expect(cookiesAfter(['a=1; Secure'], HARBOUR.href, 'http://harbour.example/')).toBeUndefined();
  });

  it('20 cookies are kept of 1,000', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => `a${index}=1`);
    expect(cookiesAfter(lines)?.split('; ')).toHaveLength(20);
  });

  it('8 kB of cookies are kept, and a cookie that is too long is dropped', () => {
    const lines = [`a=${'x'.repeat(9_000)}`, `b=${'x'.repeat(5_000)}`, `c=${'x'.repeat(5_000)}`, 'd=1'];
    expect(cookiesAfter(lines)).toBe(`b=${'x'.repeat(5_000)}; d=1`);
  });
});

describe('a chain of redirects', () => {
  it('a server that redirects to itself until its cookie comes back is read', async () => {
    const { origin } = await loopbackServer((request, response) => {
      if (request.headers.cookie === 'seen=yes; lang=de') response.end('<rss/>');
      else response.writeHead(302, { location: request.url, 'set-cookie': ['seen=yes; Path=/', 'lang=de'] }).end();
    });
    const outcome = await fetcher([origin])(ask(`${origin}/feed`));
    expect(bodyOf(outcome)).toBe('<rss/>');
    expect(outcome).toMatchObject({ redirects: [{ status: 302, to: `${origin}/feed` }] });
  });

  it('a cookie ends with its fetch', async () => {
    const seen: (string | undefined)[] = [];
    const { origin } = await loopbackServer((request, response) => {
      seen.push(request.headers.cookie);
      if (request.url === '/a') response.writeHead(302, { location: '/b', 'set-cookie': 'a=1' }).end();
      else response.setHeader('set-cookie', 'b=2').end();
    });
    const fetch = fetcher([origin]);
    await fetch(ask(`${origin}/a`));
    await fetch(ask(`${origin}/b`));
    expect(seen).toEqual([undefined, 'a=1', undefined]);
  });

  it('a cookie does not follow a redirect to another origin, and goes back on the way back', async () => {
    const seen: string[] = [];
    const other = await loopbackServer((request, response) => {
      seen.push(`other ${request.headers.cookie}`);
      response.writeHead(302, { location: `${origin}/end` }).end();
    });
    const { origin } = await loopbackServer((request, response) => {
      seen.push(`first ${request.headers.cookie}`);
      if (request.url === '/end') response.end();
      else response.writeHead(302, { location: other.origin, 'set-cookie': 'a=1; Domain=127.0.0.1' }).end();
    });
    await fetcher([origin, other.origin])(ask(`${origin}/`));
    expect(seen).toEqual(['first undefined', 'other undefined', 'first a=1']);
  });

  it('a server that is never content with its cookies is given up after five redirects', async () => {
    let asked = 0;
    const { origin } = await loopbackServer((_, response) => {
      asked++;
      const bomb = Array.from({ length: 100 }, (__, index) => `a${asked}-${index}=${'x'.repeat(400)}`);
      response.writeHead(302, { location: '/', 'set-cookie': bomb }).end();
    });
    expect(await fetcher([origin])(ask(`${origin}/`))).toMatchObject({ reason: 'too-many-redirects' });
    expect(asked).toBe(6);
  });
});
