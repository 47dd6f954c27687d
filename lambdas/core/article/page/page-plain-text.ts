/** A value of a page's metadata as plain text. */
import { cut, soundText } from '../../words.ts';
import { parseFragment } from './page-document.ts';

/** Max characters of a value that are read. */
const MAX_LENGTH = 5_000;
/** Soft hyphens, word joiners and marks of direction; the joiners of Persian and the scripts of India stay. */
const INVISIBLE = /[\u00AD\u2060\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Folds white space, takes soft hyphens and signs without width out, and decodes markup and entities, which many templates
 * write into attributes by mistake.
 */
export function pagePlainText(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const short = soundText(cut(raw, MAX_LENGTH));
  const decoded = /&#?\w{2,30};|<\/?[a-z]/i.test(short) ? (parseFragment(short).body.textContent ?? '') : short;
  return (
    soundText(
      decoded
        .replace(INVISIBLE, '')
        .replace(/[\s\u200B\uFEFF]+/g, ' ')
        .trim(),
    ) || undefined
  );
}
