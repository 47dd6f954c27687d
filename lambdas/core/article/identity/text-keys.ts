/**
 * The keys of a text, by which nearly the same texts are found: a few of its runs of words, which two texts select
 * independently (docs/decisions/near-duplicates.md).
 *
 * A run begins at each word, and is as long as it takes to have twenty letters: four words or five. Unrelated texts have
 * such a run in common six times less often than one of three words, so that a key is seldom held by another article.
 * The keys are the runs with the smallest hashes of the text's first third and of the whole text in turn, because an
 * editor cuts a text from its end.
 */
import { contentId } from '../../hash.ts';
import { hashOfRun } from './word-hash.ts';

/** Max keys of a text. */
const MAX_KEYS = 10;
/** Max keys that an article holds: the first that no other article holds. */
export const MAX_HELD_KEYS = 6;

const MIN_WORDS = 3;
const MIN_LETTERS = 20;
/** Letters for which a sign counts that is a syllable or a word. */
const LETTERS_OF_A_SIGN = 3;
const SIGN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/v;

/** The part of a text, from its beginning, that gives every other key. */
const HEAD = 1 / 3;

/**
 * Returns a text's keys, those first that an article should hold.
 *
 * @param words of the folded text
 * @param hashes of the words
 */
export function textKeys(words: readonly string[], hashes: readonly number[]): readonly string[] {
  const ends = runEnds(words.map(lettersOf));
  const runs = Uint32Array.from(ends.map((end, start) => hashOfRun(hashes, start, end)));
  const [ofHead, ofText] = [smallest(runs.slice(0, Math.ceil(runs.length * HEAD))), smallest(runs)];
  const inTurn = new Set(ofText.flatMap((hash, index) => [ofHead[index] ?? hash, hash]));
  return [...inTurn].slice(0, MAX_KEYS).map((hash) => {
    const start = runs.indexOf(hash);
    return contentId(...words.slice(start, ends[start])); // 32 bits would collide in a table of millions
  });
}

const lettersOf = (word: string): number => word.length * (SIGN.test(word) ? LETTERS_OF_A_SIGN : 1);

/** Returns where the run that begins at each word ends. The last words begin none. */
function runEnds(letters: readonly number[]): readonly number[] {
  const ends: number[] = [];
  let end = 0;
  let sum = 0;
  for (let start = 0; start < letters.length; start++) {
    while (end < letters.length && (sum < MIN_LETTERS || end - start < MIN_WORDS)) sum += letters[end++] ?? 0;
    if (sum < MIN_LETTERS || end - start < MIN_WORDS) break;
    ends.push(end);
    sum -= letters[start] ?? 0;
  }
  return ends;
}

/** Returns the ten smallest different hashes, ascending. */
function smallest(hashes: Uint32Array): readonly number[] {
  const found: number[] = [];
  for (const hash of hashes.toSorted()) {
    if (found.length === MAX_KEYS) break;
    if (hash !== found.at(-1)) found.push(hash);
  }
  return found;
}
