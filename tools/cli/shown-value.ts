/** The value of a field on one line: lists by commas, what an object holds with its names. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownValue).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${shownValue(inner)}`)
    .join(', ');
}
