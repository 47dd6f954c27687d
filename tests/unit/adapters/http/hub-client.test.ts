import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { hubClient } from '../../../../lambdas/adapters/http/hub-client.ts';
import type { HubRequest } from '../../../../lambdas/core/feed/websub/hub-client.ts';
import { listening, loopbackServer, secureLoopbackServer } from '../../../fakes/loopback-server.ts';

const request = (hub: string): HubRequest => ({
  hub,
  mode: 'subscribe',
  topic: 'https://harbour.example/rss?a=1&b=2',
  callback: 'https://callback.example/feed/token',
  secret: 'secret',
  leaseSeconds: 60,
});
const client = (...allowedOrigins: string[]) =>
  hubClient({ userAgent: 'Wireroom/test', timeoutMs: 500, allowedOrigins });

describe('a hub', () => {
  it('a hub that answers 202 to the form has accepted', async () => {
    const seen: unknown[] = [];
    const { origin } = await loopbackServer(async (incoming, response) => {
      seen.push([incoming.method, incoming.url, incoming.headers['user-agent'], incoming.headers['content-type']]);
      seen.push(Object.fromEntries(new URLSearchParams(await text(incoming))));
      response.writeHead(202).end();
    });
    expect(await client(origin)(request(`${origin}/hub?x=1`))).toBeUndefined();
    expect(seen).toEqual([
      ['POST', '/hub?x=1', 'Wireroom/test', 'application/x-www-form-urlencoded'],
      {
        'hub.mode': 'subscribe',
        'hub.topic': 'https://harbour.example/rss?a=1&b=2',
        'hub.callback': 'https://callback.example/feed/token',
        'hub.secret': 'secret',
        'hub.lease_seconds': '60',
      },
    ]);
  });

  it('a hub that answers 101 and closes the connection has refused', async () => {
    const server = createServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      );
    });
    const origin = `http://127.0.0.1:${await listening(server)}`;
    expect(await client(origin)(request(origin))).toMatch(/^The hub can't be asked: /);
  });

  it('the form leaves out a secret and a lease that the request lacks', async () => {
    const forms: string[] = [];
    const { origin } = await loopbackServer(async (incoming, response) => {
      forms.push(await text(incoming));
      response.end();
    });
    const { secret: _, leaseSeconds: __, ...rest } = request(origin);
    await client(origin)({ ...rest, mode: 'unsubscribe', topic: 't', callback: 'c' });
    expect(forms).toEqual(['hub.mode=unsubscribe&hub.topic=t&hub.callback=c']);
  });

  it.each([200, 204, 299])('a hub that answers %d has accepted', async (status) => {
    const { origin } = await loopbackServer((_, response) => void response.writeHead(status).end());
    expect(await client(origin)(request(origin))).toBeUndefined();
  });

  it.each([300, 302, 400, 503])('a hub that answers %d has refused', async (status) => {
    const { origin } = await loopbackServer((_, response) => void response.writeHead(status, { location: '/' }).end());
    expect(await client(origin)(request(origin))).toBe(`The hub answers with status ${status}.`);
  });

  it('a hub with a status below 100 has refused', async () => {
    const port = await listening(
      createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 099 X\r\n\r\n'))),
    );
    const hub = `http://127.0.0.1:${port}`;
    expect(await client(hub)(request(hub))).toBe('The hub answers with status 99.');
  });

  it('a hub that never answers gives a problem', async () => {
    const { origin } = await loopbackServer(() => {});
    expect(await client(origin)(request(origin))).toBe("The hub can't be asked: The operation was aborted.");
  });

  it('a hub with an untrusted certificate gives a problem', async () => {
    const { origin } = await secureLoopbackServer((_, response) => response.end());
    expect(await client(origin)(request(origin))).toMatch(/^The hub can't be asked: self-signed certificate/);
  });

  it('the connection is closed when a hub’s answer has a body without end', async () => {
    const closed = Promise.withResolvers<void>();
    const { origin } = await loopbackServer((incoming, response) => {
      response.writeHead(200);
      response.write('x');
      incoming.socket.on('close', () => closed.resolve());
    });
    expect(await client(origin)(request(origin))).toBeUndefined();
    await closed.promise;
  });

  it.each([
    ['an FTP address', 'ftp://hub.example/', 'ftp://hub.example/ is no web address.'],
    ['a loopback address', 'http://127.0.0.1/', '127.0.0.1 is not an address on the public internet.'],
    ['the metadata service', 'http://169.254.169.254/', '169.254.169.254 is not an address on the public internet.'],
    ['the port of a mail server', 'http://hub.example:25/', '25 is not a port of the web.'],
    ['a text that is no address', 'nonsense', 'nonsense is no web address.'],
    ['a loopback address in IPv6', 'http://[::1]/', '::1 is not an address on the public internet.'],
    ['a name of the loopback interface', 'http://localhost/', expect.stringContaining('which is not a public address')],
    ['such a name with https', 'https://localhost/', expect.stringContaining('which is not a public address')],
    ['such a name with port 443', 'http://localhost:443/', expect.stringContaining('which is not a public address')],
    ['such a name with port 80', 'https://localhost:80/', expect.stringContaining('which is not a public address')],
  ])('a hub is not asked at %s', async (_, hub, problem) => {
    expect(await client()(request(hub))).toEqual(problem);
  });
});
