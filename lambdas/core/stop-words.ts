/** Stop words of the languages that most articles are in, and a cheap check of a text's language by its stop words. */
import { wordsOf } from './words.ts';

const STOP_WORDS = {
  ca: 'de la i el que a en els les un per amb del una al es va no més ha l d d’ l’ als dels són',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei',
  en: 'the of and to in a is that for on was with as it by at from his has have be not are this but said he an who',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más es ha sus este',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se il ce sont à l d',
  it: 'di e il la che in un per una del non con da i le si dei al sono della è gli alla ha nel',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er die als ook bij maar om',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como ao foi à',
} as const;
const BY_LANGUAGE = Object.entries(STOP_WORDS).map(([code, list]) => ({ code, stopWords: new Set(list.split(' ')) }));
const ALL = new Set(Object.values(STOP_WORDS).flatMap((list) => list.split(' ')));

/** Whether a word, in lower case, is a stop word of any of these languages. */
export const isStopWord = (word: string): boolean => ALL.has(word);

/** Min share of a text's words that are stop words of the text's language. */
const MIN_SHARE = 0.2;
/** Max share of stop words of another language, as a part of the language's own share. */
const MAX_OTHER_SHARE = 0.7;

/**
 * Whether a text's stop words show that its language is `code`. False proves nothing: the language may have no list, or a
 * neighbour with the same stop words.
 *
 * @param code ISO 639-1
 */
export function readsLike(code: string, text: string): boolean {
  const languages = languagesOfStopWords(text);
  return languages.length === 1 && languages[0] === code;
}

/** Returns the languages whose stop words a text has in about equal number; none if it has few. */
function languagesOfStopWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const shares = BY_LANGUAGE.map(({ code, stopWords }) => ({
    code,
    share: words.filter((word) => stopWords.has(word)).length / words.length,
  }));
  const most = Math.max(...shares.map(({ share }) => share));
  if (!(most >= MIN_SHARE)) return [];
  return shares.filter(({ share }) => share > most * MAX_OTHER_SHARE).map(({ code }) => code);
}

/** Languages of one family share stop words: lists of one family say nothing of a text in another of its languages. */
const FAMILIES = [
  'ca es fr it pt an ast co eo ext frp fur gl ht ia kea lad lij lld lmo mwl nap oc pap pms rm ro sc scn vec wa',
  'de nl af bar da fo frr fy gsw is ksh lb li nds nn nb no pdc pfl sv stq vls wae yi zea',
  'en sco tpi jam pcm bi',
].map((codes) => codes.split(' '));

/** Whether a text has the stop words of languages that aren't related to `code`, so that it can't be in `code`. */
export function readsLikeStranger(code: string, text: string): boolean {
  const languages = languagesOfStopWords(text);
  return languages.length > 0 && !languages.some((found) => found === code || areRelated(found, code));
}

const areRelated = (one: string, other: string): boolean =>
  FAMILIES.some((family) => family.includes(one) && family.includes(other));
