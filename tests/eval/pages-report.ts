/** `npm run eval -- --pages DIR`: what reading the pages of a directory scores, as tables or JSON. */
import { print, table } from '../../tools/cli/output.ts';
import { pageExtremes } from './page-extremes.ts';
import { pageScores } from './page-scores.ts';
import { readPages } from './read-pages.ts';
import { removals } from './removals.ts';

interface Options {
  readonly json: boolean;
  readonly removals: boolean;
}

export function printPages(directory: string, options: Options): void {
  const pages = readPages(directory);
  const report = {
    scores: pageScores(pages),
    extremes: pageExtremes(pages),
    ...(options.removals && { removals: removals(pages) }),
  };
  print(options.json, report, () => {
    const scores = report.scores.map(({ name, score, pages }) => [name, score.toFixed(3), pages] as const);
    const extremes = report.extremes.map(({ name, value }) => [name, value] as const);
    const rules = report.removals?.map(({ rule, blocks, lost }) => [rule, blocks, lost] as const);
    return [
      table(['score', '0 to 1', 'pages'], scores),
      table(['the most of a page', ''], extremes),
      ...(rules === undefined ? [] : [table(['left out by', 'blocks', 'of the article'], rules, 90)]),
    ].join('\n\n');
  });
}
