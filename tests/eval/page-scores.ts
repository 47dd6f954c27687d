/** Scores the reading of pages by what a person says of them: how much of the text, and how many fields, are right. */
import type { Page } from './read-pages.ts';

export interface Score {
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
  /** The number of pages of which a person says enough for the score. */
  readonly pages: number;
}

/** The scores that the truths allow: what no person says of any page isn't scored. */
export const pageScores = (pages: readonly Page[]): Score[] =>
  [
    ...textScores(pages),
    ...segmentScores(pages),
    exact(
      'title',
      pages,
      ({ truth }) => keyOf(truth.title),
      ({ reading }) => keyOf(reading.metadata.title),
    ),
    exact('authors', pages, ({ truth }) => keysOf(truth.authors ?? truth.author?.split(BETWEEN_NAMES)), authorsOf),
    dayScore(pages),
  ].filter((score) => score.pages > 0);

const BETWEEN_NAMES = /[;,&]|\s(?:and|und)\s/;

const mean = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;
const f1 = (precision: number, recall: number): number => (2 * precision * recall) / (precision + recall);

/**
 * Precision and recall of the text's runs of four words, as a multiset: means over the pages, and the F1 of the means. A page
 * without a text counts for the recall alone.
 */
function textScores(all: readonly Page[]): Score[] {
  const pages = all.filter(({ truth }) => truth.body !== undefined);
  const runs = pages.map(({ truth, text }) => {
    const [wanted, came] = [runsOf(truth.body ?? ''), runsOf(text)];
    let shared = 0;
    for (const [run, count] of came) shared += Math.min(count, wanted.get(run) ?? 0);
    return { shared, wanted: sizeOf(wanted), came: sizeOf(came) };
  });
  const precision = mean(runs.filter(({ came }) => came > 0).map(({ shared, came }) => shared / came));
  const recall = mean(runs.filter(({ wanted }) => wanted > 0).map(({ shared, wanted }) => shared / wanted));
  return scores('text', precision, recall, pages.length);
}

const scores = (name: string, precision: number, recall: number, pages: number): Score[] => [
  { name: `${name}: F1`, score: f1(precision, recall), pages },
  { name: `${name}: precision`, score: precision, pages },
  { name: `${name}: recall`, score: recall, pages },
];

/** Returns how often a text has each run of four words. A shorter text is one run. */
function runsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = new Map<string, number>();
  if (words.length === 0) return runs;
  for (let start = 0; start + 4 <= Math.max(4, words.length); start++) {
    const run = words.slice(start, start + 4).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const sizeOf = (runs: ReadonlyMap<string, number>): number => [...runs.values()].reduce((sum, count) => sum + count, 0);

/** Precision and recall of the segments that a text should have, over the segments of all pages together. */
function segmentScores(all: readonly Page[]): Score[] {
  const pages = all.filter(({ truth }) => truth.with !== undefined || truth.without !== undefined);
  const count = (page: Page, segments: readonly string[] = []): number =>
    segments.filter((segment) => oneLine(page.text).includes(oneLine(segment))).length;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const found = sum(pages.map((page) => count(page, page.truth.with)));
  const kept = sum(pages.map((page) => count(page, page.truth.without)));
  const wanted = sum(pages.map(({ truth }) => truth.with?.length ?? 0));
  return scores('segments', found / (found + kept), found / wanted, pages.length);
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The share of the pages with something to find where exactly that is found. */
function exact(
  name: string,
  all: readonly Page[],
  wanted: (page: Page) => string,
  came: (page: Page) => string,
): Score {
  const pages = all.filter((page) => wanted(page) !== '');
  return {
    name,
    score: pages.filter((page) => wanted(page) === came(page)).length / pages.length,
    pages: pages.length,
  };
}

/** Letters and digits: typographers and publishers differ about the case, the quotation marks and the dashes of a title. */
const keyOf = (text = ''): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
const keysOf = (names: readonly string[] = []): string =>
  [...new Set(names.map(keyOf).filter(Boolean))].sort().join('\n');

const authorsOf = ({ reading: { metadata } }: Page): string =>
  keysOf([...(metadata.authors ?? []), ...(metadata.agencies ?? [])]);

/** A day is right in the truth's own time zone or in UTC: people write down either. */
function dayScore(all: readonly Page[]): Score {
  const pages = all.filter(({ truth }) => daysOf(truth.date).length > 0);
  const right = pages.filter(({ truth, reading: { metadata } }) => {
    const came = metadata.publishedAt ?? metadata.modifiedAt;
    return came !== undefined && daysOf(truth.date).includes(came.slice(0, 10));
  });
  return { name: 'day', score: right.length / pages.length, pages: pages.length };
}

/** The day as it is written, and in UTC. */
function daysOf(date = ''): string[] {
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? [] : [date.slice(0, 10), at.toISOString().slice(0, 10)];
}
