/**
 * `feeds import`: adds the feeds of an OPML file to the registry, and names every line that added no feed, every setting and label
 * that was left out, and every name that became another label.
 */
import { type FeedRegistry, MAX_FEEDS_AT_ONCE } from '../../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { OpmlEntry, OpmlProblem, OpmlReading } from '../../../lambdas/core/feed/parse-opml.ts';
import type { SettingKey } from '../../../lambdas/core/feed/record/feed-settings.ts';
import { feedIdOf } from '../../../lambdas/core/feed/record/feed-url.ts';
import { LABEL_RULE, MAX_LABELS } from '../../../lambdas/core/feed/record/label.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { clip, counted } from '../output.ts';
import { createProgress } from '../progress.ts';

/**
 * Number of requests at once. A new on-demand table takes 4,000 writes per second, and a transactional write counts
 * twice.
 * Source: AWS, "DynamoDB on-demand capacity mode".
 */
const REQUESTS_AT_ONCE = 4;
/** Min number of feeds for a progress bar. Fewer feeds are added at once. */
const PROGRESS_FROM_FEEDS = 500;
/** Max lines of one kind that people see. */
const MAX_SHOWN = 20;

export interface Import {
  readonly added: number;
  /** Feeds that were in the registry already. They stay as they are, or get the list's labels and settings. */
  readonly known: readonly OpmlEntry[];
  /** Lines that name a feed of an earlier line. */
  readonly repeated: readonly OpmlProblem[];
  /** Lines that name no feed that could be polled. */
  readonly problems: readonly OpmlProblem[];
  /** Settings and labels that can't be used. */
  readonly leftOut: readonly OpmlProblem[];
  /** Names that are no labels, and the labels that they became. */
  readonly renamed: OpmlReading['renamed'];
  /** Whether the known feeds got the list's labels and settings. */
  readonly isUpdate: boolean;
}

/** @throws {CliError} if the registry fails on the way */
export async function importFeeds(
  { feeds, problems, leftOut, renamed }: OpmlReading,
  registry: FeedRegistry,
  isUpdate = false,
): Promise<Import> {
  let added = 0;
  const known: OpmlEntry[] = [];
  const leftBehind: OpmlProblem[] = [];
  const progress = createProgress();
  if (feeds.length >= PROGRESS_FROM_FEEDS) {
    progress.begin('Importing', () => {
      const done = added + known.length;
      return { done, total: feeds.length, detail: `${done} of ${feeds.length} feeds` };
    });
  }
  const batches = chunks(feeds, MAX_FEEDS_AT_ONCE);
  const work = async (): Promise<void> => {
    for (const batch of batches) {
      const results = await registry.addMany(batch);
      added += results.filter((result) => result === 'added').length;
      const there = batch.filter((_, position) => results[position] === 'known');
      if (isUpdate) for (const entry of there) leftBehind.push(...(await update(entry, registry)));
      known.push(...there);
    }
  };
  try {
    // The workers share one iterator: each takes the next batch as soon as its last batch is added.
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, work));
  } catch (cause) {
    const { name, message } = cause as Error;
    const done = `${added} of ${counted(feeds.length, 'feed')} were added before this went wrong: ${message || name}`;
    throw new CliError(
      `${done.replace(/\.$/, '')}. Import the file again: known feeds stay as they are.`,
      EXIT.failed,
      {
        cause,
      },
    );
  } finally {
    progress.end();
  }
  return {
    added,
    known: known.sort((a, b) => a.line - b.line),
    repeated: problems.filter(({ isRepeated }) => isRepeated),
    problems: problems.filter(({ isRepeated }) => !isRepeated),
    leftOut: [...leftOut, ...leftBehind].sort((a, b) => a.line - b.line),
    renamed,
    isUpdate,
  };
}

/** Gives a known feed the labels that it lacks, and the settings of the list. Returns what can't be done. */
async function update(
  { url, line, labels = [], settings = {} }: OpmlEntry,
  registry: FeedRegistry,
): Promise<OpmlProblem[]> {
  const feedId = feedIdOf(url);
  const after = labels.length === 0 ? [] : await registry.label(feedId, labels, []);
  const changes = Object.entries(settings).map(([key, value]) => ({ key: key as SettingKey, value }));
  if (changes.length > 0) await registry.set(feedId, changes);
  return (after?.length ?? 0) <= MAX_LABELS
    ? []
    : [{ line, problem: `a feed has at most ${MAX_LABELS} labels, so ${url} keeps its own` }];
}

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Describes the import for people: counts first, then lines by `file:line`, the worst first. */
export function describeImport(file: string, result: Import): string {
  const { added, known, repeated, problems, leftOut, renamed, isUpdate } = result;
  const counts = [
    `${counted(added, 'feed')} added`,
    ...(known.length > 0 ? [`${known.length} ${known.length === 1 ? 'was' : 'were'} there already`] : []),
    ...(repeated.length > 0 ? [`${repeated.length} ${repeated.length === 1 ? 'is' : 'are'} listed twice`] : []),
    ...(problems.length > 0 ? [`${problems.length} can't be used`] : []),
  ];
  return [
    `${counts.join(', ')}.`,
    ...shown(file, problems),
    ...shown(file, leftOut),
    ...(renamed.length === 0 ? [] : renaming(renamed)),
    ...shown(file, repeated),
    ...shown(
      file,
      known.map(({ line, url }) => ({
        line,
        problem: `${url} was there already${isUpdate ? ', and has its labels and settings' : ''}`,
      })),
    ),
  ].join('\n');
}

function renaming(renamed: Import['renamed']): string[] {
  const rest = renamed.length - MAX_SHOWN;
  return [
    `${counted(renamed.length, 'name')} of folders or categories became labels that differ. ${LABEL_RULE}`,
    ...renamed.slice(0, MAX_SHOWN).map(({ from, to }) => `  ${JSON.stringify(clip(from, 100))} → ${to}`),
    ...(rest > 0 ? [`  … and ${rest} more; --json names them all`] : []),
  ];
}

function shown(file: string, lines: readonly OpmlProblem[]): string[] {
  const rest = lines.length - MAX_SHOWN;
  return [
    ...lines.slice(0, MAX_SHOWN).map(({ line, problem }) => `${file}:${line}: ${clip(problem, 300)}`),
    ...(rest > 0 ? [`  … and ${rest} more like this; --json names them all`] : []),
  ];
}
