import { expect, it } from 'vitest';
import { detailLines, readableFeed } from '../../../../../tools/cli/feeds/feed-details.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const known = feed({
  title: 'Harbour Post',
  seen: Buffer.from('seen'),
  gaps: [{ after: '2026-11-22T08:00:00.000Z', before: '2026-11-22T09:00:00.000Z' }],
  publisherHints: { ttlMinutes: 60, skipHours: [1, 2] },
  subscription: {
    url: 'https://hub.example/',
    topic: 'https://harbour.example/rss',
    token: 'the token',
    secret: 'the secret',
    requestedAt: '2026-11-22T08:00:00.000Z',
  },
});

it('a feed is shown line by line, with its problems first', () => {
  const lines = detailLines(known, NOW);
  expect(lines.slice(0, 2)).toEqual([
    ['problem', 'Items may have been missed between 2026-11-22T08:00:00.000Z and 2026-11-22T09:00:00.000Z.'],
    ['title', 'Harbour Post'],
  ]);
  expect(lines).toEqual(
    expect.arrayContaining([
      ['nextPollReason', 'The feed was added.'],
      ['gaps', 'after 2026-11-22T08:00:00.000Z, before 2026-11-22T09:00:00.000Z'],
      ['publisherHints.ttlMinutes', '60'],
      ['publisherHints.skipHours', '1, 2'],
      ['subscription.url', 'https://hub.example/'],
    ]),
  );
});

it('fields have the same order whatever the order in the record', () => {
  const backwards = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
  const reversed = backwards({ ...known, publisherHints: backwards(known.publisherHints ?? {}) });
  expect(detailLines(reversed, NOW)).toEqual(detailLines(known, NOW));
});

it('a problem that is also the detail of the last poll is shown once', () => {
  const detail = 'The address serves an HTML page, not a feed.';
  const failed = {
    at: NOW.toISOString(),
    outcome: 'failed',
    reason: 'dns',
    detail,
    newItems: 0,
    changedItems: 0,
  } as const;
  const lines = detailLines(feed({ lastPoll: failed }), NOW);
  expect(lines.filter(([, value]) => value === detail)).toEqual([['problem', detail]]);
  expect(lines).toContainEqual(['lastPoll.reason', 'dns']);
});

it('bodyHash and index attributes are in the JSON, but not shown to people', () => {
  const record = { ...feed({ bodyHash: 'hash' }), dueShard: 3, availableAt: NOW.toISOString() };
  const names = detailLines(record, NOW).map(([name]) => name);
  expect(names.filter((name) => /bodyHash|dueShard|availableAt/.test(name))).toEqual([]);
  expect(readableFeed(record)).toMatchObject({ bodyHash: 'hash', dueShard: 3 });
});

it('the seen set and the subscription’s secrets are never shown', () => {
  expect(JSON.stringify([readableFeed(known), detailLines(known, NOW)])).not.toMatch(/seen|the (?:token|secret)/);
});
