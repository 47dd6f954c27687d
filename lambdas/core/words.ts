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

/** Returns the words of a text in lower case. */
export const wordsOf = (text: string): string[] =>
  [...segments(text.toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/**
 * Returns the start of a text, cut at the end of a word, with an ellipsis if anything was cut.
 *
 * @param maxLength in characters, without the ellipsis
 */
export function shorten(text: string, maxLength: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= maxLength) return flat;
  const cut = flat.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, ''); // never half a character
  const end = cut.lastIndexOf(' ');
  return `${(end > maxLength / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}
