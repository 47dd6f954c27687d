import { expect, it } from 'vitest';
import { problemsOf } from '../../../../../lambdas/core/feed/polling/problems.ts';
import type { Feed } from '../../../../../lambdas/core/feed/record/feed.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const poll = { at: '2026-11-23T07:00:00.000Z', newItems: 0, changedItems: 0 };
const quiet = { meanGapMinutes: 60, lastChangedAt: '2026-11-20T08:00:00.000Z' };
const gap = { after: '2026-11-22T08:00:00.000Z', before: '2026-11-22T09:00:00.000Z' };

const failedPoll = {
  at: '2026-11-23T07:00:00.000Z',
  outcome: 'failed',
  detail: 'The publisher answered with status 401.',
  newItems: 0,
  changedItems: 0,
} as const;

it.each<[string, Partial<Feed>, string[]]>([
  [
    'a feed that is well has no problems',
    { lastPoll: { ...poll, outcome: 'unchanged', detail: 'Not modified (304).' } },
    [],
  ],
  [
    'a failure is a problem',
    { lastPoll: { ...poll, outcome: 'failed', detail: 'The publisher answered with status 404.' } },
    ['The publisher answered with status 404.'],
  ],
  [
    'a page where a feed should be is a problem, with what to do',
    { lastPoll: { ...poll, outcome: 'failed', reason: 'html-page', detail: 'The address serves an HTML page.' } },
    [
      'The address serves an HTML page.',
      '`feeds discover https://harbour.example/rss` looks for the feeds of this page.',
    ],
  ],
  [
    'a feed that is gone has the detail of its last poll for a problem',
    { status: 'gone', lastPoll: { ...poll, outcome: 'gone', detail: 'Gone (410).' } },
    ['Gone (410).'],
  ],
  ['silence is a problem', quiet, ['Silent since 2026-11-20T08:00:00.000Z, for far longer than its rhythm.']],
  ['silence of a slow feed is no problem', { ...quiet, meanGapMinutes: 24 * 60 }, []],
  ['silence within two days is no problem', { ...quiet, lastChangedAt: '2026-11-21T09:00:00.000Z' }, []],
  [
    'a possible gap of this week is a problem',
    { gaps: [gap] },
    ['Items may have been missed between 2026-11-22T08:00:00.000Z and 2026-11-22T09:00:00.000Z.'],
  ],
  [
    'a possible gap that is long past is no problem',
    { gaps: [{ after: '2026-11-01T08:00:00.000Z', before: '2026-11-01T09:00:00.000Z' }] },
    [],
  ],
  [
    'guids that change are a problem',
    { identity: 'url' },
    ['Its guids change from poll to poll: items are known by their URLs.'],
  ],
  [
    'items that are not read are a problem',
    { leftOut: 500 },
    ['It holds too many items: 500 are not read, the oldest by date or else those at its end.'],
  ],
  ['a server that is trusted again is no problem', { distrustedUntil: '2026-11-23T08:00:00.000Z' }, []],
  [
    'a feed that wants a password is a problem with a way out',
    { lastPoll: { ...failedPoll, reason: 'http-401' } },
    [
      failedPoll.detail,
      'It wants a password: `feeds set https://harbour.example/rss credentials=NAME` names the secret.',
    ],
  ],
  [
    'a feed that refuses its credentials has them already',
    { credentials: 'harbour', lastPoll: { ...failedPoll, reason: 'http-401' } },
    [failedPoll.detail],
  ],
  ['a feed that is gone without a poll is a problem', { status: 'gone' }, ['It is gone.']],
  ['a possible gap is no problem after a week', { gaps: [{ ...gap, before: '2026-11-16T08:00:00.000Z' }] }, []],
  [
    'the latest possible gap is a problem behind an earlier gap',
    { gaps: [{ after: '2026-11-01T08:00:00.000Z', before: '2026-11-01T09:00:00.000Z' }, gap] },
    ['Items may have been missed between 2026-11-22T08:00:00.000Z and 2026-11-22T09:00:00.000Z.'],
  ],
  [
    'a server whose 304 has hidden news is a problem',
    { distrustedUntil: '2026-11-30T08:00:00.000Z' },
    ['A 304 has hidden news: polled without validators until 2026-11-30T08:00:00.000Z.'],
  ],
])('%s', (_, fields, problems) => {
  expect(problemsOf(feed(fields), NOW)).toEqual(problems);
});
