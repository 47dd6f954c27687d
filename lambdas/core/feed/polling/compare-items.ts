import { compact } from '../../compact.ts';
import type { FeedItem } from '../document/feed-document.ts';
import { tellGuidsApart } from '../document/item-identity.ts';
import type { Feed } from '../record/feed.ts';
import { compareWithSeen, type SeenComparison } from './seen-set.ts';

/**
 * If more than this share of a document has new guids for known items, the publisher makes the guids up at each poll.
 */
const MAX_RENAMED_SHARE = 0.05;

export interface ItemComparison {
  /** `url` if the feed's guids are given up, by this poll or an earlier one. */
  readonly identity: Feed['identity'];
  readonly comparison: SeenComparison;
}

/**
 * Compares a document's items with the feed's seen set, by guid. If guids change while their items stay the same, the
 * feed's items are known by their URLs from then on.
 *
 * @param isDelta whether the document holds only what is to be added to the one before
 */
export function compareItems(feed: Feed, documentItems: readonly FeedItem[], isDelta: boolean): ItemComparison {
  const items = tellGuidsApart(documentItems);
  const compareBy = (identity: Feed['identity']): SeenComparison =>
    compareWithSeen(
      compact({ items: identity === 'url' ? items.map(withoutGuid) : items, isDelta, since: feed.lastPoll?.at }),
      feed.seen,
    );
  const comparison = compareBy(feed.identity);
  if (feed.identity === undefined && areGuidsMadeUp(feed, comparison, items.length))
    return { identity: 'url', comparison: compareBy('url') };
  return { identity: feed.identity, comparison };
}

const areGuidsMadeUp = (feed: Feed, { renamed, isReplaced }: SeenComparison, itemCount: number): boolean =>
  renamed > MAX_RENAMED_SHARE * itemCount || (isReplaced && wasReplacedTwice(feed));

/**
 * Whether the last two polls found none of the items that the poll before had found. Three such polls in a row are the
 * mark of guids and texts that change at each poll.
 */
function wasReplacedTwice({ gaps = [], lastPoll }: Feed): boolean {
  const [last, lastButOne] = [gaps.at(-1), gaps.at(-2)];
  return last !== undefined && last.before === lastPoll?.at && lastButOne?.before === last.after;
}

/** An item whose URL names no other item of its document can do without its guid. */
function withoutGuid(item: FeedItem): FeedItem {
  const { guid: _, ...rest } = item;
  return item.url === undefined || item.urlIsShared ? item : rest;
}
