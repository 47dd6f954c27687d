import { describe, expect, it } from 'vitest';
import { feedIdOf } from '../../../../../lambdas/core/feed/record/feed-url.ts';
import { findFeed } from '../../../../../tools/cli/feeds/find-feed.ts';
import { feed } from '../../../../fakes/feed.ts';

const HARBOUR = 'https://harbour.example/rss';
const MOVED = 'https://moved.example/old';
const feeds = [
  feed({ feedId: feedIdOf(HARBOUR), url: HARBOUR }),
  feed({ feedId: feedIdOf(MOVED), url: 'https://moved.example/new', addedUrl: MOVED }),
  feed({ feedId: `00000000a${'0'.repeat(23)}`, url: 'https://a.example/' }),
  feed({ feedId: `00000000b${'0'.repeat(23)}`, url: 'https://b.example/' }),
];
const registry = {
  get: async (feedId: string) => feeds.find((each) => each.feedId === feedId),
  async *list() {
    yield* feeds;
  },
};

describe('finding a feed', () => {
  it.each([
    ['by its address', HARBOUR, HARBOUR],
    ['by another spelling of its address', 'HTTPS://harbour.example:443/rss#top', HARBOUR],
    ['by the address that it was added under', MOVED, 'https://moved.example/new'],
    ['by its id', feedIdOf(HARBOUR), HARBOUR],
    ['by the first eight characters of its id', feedIdOf(HARBOUR).slice(0, 8), HARBOUR],
    ['by as many characters of its id as make it unique', '00000000b', 'https://b.example/'],
  ])('a feed is found %s', async (_, name, url) => {
    expect((await findFeed(registry, name)).url).toBe(url);
  });
});

describe('not finding a feed', () => {
  it.each([
    [
      'by fewer than eight characters of an id',
      feedIdOf(HARBOUR).slice(0, 7),
      /: at least the first 8 characters of an id are needed\.$/,
    ],
    [
      'by the start of several ids, which are named',
      '00000000',
      /^2 feeds begin with 00000000: 00000000a0+ \(https:\/\/a\.example\/\), 0+b0+ \(.+\)\. Give more of the id\.$/,
    ],
    ['by the start of no id', '12345678', /^There is no feed 12345678: `feeds list` shows all feeds\.$/],
    [
      'by a mistyped address, and the right address is suggested',
      'http://harbour.example/rs',
      /: did you mean https:\/\/harbour\.example\/rss\?$/,
    ],
    ['by another address', 'https://harbour.example/atom.xml', /: `feeds list` shows all feeds\.$/],
    ['by a word', 'harbour', /^There is no feed harbour: `feeds list`/],
  ])('no feed is found %s', async (_, name, sentence) => {
    await expect(findFeed(registry, name)).rejects.toThrow(expect.objectContaining({ exitCode: 3 }));
    await expect(findFeed(registry, name)).rejects.toThrow(sentence);
  });
});
