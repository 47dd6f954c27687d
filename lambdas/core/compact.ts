type Undefinable<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
type Compact<T> = Omit<T, Undefinable<T>> & { [K in Undefinable<T>]?: Exclude<T[K], undefined> };

/** Returns the value without the keys whose value is undefined, so that tests, messages and tables all leave such keys out. */
export function compact<T extends object>(value: T): Compact<T> {
  const present: Record<string, unknown> = {}; // a loop, because this runs for each item and each of its parts
  for (const [key, each] of Object.entries(value)) if (each !== undefined) present[key] = each;
  return present as Compact<T>;
}
