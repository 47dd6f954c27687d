import { CliError, EXIT } from './cli-error.ts';

/** Number of an id's characters that lists show, and that are enough to name the feed or article. */
export const SHORT_ID = 8;
/** Length of a whole id, in hexadecimal characters. */
const WHOLE_ID = 32;

/** Returns whether a name may be the start of an id. @throws {CliError} if the start is too short to be unique */
export function isStartOfId(name: string, what: 'feed' | 'article'): boolean {
  const isStart = new RegExp(`^[\\da-f]{1,${WHOLE_ID - 1}}$`).test(name);
  if (isStart && name.length < SHORT_ID) {
    throw new CliError(
      `There is no ${what} ${name}: at least the first ${SHORT_ID} characters of an id are needed.`,
      EXIT.notFound,
    );
  }
  return isStart;
}
