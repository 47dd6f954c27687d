/** Explanations for people. */
import type { FieldChoice, LeftOut, PageExplanation } from '../../../lambdas/core/article/explain-page.ts';
import type { Comparison } from '../../../lambdas/core/article/identity/compare-articles.ts';
import { pageText } from '../../../lambdas/core/article/text-source.ts';
import type { ArticleRights } from '../../../lambdas/core/rights/rights.ts';
import { countWords } from '../../../lambdas/core/words.ts';
import { counted, minute, table } from '../output.ts';
import { shownValue } from '../shown-value.ts';
import type { ExplainedAppearance } from './explain-appearances.ts';

/** Max characters of a cell. */
const WIDEST = 70;

export function pageExplanationText({
  url,
  reading,
  fields,
  leftOut,
}: PageExplanation & { readonly url: string }): string {
  const text = pageText(reading);
  const summary =
    text === undefined
      ? `The page has no text: ${reading.textless ?? 'no-article'}.`
      : `The text has ${counted(countWords(text.text), 'word')} in ${counted(text.text.split('\n').length, 'line')}, from ${SOURCES[text.textSource]}.`;
  return [
    url,
    summary,
    ...rightsLines(reading.metadata.rights),
    '',
    fieldTable(fields),
    '',
    leftOut.length === 0 ? 'Nothing was left out.' : leftOutTable(leftOut),
  ].join('\n');
}

function rightsLines(rights: ArticleRights | undefined): string[] {
  if (rights === undefined) return [];
  const { source, ...said } = rights;
  const fields = Object.entries(said).map(
    ([field, value]) => `${field} ${value} (${source[field as keyof typeof source]})`,
  );
  return [`It says of its use: ${fields.join(', ')}.`];
}

const SOURCES = { page: 'the page as it is shown', 'json-ld': 'its JSON-LD', feed: 'the feed' } as const;

const fieldTable = (fields: readonly FieldChoice[]): string =>
  table(
    ['field', 'value', 'why', 'candidates'],
    fields
      .filter(({ chosen }) => chosen !== undefined)
      .map(({ field, chosen, why, candidates }) => [
        field,
        shownValue(chosen),
        why,
        candidates.map(({ source, value }) => `${source}: ${shownValue(value)}`).join('; '),
      ]),
    WIDEST,
  );

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

const VERDICTS: Readonly<Record<string, string>> = {
  true: 'By its text, the later one is the same piece of news',
  false: 'These are two pieces of news',
  undefined: 'The two texts can’t be compared',
};

export function comparisonText({ isSame, reason, likeness }: Comparison): string {
  const verdict = `${VERDICTS[String(isSame)]}: ${reason}.`;
  if (likeness === undefined) return verdict;
  const [inLonger, inShorter] = [likeness.containment, likeness.coverage].map((share) => Math.round(share * 100));
  return `${verdict}\n${inLonger} % of the shorter text is in the longer, ${inShorter} % of the longer in the shorter.`;
}
