/** The limits of the rules in near-news.ts, each on both sides. The stories in near-news.test.ts show what they are for. */
import { describe, expect, it } from 'vitest';
import type { Likeness } from '../../../../../lambdas/core/article/identity/near-duplicate.ts';
import { isSameNewsNearby } from '../../../../../lambdas/core/article/identity/near-news.ts';
import type { Article } from '../../../../../lambdas/core/article/record/article.ts';
import { compact } from '../../../../../lambdas/core/compact.ts';
import { article } from '../../../../fakes/article.ts';

const HERE = 'https://harbour.example/news/1';
const ELSEWHERE = 'https://valley.example/wire/9';
const TEXT = 'the ferry of the island sailed again from its pier';
const at = (hours: number): string =>
  new Date(Date.parse('2026-11-23T07:00:00.000Z') + hours * 3_600_000).toISOString();

type Fields = Omit<Partial<Article>, 'publishedAt'> & { readonly publishedAt?: string | undefined };
interface Pair {
  readonly known?: Fields;
  readonly found?: Fields;
  readonly like?: Partial<Likeness>;
}

const appearances = (url: string) => article().appearances.map((each) => ({ ...each, url }));
/** Both have the same text and headline, and appear at the same time, unless a row says otherwise. */
function isSame({ known, found, like }: Pair): boolean {
  const url = known?.url ?? HERE;
  const common = { title: 'Ferry sailed again', text: TEXT, wordCount: 100, publishedAt: at(0) };
  const stored: Article = compact({ ...article(), ...common, url, appearances: appearances(url), ...known });
  const content: Article = compact({ ...article(), ...common, url: ELSEWHERE, ...found });
  return isSameNewsNearby(stored, content, 'feed-x', { containment: 1, coverage: 1, numbersAgree: true, ...like });
}
const UNDATED = { publishedAt: undefined };

describe('on any site', () => {
  it.each<[string, Pair, boolean]>([
    ['half of the shorter text is enough', { like: { containment: 0.5 } }, true],
    ['less than half of the shorter text is too little', { like: { containment: 0.49 } }, false],
    ['other figures make other news', { like: { numbersAgree: false } }, false],
    ['a correction is not what it corrects', { found: { title: 'Correction: Ferry sailed again' } }, false],
    ['a live report is not the story', { known: { title: 'Ferry sailed again live' } }, false],
    ['two corrections may be the same', { known: { title: 'Ferry erratum' }, found: { title: 'Ferry errata' } }, true],
    ['a live report is no correction', { known: { title: 'Ferry erratum' }, found: { title: 'Ferry ticker' } }, false],
    [
      'different words may mark two live reports',
      { known: { title: 'Ferry liveblog' }, found: { title: 'Ferry ticker' } },
      true,
    ],
    [
      'other names make other news',
      { known: { text: 'with Ada, Bea and Cyr' }, found: { text: 'with Eli, Fay and Gus' } },
      false,
    ],
  ])('%s', (_, pair, expected) => {
    expect(isSame(pair)).toBe(expected);
  });
});

describe('on another site, under the same headline', () => {
  it.each<[string, Pair, boolean]>([
    ['a copy within 72 hours is the same news', { found: { publishedAt: at(72) } }, true],
    ['a copy after 72 hours is other news', { found: { publishedAt: at(73) } }, false],
    ['a copy that is older by 72 hours is the same news', { found: { publishedAt: at(-72) } }, true],
    ['a copy that is older by more than 72 hours is other news', { found: { publishedAt: at(-73) } }, false],
    ['an edit within 72 hours is the same news', { found: { publishedAt: at(72) }, like: { containment: 0.8 } }, true],
    [
      'half of the text within 12 hours is the same news',
      { found: { publishedAt: at(12) }, like: { containment: 0.79 } },
      true,
    ],
    [
      'half of the text after 12 hours is other news',
      { found: { publishedAt: at(13) }, like: { containment: 0.79 } },
      false,
    ],
    [
      'without a date of its own, a copy counts from when the article was first seen',
      { known: { firstSeenAt: at(100) }, found: UNDATED },
      false,
    ],
    [
      'without a date of its own, an article counts from when it was first seen',
      { known: { ...UNDATED, firstSeenAt: at(100) }, found: { publishedAt: at(120) } },
      true,
    ],
    ['without any date, a copy is the same news', { known: UNDATED, found: UNDATED }, true],
  ])('%s', (_, pair, expected) => {
    expect(isSame(pair)).toBe(expected);
  });
});

describe('on another site, under another headline', () => {
  /** Five content words, of which the other text has four. */
  const FOUR_OF_FIVE = 'Ferry sailed island pier cheers';
  /** Four content words, of which the other text has three. */
  const THREE_OF_FOUR = 'Ferry sailed island cheers';
  const [SHORT, LONG] = [{ wordCount: 90 }, { wordCount: 110 }];

  it.each<[string, Pair, boolean]>([
    [
      'the shorter text needs a headline of which the longer has four fifths, if a fifth of the shorter is its own',
      { found: { ...SHORT, title: FOUR_OF_FIVE }, like: { containment: 0.79 } },
      true,
    ],
    [
      'it is other news if the longer text has fewer of the shorter’s headline',
      { found: { ...SHORT, title: THREE_OF_FOUR }, like: { containment: 0.79 } },
      false,
    ],
    [
      'the shorter text’s headline is free if four fifths of the shorter are in the longer',
      { found: { ...SHORT, title: THREE_OF_FOUR }, like: { containment: 0.8 } },
      true,
    ],
    [
      'the longer text needs a headline of which the shorter has four fifths, if a fifth of the longer is its own',
      { found: { ...LONG, title: FOUR_OF_FIVE }, like: { coverage: 0.79 } },
      true,
    ],
    [
      'it is other news if the shorter text has fewer of the longer’s headline',
      { found: { ...LONG, title: THREE_OF_FOUR }, like: { coverage: 0.79 } },
      false,
    ],
    [
      'the longer text’s headline is free if four fifths of the longer are in the shorter',
      { found: { ...LONG, title: THREE_OF_FOUR }, like: { coverage: 0.8 } },
      true,
    ],
    [
      'of two texts of the same length the known one is the longer',
      { found: { title: THREE_OF_FOUR }, like: { containment: 0.79 } },
      false,
    ],
    [
      'of two texts of the same length the found one is the shorter',
      { found: { title: THREE_OF_FOUR }, like: { coverage: 0.79 } },
      true,
    ],
    [
      'it is other news if the headlines name others',
      {
        known: { title: 'Ferry sailed again with Ada' },
        found: { title: 'Ferry sailed again with Bea' },
        like: { coverage: 0.94 },
      },
      false,
    ],
    [
      'it is the same news, whomever the headlines name, if the texts hardly differ',
      {
        known: { title: 'Ferry sailed again with Ada' },
        found: { title: 'Ferry sailed again with Bea' },
        like: { coverage: 0.95 },
      },
      true,
    ],
  ])('%s', (_, pair, expected) => {
    expect(isSame(pair)).toBe(expected);
  });
});

describe('on another site, under a headline that disagrees', () => {
  const cheers = { title: 'Islanders cheer their boat home' };
  const half = { title: 'Pier and island cheer boats' };
  it.each<[string, Pair, boolean]>([
    ['a copy is the same news if the other text has half of one headline', { found: half }, true],
    ['a copy is the same news if one text has half of the known headline', { known: half, found: cheers }, true],
    [
      'a copy is other news if neither text has half of a headline',
      { known: { title: 'Apples dear again in spring' }, found: cheers },
      false,
    ],
    [
      'half of the longer text is enough',
      { known: cheers, found: { title: 'Pier and island', wordCount: 110 }, like: { coverage: 0.5 } },
      true,
    ],
    [
      'less than half of the longer text is an excerpt',
      { known: cheers, found: { title: 'Pier and island', wordCount: 110 }, like: { coverage: 0.49 } },
      false,
    ],
    [
      'four fifths of the shorter text are enough',
      { known: cheers, found: { title: 'Pier and island', wordCount: 90 }, like: { containment: 0.8 } },
      true,
    ],
    [
      'less than four fifths of the shorter text are too little',
      { known: cheers, found: { title: 'Pier and island', wordCount: 90 }, like: { containment: 0.79 } },
      false,
    ],
  ])('%s', (_, pair, expected) => {
    expect(isSame(pair)).toBe(expected);
  });
});

describe('on a site that has carried the article', () => {
  const here = (fields: Partial<Article> = {}): Partial<Article> => ({
    url: 'https://harbour.example/news/2',
    ...fields,
  });
  const withId = (fields: Partial<Article> = {}) => ({ url: 'https://harbour.example/48151', ...fields });

  it.each<[string, Pair, boolean]>([
    ['a copy within 12 hours is the same news', { found: here({ publishedAt: at(12) }) }, true],
    ['a copy after 12 hours is other news', { found: here({ publishedAt: at(13) }) }, false],
    ['95 % of the longer text are enough', { found: here(), like: { coverage: 0.95 } }, true],
    ['less than 95 % of the longer text are too little', { found: here(), like: { coverage: 0.94 } }, false],
    ['a headline that only agrees is too little', { found: here({ title: 'Ferry sailed again today' }) }, false],
    [
      'with the same id 80 % of the longer text are enough',
      { known: withId(), found: withId(), like: { coverage: 0.8 } },
      true,
    ],
    [
      'with the same id less than 80 % of the longer text are too little',
      { known: withId(), found: withId(), like: { coverage: 0.79 } },
      false,
    ],
    [
      'with the same id a headline that agrees is enough',
      { known: withId(), found: withId({ title: 'Ferry sailed again today' }) },
      true,
    ],
    [
      'with the same id a headline that disagrees is too little',
      { known: withId(), found: withId({ title: 'Islanders cheer' }) },
      false,
    ],
    [
      'the id of an earlier appearance counts too',
      {
        known: { appearances: appearances('https://harbour.example/a-48151') },
        found: withId(),
        like: { coverage: 0.8 },
      },
      true,
    ],
    [
      'other names make other news on the same site too',
      { known: { text: 'with Ada, Bea and Cyr' }, found: here({ text: 'with Eli, Fay and Gus' }) },
      false,
    ],
  ])('%s', (_, pair, expected) => {
    expect(isSame(pair)).toBe(expected);
  });
});
