/** Scores the reading of real pages that somebody has beside what a person says of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { explainPage, type LeftOut } from '../../lambdas/core/article/explain-page.ts';
import type { PageReading } from '../../lambdas/core/article/read-page.ts';
import { pageText } from '../../lambdas/core/article/text-source.ts';
import { table } from '../../tools/cli/output.ts';

interface Truth {
  readonly url: string;
  /** The article's text. */
  readonly body: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  /** ISO 8601. */
  readonly date?: string;
}

interface Page {
  readonly truth: Truth;
  readonly reading: PageReading;
  readonly leftOut: readonly LeftOut[];
  readonly text: string;
}

export function realPagesReport(directory: string, withRemovals: boolean): string {
  const truths: Record<string, Truth> = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8'));
  const pages = Object.entries(truths).map(([id, truth]) => readOne(directory, id, truth));
  const scores = [
    ...textScores(pages),
    exact(
      'title',
      pages,
      ({ title }) => title,
      ({ metadata }) => metadata.title,
    ),
    exact(
      'authors',
      pages,
      ({ authors }) => authors && sorted(authors),
      ({ metadata }) => sorted([...(metadata.authors ?? []), ...(metadata.agencies ?? [])]),
    ),
    exact(
      'day',
      pages,
      ({ date }) => date?.slice(0, 10),
      ({ metadata }) => metadata.publishedAt?.slice(0, 10),
    ),
  ];
  const report = table(['of pages', 'score', 'pages'], scores);
  return withRemovals ? `${report}\n\n${removals(pages)}` : report;
}

function readOne(directory: string, id: string, truth: Truth): Page {
  const file = join(directory, `${id}.html`);
  const bytes = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  const { reading, leftOut } = explainPage(bytes, undefined, truth.url);
  return { truth, reading, leftOut, text: pageText(reading)?.text ?? '' };
}

type Score = readonly [string, string, number];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const sorted = (names: readonly string[]): string => JSON.stringify([...names].sort());
const mean = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;

/** Precision and recall of the text's runs of four words, as a multiset; means over the pages, and the F1 of the means. */
function textScores(pages: readonly Page[]): Score[] {
  const shared = pages.map(({ truth, text }) => {
    const [wanted, came] = [runsOf(truth.body), runsOf(text)];
    let both = 0;
    for (const [run, count] of came) both += Math.min(count, wanted.get(run) ?? 0);
    return { precision: both / Math.max(1, sizeOf(came)), recall: both / Math.max(1, sizeOf(wanted)) };
  });
  const precision = mean(shared.map((each) => each.precision));
  const recall = mean(shared.map((each) => each.recall));
  return [
    ['text: F1', ((2 * precision * recall) / (precision + recall)).toFixed(3), pages.length],
    ['text: precision', precision.toFixed(3), pages.length],
    ['text: recall', recall.toFixed(3), pages.length],
  ];
}

function runsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let start = 0; start + 4 <= Math.max(4, words.length); start++) {
    const run = words.slice(start, start + 4).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const sizeOf = (runs: ReadonlyMap<string, number>): number => [...runs.values()].reduce((sum, count) => sum + count, 0);

function exact(
  name: string,
  pages: readonly Page[],
  wanted: (truth: Truth) => string | undefined,
  came: (reading: PageReading) => string | undefined,
): Score {
  const known = pages.filter(({ truth }) => wanted(truth) !== undefined);
  const right = known.filter(({ truth, reading }) => wanted(truth) === came(reading));
  return [`${name}, exact`, known.length === 0 ? '–' : percent(right.length / known.length), known.length];
}

/** Min length of a block that is sought in the body, in characters: shorter ones may be there by chance. */
const MIN_BLOCK_LENGTH = 25;

/** What each rule left out, and how much of it a person counts as the article's: a rule that loses much is wrong. */
function removals(pages: readonly Page[]): string {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const blocks = pages.flatMap(({ truth, text, leftOut }) => {
    const [body, kept] = [flat(truth.body), flat(text)];
    return leftOut
      .map((block) => ({ rule: `${block.step}: ${block.reason.replace(/“.*”/, '“…”')}`, text: flat(block.text) }))
      .filter((block) => block.text.length >= MIN_BLOCK_LENGTH)
      .map((block) => ({ ...block, isLost: body.includes(block.text) && !kept.includes(block.text) }));
  });
  const rows = [...Map.groupBy(blocks, ({ rule }) => rule)]
    .map(([rule, all]) => [rule, all.length, all.filter(({ isLost }) => isLost).length] as const)
    .sort((one, other) => other[2] - one[2] || other[1] - one[1]);
  return table(['left out by', 'blocks', 'in the body'], rows, 90);
}
