/** The words of headlines that tell what an article is about. */

import { unifiedText } from '../../folded-text.ts';
import { isStopWord } from '../../stop-words.ts';
import { wordsOf } from '../../words.ts';

/**
 * The words of a text in lower case, without French articles (`l’été` → `été`) and English genitives (`town’s` →
 * `town`).
 */
export const bareWordsOf = (text: string): string[] =>
  wordsOf(text).map((word) => word.replace(/^\p{L}{1,2}['’](?=\p{L}{2})|['’]s?$/gu, ''));

/** The words of a headline except stop words; all words if the headline has only stop words. */
export function contentWords(headline: string): string[] {
  const words = bareWordsOf(headline);
  const content = words.filter((word) => !isStopWord(word));
  return content.length > 0 ? content : words;
}

/**
 * Names and numbers in a text, in lower case: words with a capital or a digit that don't begin a sentence. German nouns
 * are among them, and a script without capitals has none.
 */
export const namesIn = (text: string): Set<string> =>
  new Set(
    unifiedText(text)
      .match(/(?<=[\p{L}\p{N},]\s)[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]+/gu)
      ?.flatMap(bareWordsOf),
  );

/** The same for a headline; none if all words have capitals. */
export const namesInHeadline = (headline: string): Set<string> =>
  /(?<=\s)\p{Ll}{4}/u.test(headline) ? namesIn(headline) : new Set();

/** Whether two headlines have the same words, in whatever order. */
export const hasSameWords = (first: string, second: string): boolean => sortedWords(first) === sortedWords(second);

const sortedWords = (headline: string): string => bareWordsOf(headline).sort().join(' ');

/** The share of `words` that are in `among`; NaN if there are no words. */
export const shareOf = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.filter((word) => among.has(word)).length / words.length;
