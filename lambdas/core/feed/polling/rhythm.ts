import type { FeedItem } from '../document/feed-document.ts';

/** The newest items are the feed's present habit; what was published years ago is not. */
const MAX_ITEMS = 20;

/** The mean time between a document's newest items, in minutes; undefined when fewer than three have a date. */
export function meanGapMinutes(items: readonly FeedItem[]): number | undefined {
  const times = items
    .flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [Date.parse(publishedAt)]))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => b - a)
    .slice(0, MAX_ITEMS);
  const newest = times[0];
  const oldest = times.at(-1);
  if (newest === undefined || oldest === undefined || times.length < 3) return undefined;
  return (newest - oldest) / (times.length - 1) / 60_000;
}
