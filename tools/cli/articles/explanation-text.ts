/** Explanations for people. */
import type { LeftOut, PageExplanation } from '../../../lambdas/core/article/explain-page.ts';
import { pageText } from '../../../lambdas/core/article/text-source.ts';
import { countWords } from '../../../lambdas/core/words.ts';
import { counted, minute, table } from '../output.ts';
import type { ExplainedAppearance } from './explain-appearances.ts';

/** Max characters of a cell. */
const WIDEST = 70;

export function pageExplanationText({ url, reading, leftOut }: PageExplanation & { readonly url: string }): string {
  const text = pageText(reading);
  const summary =
    text === undefined
      ? `The page has no text: ${reading.textless ?? 'no-article'}.`
      : `The text has ${counted(countWords(text.text), 'word')} in ${counted(text.text.split('\n').length, 'line')}, from ${SOURCES[text.textSource]}.`;
  return [url, summary, '', leftOut.length === 0 ? 'Nothing was left out.' : leftOutTable(leftOut)].join('\n');
}

const SOURCES = { page: 'the page as it is shown', 'json-ld': 'its JSON-LD', feed: 'the feed' } as const;

const leftOutTable = (leftOut: readonly LeftOut[]): string =>
  table(
    ['left out by', 'reason', 'text'],
    leftOut.map(({ step, reason, text }) => [step, reason, text]),
    WIDEST,
  );

export const appearancesText = (appearances: readonly ExplainedAppearance[]): string =>
  table(
    ['first seen (UTC)', 'feed', 'why it is this article'],
    appearances.map(({ firstSeenAt, feedUrl, reason }) => [minute(firstSeenAt), feedUrl, reason]),
    WIDEST,
  );
