/** The feeds of an OPML list, and the lines that can't be used. */
import { readFileSync, statSync } from 'node:fs';
import { type OpmlProblem, type OpmlReading, parseOpml } from '../../../lambdas/core/feed/parse-opml.ts';
import { decodeText, xmlProlog } from '../../../lambdas/core/web/decode-text.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { fileProblem } from '../file-problem.ts';
import { clip } from '../output.ts';
import { addressProblem } from './feed-argument.ts';

/** Max size of a list. A list of 10,000 feeds has 2 MB. */
const MAX_FILE_BYTES = 50_000_000;

/** @throws {CliError} if the file can't be read or holds no feed that could be polled */
export const readFeedList = (file: string): OpmlReading => feedList(file, readFile(file), addressProblem);

/**
 * Returns the feeds that can be polled, and the problems of the other lines.
 * @param problemOf returns why an address is never fetched, or undefined
 * @throws {CliError} if no feed can be polled
 */
export function feedList(name: string, bytes: Uint8Array, problemOf: (url: string) => string | undefined): OpmlReading {
  const { feeds, problems, ...rest } = parseOpml(decodeText(bytes, [xmlProlog(bytes)]));
  const refused = feeds.flatMap(({ line, url }): OpmlProblem[] => {
    const problem = problemOf(url);
    return problem === undefined ? [] : [{ line, problem: `${url} can't be polled: ${problem}` }];
  });
  const all = [...problems, ...refused].sort((a, b) => a.line - b.line);
  const usable = feeds.filter(({ url }) => problemOf(url) === undefined);
  const [first] = all;
  if (usable.length > 0) return { ...rest, feeds: usable, problems: all };
  throw new CliError(
    first === undefined
      ? `${name} lists no feeds.`
      : `${name} has no feeds (line ${first.line}: ${clip(first.problem, 300)}).`,
    EXIT.usage,
  );
}

function readFile(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size <= MAX_FILE_BYTES) return readFileSync(file);
    throw new CliError(
      `${file} is too large for a list of feeds: it has ${size} bytes, and the limit is ${MAX_FILE_BYTES}.`,
      EXIT.usage,
    );
  } catch (cause) {
    throw cause instanceof CliError ? cause : fileProblem(file, 'read', cause);
  }
}
