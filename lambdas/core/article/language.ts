/** The language of a text: the declared one, checked against the words. Why this detector: docs/decisions/language.md. */

import { readsLike } from '../stop-words.ts';
import { languageTag } from '../web/language-tag.ts';

/** Min length of a text that may overrule the declared language, in characters. */
const MIN_TEXT_LENGTH = 300;
/** Max length of the sample that is checked, in characters. A longer sample doesn't improve the result. */
const MAX_SAMPLE_LENGTH = 2_000;

/** Norwegian has three codes; the detector knows only `no`. */
const macrolanguage = (code: string): string => (code === 'nb' || code === 'nn' ? 'no' : code);

/**
 * Returns the ISO 639-1 code, or undefined if the text has no words. Loads the detector's tables at its first call.
 *
 * @returns `isReliable`: whether the detector is confident
 */
async function detect(text: string): Promise<{ readonly code: string; readonly isReliable: boolean } | undefined> {
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(text.slice(0, MAX_SAMPLE_LENGTH));
  return found.language === '' ? undefined : { code: found.language, isReliable: found.isReliable() };
}

export const detectLanguage = async (text: string): Promise<string | undefined> => (await detect(text))?.code;

/**
 * Returns the declared language as a BCP 47 tag, unless a long text is plainly in another language. If none is declared,
 * the text alone decides. Most texts have the stop words of their declared language and need no detector.
 */
export async function checkedLanguage(declared: string | undefined, text: string): Promise<string | undefined> {
  if (declared === undefined) return languageTag(await detectLanguage(text));
  if (text.length < MIN_TEXT_LENGTH) return declared;
  const { language } = new Intl.Locale(declared);
  if (readsLike(language, text.slice(0, MAX_SAMPLE_LENGTH))) return declared;
  const found = await detect(text);
  const agrees = macrolanguage(language) === macrolanguage(found?.code ?? '');
  return agrees || found?.isReliable !== true ? declared : languageTag(found.code);
}
