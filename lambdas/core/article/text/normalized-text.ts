/**
 * A text's letters and digits in lower case, with one space between two words: texts are compared without their
 * punctuation.
 */
export const normalizedText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
