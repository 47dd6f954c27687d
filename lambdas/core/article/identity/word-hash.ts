/** Hashes of 32 bits of words and of runs of words, which select a sample of a text. */

/** FNV-1a (RFC 9923) over UTF-16 units, then mixed so that similar words have distant hashes. */
export function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** @param end the index after the run's last word */
export function hashOfRun(words: readonly number[], start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index++) hash = Math.imul(hash, 31) + (words[index] ?? 0);
  return mix(hash);
}

/** The finaliser of MurmurHash3: each bit of the input changes half of the output's. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
