/** What rss-parser hands over, and how it is read. */
import { list, textOf } from './xml-values.ts';

/** A channel or an item. */
export type RawElement = Readonly<Record<string, unknown>>;
export type RawFeed = RawElement & { readonly items: readonly RawElement[] };

/** rss-parser picks one of several and mixes some up; under names of our own it leaves them as they are. */
export function ownName(name: string): string {
  const known = ownNames.get(name) ?? `all ${name}`;
  ownNames.set(name, known);
  return known;
}
/** Made once: there are a few dozen, and they are asked for at every item. */
const ownNames = new Map<string, string>();
/** The elements of a name, as xml2js has them. */
export const all = (raw: RawElement, name: string): readonly unknown[] => list(raw[ownName(name)]);

/** The text of the first element that has any, of the first name that is there. */
export function first(raw: RawElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const value of all(raw, name)) {
      const text = textOf(value);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** What the channel or feed itself has as attributes. */
export const attributesOf = (raw: RawElement): unknown => ({ $: raw[ownName('$')] });
