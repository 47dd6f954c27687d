/** Whether a text reads like a language, by its commonest words: for the languages most articles are in, and at no cost. */
import { wordsOf } from './words.ts';

const LISTS = {
  ca: 'de la i el que a en els les un per amb del una al es va no més ha l d d’ l’ als dels són',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei',
  en: 'the of and to in a is that for on was with as it by at from his has have be not are this but said he an who',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más es ha sus este',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se il ce sont à l d',
  it: 'di e il la che in un per una del non con da i le si dei al sono della è gli alla ha nel',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er die als ook bij maar om',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como ao foi à',
} as const;
const WORDS = Object.entries(LISTS).map(([code, list]) => [code, new Set(list.split(' '))] as const);

const ALL = new Set(Object.values(LISTS).flatMap((list) => list.split(' ')));

/** Whether a word, in lower case, is one of any of these languages that tells nothing by itself. */
export const isStopWord = (word: string): boolean => ALL.has(word);

/** At least this share of the words of running text are function words of its language... */
const MIN_SHARE = 0.2;
/** ...and of those of any other, this much less. */
const OTHERS = 0.7;

/** False is no denial: the language may have no list, or a neighbour that is too near. @param code ISO 639-1 */
export function readsLike(code: string, text: string): boolean {
  const words = wordsOf(text);
  const shares = WORDS.map(
    ([each, list]) => [each, words.filter((word) => list.has(word)).length / words.length] as const,
  );
  const own = shares.find(([each]) => each === code)?.[1] ?? 0;
  return own >= MIN_SHARE && shares.every(([each, share]) => each === code || share <= own * OTHERS);
}
