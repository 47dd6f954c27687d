/** What a poll has noticed beside its outcome, by the names of the metrics that count it. */

import type { Feed } from '../record/feed.ts';
import type { FetchedState } from '../record/feed-store.ts';
import { isSilent } from './silence.ts';

export type Note = 'PossibleGap' | 'FellSilent' | 'HiddenNews' | 'GuidsGivenUp' | 'Repaired';

/** Each is noted once, by the poll that finds it. @param state what the poll has learned, if anything */
export function notesOn(feed: Feed, state: FetchedState | undefined, at: Date): Note[] {
  const after = { ...feed, ...state };
  const wasSilent = feed.lastPoll !== undefined && isSilent(feed, new Date(feed.lastPoll.at));
  const notes: readonly (Note | false | undefined)[] = [
    after.gaps?.at(-1)?.before !== feed.gaps?.at(-1)?.before && 'PossibleGap',
    isSilent(after, at) && !wasSilent && 'FellSilent',
    after.distrustedUntil !== feed.distrustedUntil && 'HiddenNews',
    after.identity !== feed.identity && 'GuidsGivenUp',
    after.repaired && !feed.repaired && 'Repaired',
  ];
  return notes.filter((note) => typeof note === 'string');
}
