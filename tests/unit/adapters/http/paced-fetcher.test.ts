import { describe, expect, it } from 'vitest';
import { pacedFetcher } from '../../../../lambdas/adapters/http/paced-fetcher.ts';
import type { FetchFailure } from '../../../../lambdas/core/web/fetcher.ts';

/** A fetcher whose requests take 100 ms, on a clock that moves only for requests and pauses. */
function pace(spacingMs: number, reason: FetchFailure = 'timeout') {
  let clock = 0;
  const starts: [string, number][] = [];
  const fetch = pacedFetcher(
    async ({ url }) => {
      starts.push([url, clock]);
      clock += 100;
      return { kind: 'failed', reason, detail: '' };
    },
    {
      spacingMs,
      allowedOrigins: ['http://127.0.0.1:8080'],
      now: () => clock,
      sleep: async (ms) => {
        clock += ms;
      },
    },
  );
  return { starts, get: (url: string) => fetch({ url, accept: '*/*' }), wait: (ms: number) => (clock += ms) };
}

describe('a paced fetcher', () => {
  it('two requests to one host are separated by the pause', async () => {
    const { starts, get } = pace(1_000);
    for (const path of ['1', '2', '3']) await get(`https://harbour.example/${path}`);
    expect(starts.map(([, at]) => at)).toEqual([0, 1_100, 2_200]);
  });

  it('a request to another host starts at once', async () => {
    const { starts, get } = pace(1_000);
    await get('https://harbour.example/1');
    await get('https://valley.example/1');
    expect(starts.map(([, at]) => at)).toEqual([0, 100]);
  });

  it('a request waits only for the rest of the pause', async () => {
    const { starts, get, wait } = pace(1_000);
    await get('https://harbour.example/1');
    wait(700);
    await get('https://harbour.example/2');
    wait(5_000);
    await get('https://harbour.example/3');
    expect(starts.map(([, at]) => at)).toEqual([0, 1_100, 6_200]);
  });

  it.each([
    ['an origin of the operator', 1_000, 'http://127.0.0.1:8080/a'],
    ['a pause of 0 ms', 0, 'https://harbour.example/a'],
    ['a text that is no address', 1_000, 'nonsense'],
  ])('requests are not separated with %s', async (_, spacing, url) => {
    const { starts, get } = pace(spacing);
    await get(url);
    await get(url);
    expect(starts.map(([, at]) => at)).toEqual([0, 100]);
  });

  it('no pause follows a request that never reached the host', async () => {
    const { starts, get } = pace(1_000, 'dns');
    await get('https://harbour.example/1');
    await get('https://harbour.example/2');
    expect(starts.map(([, at]) => at)).toEqual([0, 100]);
  });
});
