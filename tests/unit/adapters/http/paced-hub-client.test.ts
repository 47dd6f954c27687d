import { expect, it } from 'vitest';
import { pacedHubClient } from '../../../../lambdas/adapters/http/paced-hub-client.ts';

/** A client with a clock that stands still. */
function paced() {
  const asked: string[] = [];
  const waits: number[] = [];
  let now = 0;
  const ask = pacedHubClient(async ({ hub }) => void asked.push(hub), {
    now: () => now,
    sleep: async (ms) => void waits.push(ms),
  });
  const request = (hub: string) => ask({ hub, mode: 'subscribe', topic: 't', callback: 'c' });
  return { asked, waits, request, pass: (ms: number) => (now += ms) };
}

it('requests to hubs of one host wait for one another', async () => {
  const { asked, waits, request } = paced();
  await Promise.all(['https://hub.example/a', 'https://hub.example/b', 'https://other.example/'].map(request));
  expect(waits).toEqual([250]);
  expect(asked).toHaveLength(3);
});

it('a request to a hub does not wait if the last request was long ago', async () => {
  const { waits, request, pass } = paced();
  await request('https://hub.example/');
  pass(250);
  await request('https://hub.example/');
  expect(waits).toEqual([]);
});

it('a request to a hub that would wait too long is not made, and that is a problem', async () => {
  const { asked, request } = paced();
  const problems = await Promise.all(Array.from({ length: 8 }, () => request('https://hub.example/')));
  expect(problems.filter(Boolean)).toEqual(['Too many feeds have asked this hub at once.']);
  expect(asked).toHaveLength(7);
});

it('an address that is none is left to the client', async () => {
  const { asked, request } = paced();
  await request('no address');
  expect(asked).toEqual(['no address']);
});
