/** Reading the values that rss-parser passes on from xml2js: a string, an object with `_` and `$`, or a list of these. */

export function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  const text = typeof value === 'object' && value !== null && '_' in value ? value._ : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The elements of a name within another. */
export const childrenOf = (value: unknown, name: string): readonly unknown[] =>
  typeof value === 'object' && value !== null ? list((value as Record<string, unknown>)[name]) : [];

export const childOf = (value: unknown, name: string): string | undefined =>
  childrenOf(value, name)
    .map(textOf)
    .find((text) => text !== undefined);

export function attributeOf(value: unknown, name: string): string | undefined {
  const attributes = typeof value === 'object' && value !== null && '$' in value ? value.$ : undefined;
  return textOf((attributes as Record<string, unknown> | undefined)?.[name]);
}

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
