/** What editors make of a text: the copies that must be found. */
import { noticeOf, wordOf } from './made-news.ts';
import { numberSource } from './number-source.ts';

type Words = readonly string[];
type Edit = (words: Words, next: () => number) => Words;

const cutTo =
  (share: number): Edit =>
  (words) =>
    words.slice(0, Math.max(60, words.length * share));

/** Replaces one word in `every`, at random. */
const replaceOneIn =
  (every: number): Edit =>
  (words, next) =>
    words.map((word) => (next() < 1 / every ? wordOf(next()) : word));

/** Puts words before a text instead of its first words. */
const lead = (count: number, words: Words, next: () => number): Words => [
  ...Array.from({ length: count }, () => wordOf(next())),
  ...words,
];

const EDITS: Readonly<Record<string, Edit>> = {
  'cut to 35 %': cutTo(0.35),
  'cut to 60 %': cutTo(0.6),
  'cut to half and edited': (words, next) => replaceOneIn(20)(cutTo(0.5)(words, next), next),
  'an agency’s line before it, a notice after it': (words, next) => [
    ...lead(6, words, next),
    ...noticeOf(Math.floor(next() * 1_000)),
  ],
  'a lead of its own': (words, next) => lead(25, words.slice(20), next),
  'one word in 20 replaced': replaceOneIn(20),
  'one word in 10 replaced': replaceOneIn(10),
};

export const KINDS = Object.keys(EDITS);

export const madeCopy = (words: Words, kind: string, seed: number): Words =>
  EDITS[kind]?.(words, numberSource(seed, 3)) ?? words;
