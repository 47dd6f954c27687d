import { CliError, EXIT } from './cli-error.ts';

/** Characters of an id that lists show, and that are enough to name it. */
export const SHORT_ID = 8;
/** Of a whole id, which is hexadecimal. */
const WHOLE_ID = 32;

/** Whether a name may be the start of an id. @throws {CliError} for one that is too short to mean one thing */
export function isStartOfId(name: string, what: 'feed' | 'article'): boolean {
  const isStart = new RegExp(`^[\\da-f]{1,${WHOLE_ID - 1}}$`).test(name);
  if (isStart && name.length < SHORT_ID) {
    throw new CliError(
      `There is no ${what} ${name}: of an id, at least the first ${SHORT_ID} characters are needed.`,
      EXIT.notFound,
    );
  }
  return isStart;
}
