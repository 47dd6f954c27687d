/** What is read of a document that holds more items than a Feed can remember: the newest, wherever in it they stand. */
import { isoDate } from '../dates/dates.ts';

/** Items of one document that are considered; the seen set must fit the Feed's record. */
export const MAX_ITEMS = 2_000;

/** As they are written. */
export interface ItemDates {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
}

export interface NewestItems<T> {
  add(item: T): void;
  /** The items that are read, in their order, and how many are not. */
  chosen(): { readonly items: readonly T[]; readonly leftOut: number };
}

/**
 * The `MAX_ITEMS` newest of any number of items, of which twice as many are held at most. Those without a date that can be
 * read come last, and of the same date the first go before.
 */
export function newestItems<T>(datesOf: (item: T) => ItemDates): NewestItems<T> {
  let held: T[] = [];
  let leftOut = 0;
  const prune = (): void => {
    if (held.length <= MAX_ITEMS) return;
    const dated = held.map((item, place) => ({ item, place, time: timeOf(datesOf(item)) }));
    const newest = dated.sort((a, b) => b.time - a.time || a.place - b.place).slice(0, MAX_ITEMS);
    leftOut += held.length - newest.length;
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

/** Milliseconds, as far back as there are dates for an item that has none. */
const timeOf = ({ published, updated }: ItemDates): number =>
  Date.parse(isoDate(published) ?? isoDate(updated) ?? '') || -8.64e15;
