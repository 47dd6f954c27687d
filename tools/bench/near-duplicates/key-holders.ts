/** Which article holds a key, for millions of keys: a hash table with open addresses, twelve bytes a slot. */
export interface KeyHolders {
  /** Returns the article's number. */
  get(fingerprint: string): number | undefined;
  /** @param article a number of 32 bits, from 0 */
  set(fingerprint: string, article: number): void;
}

const FULL = 'The table is full.';

/** @param keys max keys; half of the slots stay empty */
export function keyHolders(keys: number): KeyHolders {
  const mask = 2 ** Math.ceil(Math.log2(2 * keys)) - 1;
  const [highs, lows, holders] = [0, 1, 2].map(() => new Uint32Array(mask + 1)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let used = 0;
  /** Finds the slot of a key by 64 bits of its hash: the key's own, or an empty one. */
  const slotOf = (high: number, low: number): number => {
    let slot = low & mask;
    while (holders[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  };
  const halves = (fingerprint: string): [number, number] => {
    const digits = fingerprint.slice(fingerprint.indexOf(':') + 1);
    return [Number.parseInt(digits.slice(0, 8), 16), Number.parseInt(digits.slice(8, 16), 16)];
  };
  return {
    get(fingerprint) {
      const holder = holders[slotOf(...halves(fingerprint))] ?? 0;
      return holder === 0 ? undefined : holder - 1;
    },
    set(fingerprint, article) {
      const [high, low] = halves(fingerprint);
      const slot = slotOf(high, low);
      if (holders[slot] === 0 && ++used > mask) throw new Error(FULL);
      [highs[slot], lows[slot], holders[slot]] = [high, low, article + 1];
    },
  };
}
