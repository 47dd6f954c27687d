/** The end of a sentence, in all scripts. */

/**
 * A sign that ends a sentence (Unicode's `Sentence_Terminal`), an ellipsis, a colon, a Tibetan shad, a bar in the place of
 * a danda, or the question mark of Greek; or a closing sign, such as that of a quotation (in German «, too). Behind it there
 * may be a mark: the end of the article ■, a footnote *.
 */
const SENTENCE_END = /(?:[\p{Sentence_Terminal}…:：|༎།\p{Pe}\p{Pf}»«‹‘"'”“’]|\p{sc=Greek};)[\s\p{So}*†‡]{0,4}$/u;
/** Scripts that end sentences with a space: Thai, Lao, Khmer and Burmese in much of what is written. */
const WITHOUT_SIGNS = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LAST_LETTER = /[\p{L}\p{M}\p{N}]\P{L}{0,20}$/u;

/** Whether a text ends like a sentence, a quotation or an announcement. A label or a headline doesn't. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.trimEnd());

const ITEM_MARK = /^(?:([•●▪◆■‣·*–—-])\s?(?=[\p{L}\p{N}¿¡«“"„])|\d{1,3}[.)、]\s?(?=\p{L})|[一二三四五六七八九十]、)/u;

/**
 * The texts that begin with a mark of an item: • or 1., or the dash of a dialogue. Several have the same mark: a single dash
 * stands before a source.
 */
export function itemsWithoutList(texts: readonly string[]): ReadonlySet<string> {
  const marked = texts.filter((text) => ITEM_MARK.test(text));
  const byMark = Map.groupBy(marked, (text) => ITEM_MARK.exec(text)?.[1] ?? 'number');
  return new Set([...byMark.values()].filter((items) => items.length > 1).flat());
}

/** Whether a text is in a script whose sentences end without a sign, so that a sentence and a label look alike. */
export function lacksEndSigns(text: string): boolean {
  const [last = ''] = LAST_LETTER.exec(text.slice(-40)) ?? [];
  return WITHOUT_SIGNS.test(last);
}
