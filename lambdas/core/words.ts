let made: Intl.Segmenter | undefined;
/** Made when it is first used: it takes 10 ms, which a cold start should not pay for nothing. */
const segments = (text: string): Intl.Segments => {
  made ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return made.segment(text);
};

/** Words in the sense of Unicode (UAX #29), so that Chinese and Japanese count too. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segments(text)) if (isWordLike === true) count++;
  return count;
}

/** The words of a text in lower case. */
export const wordsOf = (text: string): string[] =>
  [...segments(text.toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/** The start of a text, cut at the end of a word, with an ellipsis where something is left out. */
export function shorten(text: string, longest: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= longest) return flat;
  const cut = flat.slice(0, longest).replace(/[\uD800-\uDBFF]$/, ''); // never half a character
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}
