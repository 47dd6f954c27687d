/** The language of a text: as it is declared, checked against its words. Why this detector: docs/decisions/language.md. */

import { readsLike } from '../stop-words.ts';
import { languageTag } from '../web/language-tag.ts';

/** Shorter texts, in characters, say too little to overrule what the publisher declares. */
const TELLING_LENGTH = 300;
/** What is looked at, in characters; more makes no result better. */
const SAMPLE_LENGTH = 2_000;

/** Norwegian has three codes, and a detector that knows only one. */
const macrolanguage = (code: string): string => (code === 'nb' || code === 'nn' ? 'no' : code);

/**
 * ISO 639-1; undefined for a text without words. The detector's tables are loaded when the first text needs them.
 *
 * @returns `isReliable`: whether the detector would bet on it
 */
async function detect(text: string): Promise<{ readonly code: string; readonly isReliable: boolean } | undefined> {
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(text.slice(0, SAMPLE_LENGTH));
  return found.language === '' ? undefined : { code: found.language, isReliable: found.isReliable() };
}

export const detectLanguage = async (text: string): Promise<string | undefined> => (await detect(text))?.code;

/**
 * The declared language as a BCP 47 tag. A long text that is plainly in another one overrules it, and where none is declared
 * the text alone decides. Most texts read like what they are declared to be, and need no detector.
 */
export async function checkedLanguage(declared: string | undefined, text: string): Promise<string | undefined> {
  if (declared === undefined) return languageTag(await detectLanguage(text));
  if (text.length < TELLING_LENGTH) return declared;
  const { language } = new Intl.Locale(declared);
  if (readsLike(language, text.slice(0, SAMPLE_LENGTH))) return declared;
  const found = await detect(text);
  const agrees = macrolanguage(language) === macrolanguage(found?.code ?? '');
  return agrees || found?.isReliable !== true ? declared : languageTag(found.code);
}
