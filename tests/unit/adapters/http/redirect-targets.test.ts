import { describe, expect, it } from 'vitest';
import { ask, bodyOf, fetcher } from '../../../fakes/fetching.ts';
import { rawServer } from '../../../fakes/raw-server.ts';

const END = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>';
const redirectTo = (location: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: '),
    Buffer.from(location),
    Buffer.from('\r\n\r\n'),
  ]);

/** The path of the request that follows a redirect. */
async function followed(location: string | Buffer): Promise<string | undefined> {
  const { origin, requests } = await rawServer((request) =>
    request.startsWith('GET /start/feed ') ? redirectTo(location) : END,
  );
  const outcome = await fetcher([origin])(ask(`${origin}/start/feed`));
  expect(bodyOf(outcome)).toBe('<rss/>');
  return requests[1]?.split(' ')[1];
}

describe('the address of a redirect', () => {
  it.each([
    ['raw UTF-8', '/café/日本.xml', '/caf%C3%A9/%E6%97%A5%E6%9C%AC.xml'],
    [
      'raw UTF-8 in Cyrillic',
      '/новости/лента.xml',
      '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0.xml',
    ],
    ['raw UTF-8 in its query', '/feed?q=größe', '/feed?q=gr%C3%B6%C3%9Fe'],
    ['raw UTF-8 beside escapes', '/caf%C3%A9/é', '/caf%C3%A9/%C3%A9'],
    ['four bytes of UTF-8', '/🛳.xml', '/%F0%9F%9B%B3.xml'],
    ['raw Latin-1', Buffer.from('/caf\u00e9.xml', 'latin1'), '/caf%E9.xml'],
    ['raw windows-1251', Buffer.from([0x2f, 0xed, 0xee, 0xe2]), '/%ED%EE%E2'],
    ['escapes', '/caf%c3%a9.xml', '/caf%c3%a9.xml'],
    ['blanks', '/the feed.xml', '/the%20feed.xml'],
    ['backslashes', '\\feeds\\news.xml', '/feeds/news.xml'],
    ['a path below the directory', 'é.xml', '/start/%C3%A9.xml'],
    ['a path with dots', '../up.xml', '/up.xml'],
    ['a query alone', '?x=1', '/start/feed?x=1'],
    ['a fragment', '/feed.xml#é', '/feed.xml'],
    ['a control character', '/a\u0001b.xml', '/a%20b.xml'],
  ])('%s is requested as every server reads it', async (_, location, path) => {
    expect(await followed(location)).toBe(path);
  });

  it.each([
    ['a private address in wide digits', 'http://１２７.０.０.１/', 'blocked-address', '127.0.0.1'],
    ['a private address with wide dots', 'http://169。254。169。254/', 'blocked-address', '169.254.169.254'],
    ['a private address in escapes', 'http://%31%30.0.0.1/', 'blocked-address', '10.0.0.1'],
    ['a host in raw Latin-1', Buffer.from('http://m\u00fcnchen.example/', 'latin1'), 'bad-redirect', 'followed'],
    ['a host label without end', `http://${'é'.repeat(3_000)}.example/`, 'bad-redirect', 'followed'],
  ])('%s is not requested', async (_, location, reason, named) => {
    const { origin } = await rawServer(() => redirectTo(location));
    const outcome = await fetcher([origin])(ask(`${origin}/`));
    expect(outcome).toMatchObject({ kind: 'failed', reason, detail: expect.stringContaining(named) });
  });

  it('a host in raw UTF-8 is the host that DNS knows', async () => {
    const { origin } = await rawServer(() => redirectTo('http://zürich.example/'));
    const names: string[] = [];
    const lookup = ((name: string, __: unknown, callback: (error: Error) => void) => {
      names.push(name);
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    }) as never;
    expect(await fetcher([origin], { lookup })(ask(`${origin}/`))).toMatchObject({ reason: 'dns' });
    expect(names).toEqual(['xn--zrich-kva.example']);
  });
});

describe('a failure after a redirect', () => {
  it.each([
    [
      'names the address, and the fault in plain words',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!',
      'the server declared two different lengths of one answer',
    ],
    [
      'names the address of an answer that is no HTTP',
      '220 ftp ready\r\n',
      'the server sent something that is not HTTP',
    ],
    [
      'names the address of a body that exceeds its length',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello!',
      'the server sent more than the length that it declared',
    ],
    [
      'names the address that redirects to no address',
      'HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n',
      'the redirect to "http://[" can\'t be followed',
    ],
  ])('%s', async (_, answer, words) => {
    const { origin } = await rawServer((request) => (request.startsWith('GET /b ') ? answer : redirectTo('/b')));
    const outcome = await fetcher([origin])(ask(`${origin}/a`));
    const detail = outcome.kind === 'failed' ? outcome.detail : '';
    expect(detail).toContain(`After a redirect to ${origin}/b: ${words}`);
  });

  it('names no address when there was no redirect', async () => {
    const { origin } = await rawServer(() => '220 ftp ready\r\n');
    const outcome = await fetcher([origin])(ask(`${origin}/a`));
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^the server sent something that is not HTTP/) });
  });

  it('names the address that took too long', async () => {
    const { origin } = await rawServer((request) => (request.startsWith('GET /b ') ? undefined : redirectTo('/b')));
    const outcome = await fetcher([origin], { timeoutMs: 150 })(ask(`${origin}/a`));
    expect(outcome).toMatchObject({ detail: `After a redirect to ${origin}/b: no complete answer within 150 ms` });
  });

  it('cuts a long address, and has no control characters', async () => {
    const { origin } = await rawServer((request) =>
      request.startsWith('GET /b') ? redirectTo('http://[\u009b31m') : redirectTo(`/b${'x'.repeat(2_000)}`),
    );
    const outcome = await fetcher([origin])(ask(`${origin}/a`));
    const detail = outcome.kind === 'failed' ? outcome.detail : '';
    expect(detail.length).toBeLessThanOrEqual(500);
    expect(detail).toMatch(/^After a redirect to [^ ]{200}…: the redirect to "http:\/\/\[/);
    expect(detail).not.toMatch(/\p{Cc}/u);
  });
});
