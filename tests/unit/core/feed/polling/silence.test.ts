import { expect, it } from 'vitest';
import { isSilent } from '../../../../../lambdas/core/feed/polling/silence.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const hoursAgo = (hours: number): string => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

it.each<[string, Parameters<typeof feed>[0], boolean]>([
  [
    'a feed is silent after more than ten of its mean gaps',
    { meanGapMinutes: 600, lastChangedAt: hoursAgo(101) },
    true,
  ],
  ['a feed is not silent within ten of its mean gaps', { meanGapMinutes: 600, lastChangedAt: hoursAgo(100) }, false],
  ['a fast feed is silent after more than two days', { meanGapMinutes: 1, lastChangedAt: hoursAgo(48.01) }, true],
  ['a fast feed is not silent within two days', { meanGapMinutes: 1, lastChangedAt: hoursAgo(48) }, false],
  ['a feed whose rhythm is unknown is not silent', { lastChangedAt: hoursAgo(1_000) }, false],
  ['a feed that never had news is not silent', { meanGapMinutes: 1 }, false],
])('%s', (_, fields, expected) => {
  expect(isSilent(feed(fields), NOW)).toBe(expected);
});
