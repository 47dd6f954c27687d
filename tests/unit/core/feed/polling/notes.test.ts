import { expect, it } from 'vitest';
import { notesOn } from '../../../../../lambdas/core/feed/polling/notes.ts';
import type { Feed } from '../../../../../lambdas/core/feed/record/feed.ts';
import type { FetchedState } from '../../../../../lambdas/core/feed/record/feed-store.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const lastPoll = (at: string) => ({ at, outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0 }) as const;
/** Silent two days after the last news: at half past seven. */
const quiet = { meanGapMinutes: 60, lastChangedAt: '2026-11-21T07:30:00.000Z' };
const gap = { after: '2026-11-22T08:00:00.000Z', before: '2026-11-23T08:00:00.000Z' };
const earlier = { after: '2026-11-01T08:00:00.000Z', before: '2026-11-02T08:00:00.000Z' };

it.each<[string, Partial<Feed>, FetchedState | undefined, string[]]>([
  ['a poll that went well notes nothing', {}, { title: 'Harbour Post' }, []],
  ['a poll that failed notes nothing', { gaps: [gap] }, undefined, []],
  ['a poll notes a possible gap', {}, { gaps: [gap] }, ['PossibleGap']],
  ['a poll notes a possible gap behind an earlier gap', { gaps: [earlier] }, { gaps: [earlier, gap] }, ['PossibleGap']],
  ['a poll does not note a gap that is known', { gaps: [gap] }, { gaps: [gap] }, []],
  [
    'a poll notes that a feed fell silent since the last poll',
    { ...quiet, lastPoll: lastPoll('2026-11-23T07:00:00.000Z') },
    quiet,
    ['FellSilent'],
  ],
  [
    'a poll that failed notes that a feed fell silent',
    { ...quiet, lastPoll: lastPoll('2026-11-23T07:00:00.000Z') },
    undefined,
    ['FellSilent'],
  ],
  [
    'a poll does not note silence that the last poll found',
    { ...quiet, lastPoll: lastPoll('2026-11-23T07:45:00.000Z') },
    quiet,
    [],
  ],
  ['the first poll notes that a feed is silent', {}, quiet, ['FellSilent']],
  ['a poll notes news that a 304 had hidden', {}, { distrustedUntil: '2026-11-30T08:00:00.000Z' }, ['HiddenNews']],
  ['a poll notes that a document had to be repaired', {}, { repaired: true }, ['Repaired']],
  ['a poll does not note a second repair', { repaired: true }, { repaired: true }, []],
  ['a poll does not note that a document is whole again', { repaired: true }, {}, []],
  ['a poll notes guids that are given up', {}, { identity: 'url' }, ['GuidsGivenUp']],
])('%s', (_, before, state, notes) => {
  expect(notesOn(feed(before), state, NOW)).toEqual(notes);
});
