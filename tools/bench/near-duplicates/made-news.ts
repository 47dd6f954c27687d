/**
 * Made-up news that repeats itself as real news does. A word follows the word before it as often as not, the people and
 * places of a topic come back in each article about it, and set phrases and the notices of a site stand everywhere.
 *
 * The constants are set so that the share of an article's runs of words that stood in an earlier article is that of real
 * news, measured on 1,024 unrelated texts of 300 words: of three words .14, of four .04, of five .01.
 */
import { numberSource } from './number-source.ts';

const VOCABULARY = 30_000;
/** Flattens the top of Zipf's law (Mandelbrot, 1953), so that the commonest word is 5 % of a text. */
const MANDELBROT = 2.7;
const TOPICS = 20_000;
const TOPIC_NAMES = 24;
const PHRASES = 100_000;
/** Words that may follow a word, of which few do often. */
const FOLLOWERS = 300;
const SITES = 2_000;

/** Shares of the words of a text. */
const FOLLOWING = 0.85;
const OF_TOPIC = 0.05;
const NUMBERS = 0.025;
const BEGINNING_A_PHRASE = 0.018;

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cla dro fli gra'.split(' ');

/** Returns a rank from 1 to `max` by the law of Zipf and Mandelbrot, for a number from 0 to 1. */
const zipf = (share: number, max: number, flat = MANDELBROT): number =>
  Math.floor(flat * ((max + flat) / flat) ** share - flat) + 1;

/** The word of a rank: the common ones are short. */
const vocabulary: readonly string[] = Array.from({ length: VOCABULARY + 1 }, (_, rank) => {
  const next = numberSource(rank);
  const syllables = rank < 60 ? 1 : rank < 700 ? 2 : rank < 12_000 ? 3 : 4;
  return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
});

export const wordOf = (share: number): string => vocabulary[zipf(share, VOCABULARY)] ?? '';

/** The words of a text of a given number, which is the same at each call. */
export function madeNews(article: number): readonly string[] {
  const next = numberSource(article);
  const length = Math.floor(90 * 6 ** next());
  const topic = zipf(next(), TOPICS, 30);
  const words: string[] = [];
  let rank = 0;
  while (words.length < length) {
    const kind = next();
    if (kind < BEGINNING_A_PHRASE) words.push(...phrase(zipf(next(), PHRASES, 100)));
    else if (kind < BEGINNING_A_PHRASE + OF_TOPIC) words.push(...nameOf(topic, zipf(next(), TOPIC_NAMES)));
    else if (kind < BEGINNING_A_PHRASE + OF_TOPIC + NUMBERS) words.push(String(Math.floor(3_000 ** next())));
    else {
      const isFollowing = next() < FOLLOWING;
      rank = zipf(isFollowing ? numberSource(rank, zipf(next(), FOLLOWERS, 0.3))() : next(), VOCABULARY);
      words.push(vocabulary[rank] ?? '');
    }
  }
  return next() < 0.06 ? [...words, ...noticeOf(zipf(next(), SITES))] : words;
}

/** A name of two words, of which the first is common. */
const nameOf = (topic: number, name: number): readonly string[] => {
  const next = numberSource(topic, name);
  return [wordOf(0.5 + next() / 2), wordOf(0.8 + next() / 5)];
};

const phrase = (number: number): readonly string[] => {
  const next = numberSource(1, number);
  return Array.from({ length: 4 + Math.floor(next() * 6) }, () => wordOf(next()));
};

/** What a site prints under many of its articles. */
export const noticeOf = (site: number): readonly string[] => {
  const next = numberSource(2, site);
  return Array.from({ length: 18 }, () => wordOf(next()));
};
