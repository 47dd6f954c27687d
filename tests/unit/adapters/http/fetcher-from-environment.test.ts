import { describe, expect, it } from 'vitest';
import { fetcherFromEnvironment } from '../../../../lambdas/adapters/http/fetcher-from-environment.ts';
import { hubClientFromEnvironment } from '../../../../lambdas/adapters/http/hub-client.ts';
import { ask } from '../../../fakes/fetching.ts';
import { loopbackServer } from '../../../fakes/loopback-server.ts';

const environment = {
  USER_AGENT: 'Wireroom/test',
  FETCH_TIMEOUT_MS: 200,
  FETCH_MAX_BYTES: 1_024,
  HOST_SPACING_MS: 10_000,
};

describe('a client from the environment', () => {
  it('the fetcher has the user agent, the limits and the allowed origins of the environment', async () => {
    const agents: (string | undefined)[] = [];
    const { origin } = await loopbackServer((request, response) => {
      agents.push(request.headers['user-agent']);
      if (request.url === '/large') response.end('x'.repeat(1_025));
    });
    const fetch = fetcherFromEnvironment({ ...environment, ALLOWED_ORIGINS: [origin] });
    expect(await fetch(ask(`${origin}/large`))).toMatchObject({ reason: 'too-large' });
    expect(await fetch(ask(`${origin}/silent`))).toMatchObject({ detail: 'no complete answer within 200 ms' });
    expect(agents).toEqual(['Wireroom/test', 'Wireroom/test']);
  });

  it('the fetcher blocks a loopback address that the environment doesn’t allow', async () => {
    const fetch = fetcherFromEnvironment({ ...environment, ALLOWED_ORIGINS: [] });
    expect(await fetch(ask('http://127.0.0.1:8080/'))).toMatchObject({ reason: 'blocked-address' });
  });

  it('the hub client has the user agent and the allowed origins of the environment', async () => {
    const agents: (string | undefined)[] = [];
    const { origin } = await loopbackServer((request, response) => {
      agents.push(request.headers['user-agent']);
      response.end();
    });
    const request = {
      mode: 'subscribe',
      topic: 'https://harbour.example/rss',
      callback: 'https://callback.example/',
    } as const;
    const ask = hubClientFromEnvironment({ ...environment, ALLOWED_ORIGINS: [origin] });
    expect(await ask({ hub: origin, ...request })).toBeUndefined();
    expect(await ask({ hub: 'http://127.0.0.1/', ...request })).toBe(
      '127.0.0.1 is not an address on the public internet.',
    );
    expect(agents).toEqual(['Wireroom/test']);
  });
});
