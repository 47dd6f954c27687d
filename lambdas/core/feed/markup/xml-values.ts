/** Reads the values that rss-parser passes on from xml2js: a string, an object with `_` and `$`, or a list of these. */

/** The text of a value, trimmed; undefined when the text is empty. */
export function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  const text = isObject(value) ? value['_'] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The elements of a name within an element. */
export const childrenOf = (value: unknown, name: string): readonly unknown[] =>
  isObject(value) ? list(value[name]) : [];

/** The text of the first element of a name, within an element, that has text. */
export const childOf = (value: unknown, name: string): string | undefined =>
  childrenOf(value, name)
    .map(textOf)
    .find((text) => text !== undefined);

export function attributeOf(value: unknown, name: string): string | undefined {
  const attributes = isObject(value) ? value['$'] : undefined;
  return isObject(attributes) ? textOf(attributes[name]) : undefined;
}

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
