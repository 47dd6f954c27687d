import { describe, expect, it } from 'vitest';
import { pacedFetcher } from '../../../../lambdas/adapters/http/paced-fetcher.ts';
import type { FetchFailure, FetchOutcome, FetchRequest } from '../../../../lambdas/core/web/fetcher.ts';

/** A fetcher whose requests take 100 ms, on a clock that moves only for requests and pauses. */
function pace(spacingMs: number, failure: FetchFailure | 'none' = 'timeout') {
  const outcome = (url: string): FetchOutcome =>
    failure === 'none'
      ? { kind: 'response', status: 200, url, headers: {}, body: new Uint8Array() }
      : { kind: 'failed', reason: failure, detail: '' };
  let clock = 0;
  const starts: [string, number][] = [];
  const fetch = pacedFetcher(
    async ({ url }) => {
      starts.push([url, clock]);
      clock += 100;
      return outcome(url);
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
  return {
    starts,
    get: (url: string, fields: Partial<FetchRequest> = {}) => fetch({ url, accept: '*/*', ...fields }),
    wait: (ms: number) => (clock += ms),
    restMs: fetch.restMs,
  };
}

describe('a paced fetcher', () => {
  it('a request waits for the pause after a request in which an error of ours was thrown', async () => {
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const broken = async (): Promise<never> => {
      throw new Error('DynamoDB is down');
    };
    const fetch = pacedFetcher(broken, { spacingMs: 1_000, allowedOrigins: [], now: () => 0, sleep });
    for (let request = 1; request <= 2; request++) {
      await expect(fetch({ url: 'https://harbour.example/', accept: '*/*' })).rejects.toThrow('DynamoDB is down');
    }
    expect(slept).toEqual([1_000]);
  });

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

  it.each(['invalid-url', 'blocked-address', 'blocked-port', 'dns'] as const)(
    'no pause follows a request that failed with %s, because it never reached the host',
    async (reason) => {
      const { starts, get } = pace(1_000, reason);
      await get('https://harbour.example/1');
      await get('https://harbour.example/2');
      expect(starts.map(([, at]) => at)).toEqual([0, 100]);
    },
  );

  it('a pause follows an answer', async () => {
    const { starts, get } = pace(1_000, 'none');
    expect(await get('https://harbour.example/1')).toMatchObject({ status: 200, url: 'https://harbour.example/1' });
    await get('https://harbour.example/2');
    expect(starts.map(([, at]) => at)).toEqual([0, 1_100]);
  });

  it('a pause separates two ports of a host only by themselves', async () => {
    const { starts, get } = pace(1_000);
    for (const url of ['https://harbour.example/', 'https://harbour.example:8443/']) await get(url);
    expect(starts.map(([, at]) => at)).toEqual([0, 100]);
  });

  it.each([
    ['longer than ours is kept', 3_000, 3_100],
    ['shorter than ours is ignored', 200, 1_100],
  ])('a pause that the host wishes and that is %s', async (_, spacingMs, second) => {
    const { starts, get } = pace(1_000);
    await get('https://harbour.example/1');
    await get('https://harbour.example/2', { spacingMs });
    expect(starts.map(([, at]) => at)).toEqual([0, second]);
  });

  it.each([
    ['our pause', undefined, 1_000],
    ['the longer pause that the host has asked for, because another process makes the next request', 3_000, 3_000],
    ['our pause if the host asks for a shorter one', 200, 1_000],
  ])('after a request a host rests for %s', async (_, spacingMs, rest) => {
    const { get, restMs, wait } = pace(1_000);
    await get('https://harbour.example/1', { ...(spacingMs && { spacingMs }) });
    expect(restMs('harbour.example')).toBe(rest);
    wait(rest - 100);
    expect(restMs('harbour.example')).toBe(100);
    wait(500);
    expect(restMs('harbour.example')).toBe(0);
  });

  it('a host rests for 0 ms before the first request', () => {
    expect(pace(1_000).restMs('harbour.example')).toBe(0);
  });

  it('a host is still paced after requests to a thousand others', async () => {
    const { starts, get } = pace(1_000);
    for (let n = 0; n < 1_000; n++) await get(`https://h${n}.example/`);
    await get('https://harbour.example/1');
    await get('https://harbour.example/2');
    expect(starts.slice(-2).map(([, at]) => at)).toEqual([100_000, 101_100]);
  });
});
