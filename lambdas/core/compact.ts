type Undefinable<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
type Compact<T> = Omit<T, Undefinable<T>> & { [K in Undefinable<T>]?: Exclude<T[K], undefined> };

/** Drops the keys whose value is undefined, so that an absent value is absent everywhere: in tests, messages and tables. */
export function compact<T extends object>(value: T): Compact<T> {
  const present: Record<string, unknown> = {}; // a loop: this is called for every item and every part of one
  for (const [key, each] of Object.entries(value)) if (each !== undefined) present[key] = each;
  return present as Compact<T>;
}
