/** The value of a field on one line: lists by commas, what an object holds with its names, in the order of these. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownValue).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return entriesByName(value)
    .map(([key, inner]) => `${key} ${shownValue(inner)}`)
    .join(', ');
}

/** A table gives back what an object holds in any order. */
export const entriesByName = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
