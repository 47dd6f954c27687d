import { foldedText } from './folded-text.ts';

let segmenter: Intl.Segmenter | undefined;
/** The segmenter is made at its first use: making it takes 10 ms, which a cold start should not spend in vain. */
const segments = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return segmenter.segment(text);
};

/** Returns the number of words in the sense of Unicode (UAX #29), so that Chinese and Japanese count too. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segments(text)) if (isWordLike === true) count++;
  return count;
}

/** Returns the words of a text in lower case and one spelling (folded-text.ts). */
export const wordsOf = (text: string): string[] =>
  [...segments(foldedText(text))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/**
 * Returns the start of a text, cut at the end of a word, with an ellipsis if anything was cut.
 *
 * @param maxLength in characters, without the ellipsis
 */
export function shorten(text: string, maxLength: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= maxLength) return flat;
  const start = cut(flat, maxLength);
  const end = start.lastIndexOf(' ');
  return `${(end > maxLength / 2 ? start.slice(0, end) : start).replace(/[\s,;:–-]+$/, '')}…`;
}

/** Returns the start of a text, without half a character at its end. */
export const cut = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');

/**
 * Returns a text that is safe to compare and to store: without halves of characters, which DynamoDB refuses, and with at
 * most 30 combining marks in a row (UAX #15 §13, Stream-Safe Text Format): to normalise a row takes a time that grows with
 * the square of the row.
 */
export const soundText = (text: string): string =>
  text.toWellFormed().replace(/\p{M}{31,}/gu, (marks) => [...cut(marks, 60)].slice(0, 30).join(''));
