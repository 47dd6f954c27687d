import { expect, it } from 'vitest';
import { notesOn } from '../../../../../lambdas/core/feed/polling/notes.ts';
import type { Feed } from '../../../../../lambdas/core/feed/record/feed.ts';
import type { FetchedState } from '../../../../../lambdas/core/feed/record/feed-store.ts';
import { feed } from '../../../../fakes/feed.ts';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const lastPoll = (at: string) => ({ at, outcome: 'unchanged', detail: '', newItems: 0, changedItems: 0 }) as const;
const quiet = { meanGapMinutes: 60, lastChangedAt: '2026-11-21T07:30:00.000Z' };
const gap = { after: '2026-11-22T08:00:00.000Z', before: '2026-11-23T08:00:00.000Z' };

it.each<[string, Partial<Feed>, FetchedState | undefined, string[]]>([
  ['nothing in a poll that went well', {}, { title: 'Harbour Post' }, []],
  ['nothing in one that failed', { gaps: [gap] }, undefined, []],
  ['a possible gap', {}, { gaps: [gap] }, ['PossibleGap']],
  ['a gap only once', { gaps: [gap] }, { gaps: [gap] }, []],
  ['that a feed fell silent', { ...quiet, lastPoll: lastPoll('2026-11-23T07:00:00.000Z') }, quiet, ['FellSilent']],
  [
    'that it fell silent, though the poll failed',
    { ...quiet, lastPoll: lastPoll('2026-11-23T07:00:00.000Z') },
    undefined,
    ['FellSilent'],
  ],
  ['silence only once', { ...quiet, lastPoll: lastPoll('2026-11-23T07:45:00.000Z') }, quiet, []],
  ['news that a 304 had hidden', {}, { distrustedUntil: '2026-11-30T08:00:00.000Z' }, ['HiddenNews']],
  ['that a document had to be repaired', {}, { repaired: true }, ['Repaired']],
  ['repairs only once', { repaired: true }, { repaired: true }, []],
  ['guids that are given up', {}, { identity: 'url' }, ['GuidsGivenUp']],
])('a poll notes %s', (_, before, state, notes) => {
  expect(notesOn(feed(before), state, NOW)).toEqual(notes);
});
