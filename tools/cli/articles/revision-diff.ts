/** The changes of a revision, for people: changed fields and changed lines of the text, each word by word. */
import { diffArrays, diffWords } from 'diff';
import type { Article } from '../../../lambdas/core/article/record/article.ts';
import { minute, printable } from '../output.ts';
import { shownValue } from '../shown-value.ts';

/** Fields that differ in each revision, or that repeat another field. */
const OMITTED: ReadonlySet<string> = new Set([
  'revision',
  'revisedAt',
  'contentHash',
  'wordCount',
  'excerpt',
  'text',
  'html',
  'appearances',
  'expiresAt',
]);

/** Describes each step from one revision to the next, the latest last. @param states the oldest revision first */
export function revisionDiffs(states: readonly Article[]): string {
  const steps = states.slice(1).map((after, index) => revisionDiff(states[index] as Article, after));
  return steps.length === 0 ? 'There is no earlier revision.' : steps.join('\n\n');
}

/** In the form of `git diff --word-diff`: `[-removed-]{+added+}`. */
function revisionDiff(before: Article, after: Article): string {
  return [
    `Revision ${before.revision} → ${after.revision}, ${minute(after.revisedAt)}`,
    ...fieldChanges(before, after),
    ...textChanges(before, after),
  ]
    .map(printable)
    .join('\n');
}

function fieldChanges(before: Article, after: Article): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => `  ${name}: ${wordDiff(old.get(name) ?? '', now.get(name) ?? '')}`);
}

/** Maps field names to shown values. The properties of an object are fields too, such as `provenance.title`. */
function fieldsOf(article: Article): ReadonlyMap<string, string> {
  const shown = Object.entries(article).filter(([name]) => !OMITTED.has(name));
  return new Map(
    shown.flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, shownValue(inner)] as const)
        : [[name, shownValue(value)] as const],
    ),
  );
}

/** Returns the changed lines. A line that replaced another line is shown word by word. */
function textChanges(before: Article, after: Article): string[] {
  if (before.text === undefined || after.text === undefined) {
    return before.textKey === after.textKey ? [] : ['  text: in the Bodies bucket, see textKey'];
  }
  const changes = diffArrays(before.text.split('\n'), after.text.split('\n'));
  return changes.flatMap(({ added, removed, value }, index) => {
    const next = changes[index + 1];
    if (removed && next?.added) return [`  ${wordDiff(value.join('\n  '), next.value.join('\n  '))}`];
    const isShownAlready = added && changes[index - 1]?.removed;
    if (isShownAlready) return [];
    return removed || added ? value.map((line) => `  ${removed ? `[-${line}-]` : `{+${line}+}`}`) : [];
  });
}

const wordDiff = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ added, removed, value }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join('');
