/** The end of a sentence, in all scripts. */

/**
 * A sign that ends a sentence (Unicode's `Sentence_Terminal`), an ellipsis, a colon, a Tibetan shad, or a bar in the place of
 * a danda; or a closing sign, such as that of a quotation.
 */
const SENTENCE_END = /[\p{Sentence_Terminal}…:：|༎།\p{Pe}\p{Pf}»"'”“’]$/u;
/** Scripts that end sentences with a space: Thai, Lao, Khmer and Burmese in much of what is written. */
const WITHOUT_SIGNS = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LAST_LETTER = /[\p{L}\p{M}\p{N}]\P{L}{0,20}$/u;

/** Whether a text ends like a sentence, a quotation or an announcement. A label or a headline doesn't. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.trimEnd());

/** Whether a text is in a script whose sentences end without a sign, so that a sentence and a label look alike. */
export function lacksEndSigns(text: string): boolean {
  const [last = ''] = LAST_LETTER.exec(text.slice(-40)) ?? [];
  return WITHOUT_SIGNS.test(last);
}
