/**
 * The newest items of a document that holds more items than a Feed can remember, wherever they stand in the document.
 */
import { isoDate } from '../dates/dates.ts';

/** Max items of one document that are read: the seen set must fit the Feed's record. */
export const MAX_ITEMS = 2_000;

/** The dates of an item as the publisher wrote them. */
export interface ItemDates {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
}

export interface NewestItems<T> {
  add(item: T): void;
  /** The items that are read, in the document's order, and how many are left out. */
  chosen(): { readonly items: readonly T[]; readonly leftOut: number };
}

/**
 * Chooses the `MAX_ITEMS` newest of any number of items, and holds at most twice as many. Items without a readable date
 * count as the oldest. Of items with the same date the first are chosen.
 */
export function newestItems<T>(datesOf: (item: T) => ItemDates): NewestItems<T> {
  let held: T[] = [];
  let leftOut = 0;
  const prune = (): void => {
    if (held.length <= MAX_ITEMS) return;
    const dated = held.map((item, place) => ({ item, place, time: timeOf(datesOf(item)) }));
    const newest = dated.sort((a, b) => b.time - a.time || a.place - b.place).slice(0, MAX_ITEMS);
    leftOut += held.length - MAX_ITEMS;
    held = newest.sort((a, b) => a.place - b.place).map(({ item }) => item);
  };
  return {
    add(item) {
      held.push(item);
      if (held.length >= 2 * MAX_ITEMS) prune();
    },
    chosen() {
      prune();
      return { items: held, leftOut };
    },
  };
}

/** In milliseconds since 1970; the earliest time of JavaScript for an item without a readable date. */
const timeOf = ({ published, updated }: ItemDates): number =>
  Date.parse(isoDate(published) ?? isoDate(updated) ?? '') || -8.64e15;
