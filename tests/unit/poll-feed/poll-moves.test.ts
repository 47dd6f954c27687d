import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../../../lambdas/core/web/fetcher.ts';
import { rss, story, URL, world } from '../../fakes/poll-world.ts';

describe('a delta (226)', () => {
  const first = { body: rss(story('a'), story('b')), headers: { etag: '"1"' } };
  const delta = { status: 226, body: rss(story('c')), headers: { etag: '"2"', im: 'feed' } };

  it('a delta is asked for if an ETag is known', async () => {
    const { poll, requests } = world();
    await poll(first);
    await poll(delta);
    expect(requests.map(({ etag, delta }) => [etag, delta])).toEqual([
      [undefined, false],
      ['"1"', true],
    ]);
  });

  it('a delta brings new items, and items that it leaves out are neither gone nor a gap', async () => {
    const { poll, guids, state } = world();
    await poll(first);
    expect(await poll(delta)).toMatchObject({ outcome: 'changed', newItems: 1, changedItems: 0 });
    expect(state()).toMatchObject({ etag: '"2"', intervalMinutes: 15 });
    expect(state()).not.toHaveProperty('gaps');
    expect(await poll({ body: rss(story('c'), story('a'), story('b')) })).toMatchObject({ outcome: 'unchanged' });
    expect(guids()).toEqual(['a', 'b', 'c']);
  });

  it('a delta of another kind is a failure', async () => {
    const { poll } = world();
    await poll(first);
    expect(await poll({ ...delta, headers: { im: 'vcdiff' } })).toMatchObject({
      outcome: 'failed',
      reason: 'http-226',
    });
  });
});

describe('a feed that has moved', () => {
  const NEW = 'https://harbour-post.example/feed';
  const redirected = (body: string, status = 200): FetchOutcome => ({
    kind: 'response',
    status,
    url: NEW,
    redirects: [{ status: 301, to: NEW }],
    headers: {},
    body: Buffer.from(body),
  });
  const since = '2026-11-10T08:00:00.000Z';

  it('a feed moves after a week, and its items keep the address that the feed was added under', async () => {
    const { poll, requests, state, sent } = world({ moving: { url: NEW, since } });
    expect(await poll(redirected(rss(story('a'))))).toMatchObject({
      detail: `1 new and 0 changed of 1 items. It is polled at ${NEW} from now on.`,
    });
    expect(state()).toMatchObject({ feedId: 'feed-a', url: NEW, addedUrl: URL });
    expect(state()).not.toHaveProperty('moving');
    await poll();
    expect(requests.map(({ url }) => url)).toEqual([URL, NEW]);
    expect(sent.flat()[0]?.feed.url).toBe(URL);
  });

  it.each<[string, FetchOutcome, boolean]>([
    ['a feed does not move to a page', redirected('<!doctype html><html></html>'), false],
    ['a feed does not move to a 404', redirected('', 404), false],
    ['a feed does not move to a feed without common items', redirected(rss(story('x'), story('y'))), false],
    ['a feed does not move to a feed without items', redirected(rss()), false],
    ['probation lasts with an error that passes', redirected('', 503), true],
    ['probation lasts with a timeout', { kind: 'failed', reason: 'timeout', detail: 'no answer' }, true],
  ])('%s', async (_, answer, isOnProbation) => {
    const { poll, state } = world();
    await poll(redirected(rss(story('a'))));
    expect(state()?.moving?.url).toBe(NEW);
    await poll(answer);
    expect(state()?.url).toBe(URL);
    expect(state()?.moving !== undefined).toBe(isOnProbation);
  });
});
