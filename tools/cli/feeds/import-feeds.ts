/** `feeds import`: adds the feeds of an OPML file to the registry, and names every line that added no feed. */
import { type FeedRegistry, MAX_FEEDS_AT_ONCE } from '../../../lambdas/adapters/dynamodb/feed-registry.ts';
import type { OpmlEntry, OpmlProblem, OpmlReading } from '../../../lambdas/core/feed/opml.ts';
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
  /** Feeds that were in the registry already. They stay as they are. */
  readonly known: readonly OpmlEntry[];
  /** Lines that name a feed of an earlier line. */
  readonly repeated: readonly OpmlProblem[];
  /** Lines that name no feed that could be polled. */
  readonly problems: readonly OpmlProblem[];
}

/** @throws {CliError} if the registry fails on the way */
export async function importFeeds({ feeds, problems }: OpmlReading, registry: FeedRegistry): Promise<Import> {
  let added = 0;
  const known: OpmlEntry[] = [];
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
      known.push(...batch.filter((_, position) => results[position] === 'known'));
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
  };
}

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Describes the import for people: counts first, then lines by `file:line`, the worst first. */
export function describeImport(file: string, { added, known, repeated, problems }: Import): string {
  const counts = [
    `${counted(added, 'feed')} added`,
    ...(known.length > 0 ? [`${known.length} ${known.length === 1 ? 'was' : 'were'} there already`] : []),
    ...(repeated.length > 0 ? [`${repeated.length} ${repeated.length === 1 ? 'is' : 'are'} listed twice`] : []),
    ...(problems.length > 0 ? [`${problems.length} can't be used`] : []),
  ];
  return [
    `${counts.join(', ')}.`,
    ...shown(file, problems),
    ...shown(file, repeated),
    ...shown(
      file,
      known.map(({ line, url }) => ({ line, problem: `${url} was there already` })),
    ),
  ].join('\n');
}

function shown(file: string, lines: readonly OpmlProblem[]): string[] {
  const rest = lines.length - MAX_SHOWN;
  return [
    ...lines.slice(0, MAX_SHOWN).map(({ line, problem }) => `${file}:${line}: ${clip(problem, 300)}`),
    ...(rest > 0 ? [`  … and ${rest} more like this; --json names them all`] : []),
  ];
}
