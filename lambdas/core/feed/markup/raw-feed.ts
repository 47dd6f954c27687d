/** The output of rss-parser, and how the normaliser reads it. */
import { list, textOf } from './xml-values.ts';

/** A channel or an item. */
export type RawElement = Readonly<Record<string, unknown>>;
export type RawFeed = RawElement & { readonly items: readonly RawElement[] };

/** Made once: there are a few dozen names, and each is asked for at every item. */
const fieldNames = new Map<string, string>();

/**
 * Returns the key under which rss-parser keeps all elements of a name. Under the plain name, rss-parser keeps one of several
 * elements and mixes up some.
 */
export function fieldName(name: string): string {
  const known = fieldNames.get(name) ?? `all ${name}`;
  fieldNames.set(name, known);
  return known;
}

/** Returns the elements of a name, as xml2js has them. */
export const all = (raw: RawElement, name: string): readonly unknown[] => list(raw[fieldName(name)]);

/** Returns the text of the first element that has text. The names are tried in order. */
export function first(raw: RawElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const value of all(raw, name)) {
      const text = textOf(value);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** The attributes of a channel or feed, as `attributeOf` reads them. */
export const attributesOf = (raw: RawElement): unknown => ({ $: raw[fieldName('$')] });
