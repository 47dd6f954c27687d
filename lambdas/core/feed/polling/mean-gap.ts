import type { FeedItem } from '../document/feed-document.ts';

/** Only the newest items count: items that were published years ago say nothing of the feed's present habit. */
const MAX_ITEMS = 20;
/** With fewer dates a mean gap would be chance. */
const MIN_DATES = 3;

/** Returns the mean time between a document's newest items, in minutes; undefined if fewer than three have a date. */
export function meanGapMinutes(items: readonly FeedItem[]): number | undefined {
  const times = items
    .flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [Date.parse(publishedAt)]))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => b - a)
    .slice(0, MAX_ITEMS);
  const newest = times[0];
  const oldest = times.at(-1);
  if (newest === undefined || oldest === undefined || times.length < MIN_DATES) return undefined;
  return (newest - oldest) / (times.length - 1) / 60_000;
}
