import { foldedText } from '../../folded-text.ts';

/**
 * A text's letters and digits in lower case and one spelling, with one space between two words: texts are compared without their
 * punctuation.
 */
export const normalizedText = (text: string): string =>
  foldedText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
