/**
 * The labels of a feed: for whom its articles are, as `desk:politics`, `client-7` or `News/Mercados`. What a label may be made of, and
 * why: docs/decisions/labels.md.
 */
import { contentId } from '../../hash.ts';

/** Max labels of a feed. */
export const MAX_LABELS = 20;
/** Max length of a label, in characters (code points). */
export const MAX_LABEL_LENGTH = 64;
/** Max length of a name that is read for a label, in UTF-16 units. */
const MAX_NAME_LENGTH = 1_000;
/** Hexadecimal digits that tell apart two long names with the same start, or two names without a letter. */
const HASH_LENGTH = 8;

/** Everything that no label has. A comma separates the labels of an OPML category, and a slash the folders of a path. */
const FOREIGN = /[^\p{L}\p{M}\p{N} _.:&+#@-]+/u;
/** Signs that nobody sees, among them those that turn the direction of text: two labels that look alike would differ. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
/** A label begins with a letter or digit, so that `+label` and `-label` can be told from it. */
const NO_START = /^[^\p{L}\p{N}]+/u;

export const LABEL_RULE = `A label has up to ${MAX_LABEL_LENGTH} characters: letters and digits of any script, single spaces, and - _ . : & + # @; it begins with a letter or digit, and / separates folders.`;

/** Whether a text is a label as it stands. */
export const isLabel = (text: string): boolean => asLabel(text) === text;

/**
 * Returns the label that stands for a name, such as a folder's path; undefined for a blank name. A label stands for itself. Signs that
 * no label has become a hyphen between words, and vanish elsewhere. A name that is too long ends with a hash of the whole name, and a
 * name without a letter or digit becomes one.
 */
export function asLabel(name: string): string | undefined {
  const label = cleanPath(name.slice(0, MAX_NAME_LENGTH));
  if (label === '') return name.trim() === '' ? undefined : `label-${hashOf(name)}`;
  const characters = [...label];
  if (characters.length <= MAX_LABEL_LENGTH && name.length <= MAX_NAME_LENGTH) return label;
  const start = cleanPath(characters.slice(0, MAX_LABEL_LENGTH - HASH_LENGTH - 1).join(''));
  return `${start}-${hashOf(name)}`;
}

/** Returns a folder's name as one part of a label: its slashes don't separate folders. */
export const asFolder = (name: string): string | undefined => asLabel(name.replaceAll('/', '|'));

/** Returns the labels of a feed in the order in which they are stored, each once. */
export const sortedLabels = (labels: Iterable<string>): string[] => [...new Set(labels)].sort();

const hashOf = (name: string): string => contentId('label', name).slice(0, HASH_LENGTH);

const cleanPath = (path: string): string => path.split('/').map(cleanPart).filter(Boolean).join('/');

const cleanPart = (part: string): string =>
  part
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split(FOREIGN)
    .map((piece) => piece.split(' ').filter(Boolean).join(' '))
    .filter(Boolean)
    .join('-')
    .replace(NO_START, '');
