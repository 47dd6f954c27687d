/** What a poll noticed besides its outcome, by the names of the metrics that count it. */

import type { Feed } from '../record/feed.ts';
import type { FetchedState } from '../record/feed-store.ts';
import { isSilent } from './silence.ts';

export type Note = 'PossibleGap' | 'FellSilent' | 'HiddenNews' | 'GuidsGivenUp' | 'Repaired';

/**
 * Returns what this poll is the first to notice.
 * @param feed as it was before the poll
 * @param state the feed's state after the poll; undefined if the poll left it as it was
 */
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
