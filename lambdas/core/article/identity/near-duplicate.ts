/**
 * How much of one text is in another: edited, cut short, or with another beginning.
 *
 * A text is the set of its runs of three words (shingles: Broder, "On the resemblance and containment of documents",
 * 1997). Its sketch is the smallest hashes of the set (bottom-k sketch: Cohen and Kaplan, "Summarizing data using
 * bottom-k sketches", PODC 2007): two texts select the same hashes independently, and two sketches say what share of
 * the shorter text is in the longer. Similar texts are found by their keys (text-keys.ts).
 */
import { foldedText } from '../../folded-text.ts';
import { contentId } from '../../hash.ts';
import { textKeys } from './text-keys.ts';
import { hashOfRun, hashOfWord } from './word-hash.ts';

/** Words in a run. */
const RUN_WORDS = 3;
/** Min runs of a text that is sketched: fewer prove nothing. */
const MIN_RUNS = 20;
/** Keys that an earlier version gave a text: the runs of three words with the smallest hashes. */
const RETIRED_KEYS = 10;
/** Max hashes of runs in a sketch, four bytes each: shares are right to about five points. */
const MAX_RUNS = 128;
/** Max hashes of numbers in a sketch. */
const MAX_NUMBERS = 32;
/**
 * Min runs in common: fewer may be a set phrase, or the sample is too small because one text is many times as long as
 * the other.
 */
const MIN_SHARED = 4;
/** Min numbers that are compared: any text has one or two (a year, a day). */
const MIN_NUMBERS = 4;

/** Min share of the shorter text's runs that near texts have in common. An edited word changes three runs. */
const MIN_NEAR = 0.5;
/** Min share of the numbers that texts with the same figures have in common. */
const MIN_NUMBERS_SHARED = 0.5;

/** A sample of a text: hashes, ascending. A small set is complete. */
export interface TextSketch {
  /** Of the runs of words, at most 128. */
  readonly runs: Uint32Array;
  /** Of the numbers in the text, at most 32. */
  readonly numbers: Uint32Array;
}

export interface SketchedText {
  readonly sketch: TextSketch;
  /** Ten at most, of which near texts nearly always have one in common. */
  readonly keys: readonly string[];
  /** Those by which an article is found that an earlier version stored. */
  readonly retiredKeys: readonly string[];
}

/** Max characters of a text that are read; no article has as many. */
const MAX_LENGTH = 300_000;
/**
 * A word of bounded length, because the engine remembers each letter. In scripts without spaces each letter is a word.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|\p{N}{1,20}(?:[.,:]\p{N}{1,20}){0,9}|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]{1,99}/gv;

/** Returns the words of a folded text: letters of scripts without spaces, numbers, and words. */
export const runWords = (folded: string): readonly string[] => folded.match(WORD) ?? [];

/**
 * Returns a text's sketch and keys, whatever its letter case, punctuation, white space and spelling (folded-text.ts);
 * undefined for a short text.
 */
export function sketchOf(text: string): SketchedText | undefined {
  const words = runWords(foldedText(text.slice(0, MAX_LENGTH)).slice(0, MAX_LENGTH));
  const hashes = words.map(hashOfWord);
  const runs = new Map<number, number>();
  for (let start = hashes.length - RUN_WORDS; start >= 0; start--)
    runs.set(hashOfRun(hashes, start, start + RUN_WORDS), start);
  if (runs.size < MIN_RUNS) return undefined;
  const smallest = Uint32Array.from(runs.keys()).sort().slice(0, MAX_RUNS);
  const numbers = new Set(hashes.filter((_, index) => /\p{N}/u.test(words[index] ?? '')));
  const retiredKeyOf = (hash: number): string => {
    const start = runs.get(hash) ?? 0;
    return contentId(...words.slice(start, start + RUN_WORDS));
  };
  return {
    sketch: { runs: smallest, numbers: Uint32Array.from(numbers).sort().slice(0, MAX_NUMBERS) },
    keys: textKeys(words, hashes),
    retiredKeys: Array.from(smallest.subarray(0, RETIRED_KEYS), retiredKeyOf),
  };
}

export interface Likeness {
  /** The share of the shorter text's runs that are in the longer, 0 to 1; 0 if the samples are too small to tell. */
  readonly containment: number;
  /** The share of the longer text's runs that are in the shorter. */
  readonly coverage: number;
  /**
   * Whether the texts have the same figures, or too few to tell. Texts from one template (weather, stocks) have other
   * figures.
   */
  readonly numbersAgree: boolean;
}

export function likeness(first: TextSketch, second: TextSketch): Likeness {
  const runs = countShared(first.runs, second.runs, MAX_RUNS);
  const numbers = countShared(first.numbers, second.numbers, MAX_NUMBERS);
  const isEnough = runs.shared >= MIN_SHARED;
  return {
    containment: isEnough ? runs.shared / runs.fewer : 0,
    coverage: isEnough ? runs.shared / runs.more : 0,
    numbersAgree: numbers.fewer < MIN_NUMBERS || numbers.shared / numbers.fewer >= MIN_NUMBERS_SHARED,
  };
}

/** Whether two texts are the same as far as their words and figures tell. */
export const isNear = ({ containment, numbersAgree }: Likeness): boolean => containment >= MIN_NEAR && numbersAgree;

/**
 * Counts the hashes that two samples share, and the hashes of each, up to the largest hash to which both samples are
 * complete.
 *
 * @param max hashes in a sample
 */
function countShared(first: Uint32Array, second: Uint32Array, max: number) {
  const bound = Math.min(completeUpTo(first, max), completeUpTo(second, max));
  const [firstHashes, secondHashes] = [first.filter((hash) => hash <= bound), second.filter((hash) => hash <= bound)];
  const among = new Set(secondHashes);
  return {
    shared: firstHashes.filter((hash) => among.has(hash)).length,
    fewer: Math.min(firstHashes.length, secondHashes.length),
    more: Math.max(firstHashes.length, secondHashes.length),
  };
}

const completeUpTo = (hashes: Uint32Array, max: number): number =>
  hashes.length < max ? Number.POSITIVE_INFINITY : (hashes[max - 1] ?? 0);

/** One byte with the number of runs, then all hashes, little-endian. */
export function encodeSketch({ runs, numbers }: TextSketch): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(1 + 4 * (runs.length + numbers.length)));
  bytes.setUint8(0, runs.length);
  [...runs, ...numbers].forEach((hash, index) => {
    bytes.setUint32(1 + 4 * index, hash, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** Reads what {@link encodeSketch} wrote; undefined for other bytes. */
export function decodeSketch(bytes: Uint8Array): TextSketch | undefined {
  const count = (bytes.length - 1) / 4;
  const runs = bytes[0] ?? 0;
  if (!Number.isInteger(count) || runs > count) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashes = Uint32Array.from({ length: count }, (_, index) => view.getUint32(1 + 4 * index, true));
  return { runs: hashes.slice(0, runs), numbers: hashes.slice(runs) };
}
