/** The language of a text: the declared one, checked against the words. Why this detector: docs/decisions/language.md. */

import { readsLike, readsLikeStranger } from '../stop-words.ts';
import { languageTag } from '../web/language-tag.ts';
import { lacksLettersOf, languageByLetters } from './language-letters.ts';
import { isWrittenIn, languageOfScript, scriptOf, type TextScript } from './language-scripts.ts';
import { nearestLanguage, readsLikeNeighbour } from './near-languages.ts';

/** Min length of a text that may overrule the declared language, in characters. */
const MIN_TEXT_LENGTH = 300;
/** Min letters of a text whose script may overrule the declared language. */
const MIN_LETTERS = 40;
/** Max length of the sample that is checked, in characters. A longer sample doesn't improve the result. */
const MAX_SAMPLE_LENGTH = 2_000;
/** Min share of a script's letters in a text if the other scripts are names and quotations. */
const MIN_SCRIPT_SHARE = 0.8;

/** The languages that the detector tells apart in each script. In other scripts it knows one language. */
const DETECTED: Readonly<Record<string, string>> = {
  Latn: 'az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo',
  Cyrl: 'be bg ru sr uk',
  Arab: 'ar fa ku ur',
  Deva: 'hi mr',
  Hani: 'ja zh',
};

/** The detector's code of a declared language: Norwegian has three codes, Filipino two, and Malay has a larger sister. */
const DETECTOR_CODES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl', ckb: 'ku' };
const detectorCode = (code: string): string => DETECTOR_CODES[code] ?? code;

interface Detected {
  readonly code: string;
  /** What the detector said, before its neighbours' words were counted. */
  readonly raw: string;
  readonly isReliable: boolean;
}

/**
 * Returns the language of a text; undefined if the text has no words. Script and letters tell if they can, else the
 * detector. Loads the detector's tables at its first call.
 *
 * @returns an ISO 639 code. `isReliable`: whether the language is certain
 */
async function detect(sample: string, script: TextScript | undefined): Promise<Detected | undefined> {
  const byLetters = script && languageByLetters(sample, script.code, script.letters);
  if (byLetters !== undefined) return { code: byLetters, raw: byLetters, isReliable: true };
  const isPure = script !== undefined && script.share >= MIN_SCRIPT_SHARE;
  const candidates = isPure ? DETECTED[script.code]?.split(' ') : undefined;
  const byScript = isPure && candidates === undefined ? languageOfScript(script.code) : undefined;
  if (byScript !== undefined) return { code: nearestLanguage(byScript, sample), raw: byScript, isReliable: true };
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(sample);
  if (found.language === '') return undefined;
  const ranked = Object.keys(found.getScores());
  const code = ranked.find((each) => candidates?.includes(each)) ?? found.language;
  // Of Malay and its sisters the detector knows Malay only, and most texts are Indonesian.
  const nearest = nearestLanguage(code === 'ms' ? 'id' : code, sample);
  return { code: nearest, raw: code, isReliable: code === found.language && found.isReliable() };
}

const sampleOf = (text: string): string => text.slice(0, MAX_SAMPLE_LENGTH);

export async function detectLanguage(text: string): Promise<string | undefined> {
  const sample = sampleOf(text);
  return (await detect(sample, scriptOf(sample)))?.code;
}

/**
 * Returns the declared language as a BCP 47 tag, unless a long text is plainly in another language. If none is declared,
 * the text alone decides. Most texts have the stop words of their declared language and need no detector.
 */
export async function checkedLanguage(declared: string | undefined, text: string): Promise<string | undefined> {
  if (declared === undefined) return languageTag(await detectLanguage(text));
  const sample = sampleOf(text);
  const { language } = new Intl.Locale(declared);
  if (readsLike(language, sample)) return declared;
  const script = scriptOf(sample);
  if (script === undefined || script.letters < MIN_LETTERS) return declared;
  const isScriptOther = isWrittenIn(language, script.code) === false;
  if (text.length < MIN_TEXT_LENGTH && !(isScriptOther && script.code !== 'Latn')) return declared;
  if (!isScriptOther && !mayBeOther(language, script.code, sample)) return declared;
  const found = await detect(sample, script);
  if (found === undefined || [found.code, found.raw].some((code) => detectorCode(code) === detectorCode(language)))
    return declared;
  const isCertain = found.isReliable || (isScriptOther && script.code !== 'Latn');
  return isCertain ? languageTag(found.code) : declared;
}

/**
 * Whether a text in a script of its declared language may be in another: if the detector would know the declared one, or if
 * letters or frequent words say so.
 */
function mayBeOther(language: string, script: string, sample: string): boolean {
  const isKnown =
    DETECTED[script]?.split(' ').includes(detectorCode(language)) ?? languageOfScript(script) === language;
  if (isKnown || lacksLettersOf(language, script, sample)) return true;
  return readsLikeStranger(language, sample) || readsLikeNeighbour(language, sample);
}
