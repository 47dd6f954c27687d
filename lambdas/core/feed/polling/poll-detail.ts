import type { FeedDocument } from '../document/feed-document.ts';
import type { Feed } from '../record/feed.ts';
import type { FetchedState } from '../record/feed-store.ts';
import type { SeenComparison } from './seen-set.ts';

/**
 * Returns the sentences that tell people what a poll found in a document.
 * @param state the feed's state after the poll
 */
export function pollDetail(
  document: FeedDocument,
  comparison: SeenComparison,
  feed: Feed,
  state: FetchedState,
): string {
  const { items, repaired, leftOut = 0 } = document;
  return [
    countOf(comparison, items.length + leftOut),
    leftOut > 0 && `Only the newest ${items.length} are read.`,
    repaired && 'It is not well-formed, and was repaired.',
    comparison.isReplaced && 'None of them was there last time: some may have been missed in between.',
    state.identity !== feed.identity && 'Its guids change though its items do not: they are known by their URLs now.',
    state.distrustedUntil !== feed.distrustedUntil && 'A 304 had hidden them: its validators are not used for a week.',
  ]
    .filter(Boolean)
    .join(' ');
}

const countOf = ({ newItems, changedItems }: SeenComparison, itemCount: number): string =>
  newItems.length + changedItems.length > 0
    ? `${newItems.length} new and ${changedItems.length} changed of ${itemCount} items.`
    : 'A new document without news.';
