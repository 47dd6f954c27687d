import type { Feed } from '../../lambdas/core/feed/record/feed.ts';

/** A feed that was added and never polled. */
export const feed = (fields: Partial<Feed> = {}): Feed => ({
  feedId: 'feed-a',
  url: 'https://harbour.example/rss',
  status: 'active',
  addedAt: '2026-11-23T07:00:00.000Z',
  nextPollAt: '2026-11-23T08:00:00.000Z',
  nextPollReason: 'The feed was added.',
  intervalMinutes: 30,
  failures: 0,
  ...fields,
});
