/** Formats a field's value on one line: lists with commas, objects as names and values, sorted by name. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownValue).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return entriesByName(value)
    .map(([key, inner]) => `${key} ${shownValue(inner)}`)
    .join(', ');
}

/** Sorts by name, because DynamoDB returns an object's properties in any order. */
export const entriesByName = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
