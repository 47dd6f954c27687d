/**
 * How much of one text is in another: edited, cut short, or with another beginning.
 *
 * A text is the set of its runs of three words (shingles: Broder, "On the resemblance and containment of documents", 1997).
 * The smallest hashes of the set are a sample that two texts draw alike without having met (bottom-k sketch: Cohen and
 * Kaplan, "Summarizing data using bottom-k sketches", PODC 2007). The very smallest are keys, by which one text is found
 * from the other; the sample then says what share of the shorter one is in the longer.
 */
import { contentId } from '../../hash.ts';

/** Words in a run. */
const RUN = 3;
/** Fewer runs than these prove nothing. */
const MIN_RUNS = 20;
/** With ten keys, 99 % of edited or shortened copies are found; with eight, half a point less, with sixteen half a point more. */
const KEYS = 10;
/** Hashes in a sample, four bytes each: shares are right to about five points. */
const MAX_RUNS = 128;
const MAX_NUMBERS = 32;
/** Fewer runs in common than these may be a set phrase, or a sample too small where one text is many times the other. */
const MIN_SHARED = 4;
/** Fewer numbers than these (a year, a day) are in any text. */
const MIN_NUMBERS = 4;

/** The share of the shorter text's runs that makes two texts one. Half of the words may be others, for a run has three. */
export const NEAR = 0.5;

/** A sample of a text: hashes, ascending. A set that has no more than fit is there as a whole. */
export interface TextSketch {
  /** At most 128, of the runs of words. */
  readonly runs: Uint32Array;
  /** At most 32, of the numbers in the text. */
  readonly numbers: Uint32Array;
}

export interface SketchedText {
  readonly sketch: TextSketch;
  /** Texts that are alike have at least one of these ten in common, nearly always. */
  readonly keys: readonly string[];
}

/** Characters that are looked at; no article has as many. */
const MAX_LENGTH = 300_000;
/** Words have bounds, for the engine remembers each letter of one. In scripts that are written without spaces each letter is one. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|\p{N}{1,20}(?:[.,:]\p{N}{1,20}){0,9}|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]{1,99}/gv;

/** A text's sketch and keys, whatever its letter case, punctuation and white space; undefined for one too short to tell. */
export function sketchOf(text: string): SketchedText | undefined {
  const words = text.slice(0, MAX_LENGTH).normalize('NFC').toLowerCase().match(WORD) ?? [];
  const hashes = words.map(hashOf);
  const runs = new Map<number, number>();
  for (let start = hashes.length - RUN; start >= 0; start--) runs.set(hashOfRun(hashes, start), start);
  if (runs.size < MIN_RUNS) return undefined;
  const smallest = Uint32Array.from(runs.keys()).sort().slice(0, MAX_RUNS);
  const numbers = new Set(hashes.filter((_, index) => /\p{N}/u.test(words[index] ?? '')));
  const keyOf = (hash: number): string => {
    const start = runs.get(hash) ?? 0;
    return contentId(...words.slice(start, start + RUN)); // 32 bits would collide in a table of millions
  };
  return {
    sketch: { runs: smallest, numbers: Uint32Array.from(numbers).sort().slice(0, MAX_NUMBERS) },
    keys: Array.from(smallest.subarray(0, KEYS), keyOf),
  };
}

export interface Likeness {
  /** The share of the shorter text's runs that are in the longer, 0 to 1; 0 where the samples are too small to tell. */
  readonly containment: number;
  /** The share of the longer text's runs that are in the shorter. */
  readonly coverage: number;
  /** Whether they give the same figures, or too few to tell. Texts from one template (weather, stocks, results) don't. */
  readonly numbersAgree: boolean;
}

export function likeness(one: TextSketch, other: TextSketch): Likeness {
  const runs = compare(one.runs, other.runs, MAX_RUNS);
  const numbers = compare(one.numbers, other.numbers, MAX_NUMBERS);
  const enough = runs.shared >= MIN_SHARED;
  return {
    containment: enough ? runs.shared / runs.fewer : 0,
    coverage: enough ? runs.shared / runs.more : 0,
    numbersAgree: numbers.fewer < MIN_NUMBERS || numbers.shared / numbers.fewer >= 0.5,
  };
}

/** Whether two texts are one as far as their words tell. */
export const isNear = ({ containment, numbersAgree }: Likeness): boolean => containment >= NEAR && numbersAgree;

/** How many hashes two samples have in common, and each of them, as far up as both are complete. */
function compare(one: Uint32Array, other: Uint32Array, most: number) {
  const bound = Math.min(completeUpTo(one, most), completeUpTo(other, most));
  const [a, b] = [one, other].map((hashes) => hashes.filter((hash) => hash <= bound)) as [Uint32Array, Uint32Array];
  const among = new Set(b);
  const shared = a.reduce((count, hash) => (among.has(hash) ? count + 1 : count), 0);
  return { shared, fewer: Math.min(a.length, b.length), more: Math.max(a.length, b.length) };
}

const completeUpTo = (hashes: Uint32Array, most: number): number =>
  hashes.length < most ? Number.POSITIVE_INFINITY : (hashes[most - 1] ?? 0);

/** One byte with the number of runs, then all hashes, little-endian. */
export function encodeSketch({ runs, numbers }: TextSketch): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(1 + 4 * (runs.length + numbers.length)));
  bytes.setUint8(0, runs.length);
  [...runs, ...numbers].forEach((hash, index) => {
    bytes.setUint32(1 + 4 * index, hash, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** What {@link encodeSketch} wrote; undefined for other bytes. */
export function decodeSketch(bytes: Uint8Array): TextSketch | undefined {
  const count = (bytes.length - 1) / 4;
  const runs = bytes[0] ?? 0;
  if (!Number.isInteger(count) || runs > count) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashes = Uint32Array.from({ length: count }, (_, index) => view.getUint32(1 + 4 * index, true));
  return { runs: hashes.slice(0, runs), numbers: hashes.slice(runs) };
}

/** FNV-1a (RFC 9923) over UTF-16 units, then mixed so that neighbours lie apart. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mix(hash);
}

function hashOfRun(words: readonly number[], start: number): number {
  let hash = 0;
  for (let index = start; index < start + RUN; index++) hash = Math.imul(hash, 31) + (words[index] ?? 0);
  return mix(hash);
}

/** The finaliser of MurmurHash3: each bit of the input changes half of the output's. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
