/** What a headline tells, beside the words that are in any. */

import { isStopWord } from '../../stop-words.ts';
import { wordsOf } from '../../words.ts';

/** The words of a text in lower case, without what French puts before and English behind them. */
export const bareWordsOf = (text: string): string[] =>
  wordsOf(text).map((word) => word.replace(/^\p{L}{1,2}['’](?=\p{L}{2})|['’]s?$/gu, ''));

/** The words of a headline but for function words; all of them where it has no others. */
export function contentWords(headline: string): string[] {
  const words = bareWordsOf(headline);
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Names and numbers in a text, in lower case: what has a capital or a digit where no sentence begins. Nouns are among them
 * in German, and nothing is in scripts without capitals.
 */
export const namesIn = (text: string): Set<string> =>
  new Set(text.match(/(?<=[\p{L}\p{N},]\s)[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]+/gu)?.flatMap(bareWordsOf));

/** The same for a headline; none where all words have capitals. */
export const namesInHeadline = (headline: string): Set<string> =>
  /(?<=\s)\p{Ll}{4}/u.test(headline) ? namesIn(headline) : new Set();

export const hasSameWords = (one: string, other: string): boolean =>
  bareWordsOf(one).sort().join(' ') === bareWordsOf(other).sort().join(' ');

/** The share of `words` that are among others. */
export const shareOf = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.filter((word) => among.has(word)).length / words.length;
