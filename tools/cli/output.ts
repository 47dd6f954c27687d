import Table from 'cli-table3';

/** Writes a result to standard output: as JSON, or as text for people. */
export const print = (json: boolean | undefined, value: unknown, text: () => string): void =>
  write(json ? jsonText(value, 2) : text());

/** Writes a line, or several, to a terminal. All output takes this way, so that no text of a publisher steers the terminal. */
export function write(text: string, stream: NodeJS.WritableStream = process.stdout): void {
  stream.write(`${printable(text)}\n`);
}

/** Controls that JSON leaves as they are, and that a terminal follows: C1, and the signs that turn the direction of text. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON with each control character as an escape, so the value is the same. */
export const jsonText = (value: unknown, indent?: number): string =>
  (JSON.stringify(value, undefined, indent) ?? 'null').replace(
    UNESCAPED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const NO_LINES = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid'
    .split(' ')
    .map((part) => [part, '']),
);

/** Formats a table without lines. Cells are cut at `widest` characters, so that each row stays on one line. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], widest = 60): string {
  const drawn = new Table({
    head: [...head],
    chars: { ...NO_LINES, middle: '  ' },
    style: {
      'padding-left': 0,
      'padding-right': 0,
      head: process.stdout.isTTY ? ['bold'] : [],
      border: [],
      compact: true,
    },
    colAligns: head.map((_, column) => (typeof rows[0]?.[column] === 'number' ? 'right' : 'left')),
  });
  drawn.push(...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : clip(cell, widest)))));
  return drawn.toString().replace(/[ \t]+$/gm, '');
}

/**
 * Makes a publisher's text safe for a terminal: one line, no control characters, nothing invisible except the joiners and
 * marks that Persian, Hindi, Hebrew and Arabic are written with, at most `widest` characters.
 */
export function clip(text: string, widest: number): string {
  const flat = text.replace(/(?:[\s\p{Cc}]|(?![\u061c\u200c-\u200f])\p{Cf})+/gu, ' ').trim();
  return flat.length <= widest ? flat : `${flat.slice(0, widest - 1)}…`;
}

/**
 * Removes what would steer a terminal: control characters, and the signs that turn the direction of the text behind them.
 * Keeps line breaks, tabs, and bold type, with which tables have their heads. Keeps the marks U+061C, U+200E and U+200F,
 * because Hebrew and Arabic need them, and they turn no more than a letter of these scripts does.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[^\P{Cc}\n\t](\[(?:1|22)m)?/gu, (sign, rest = '') => (BOLD.has(sign) ? sign : rest));

/** The beginning and the end of bold type. */
const BOLD: ReadonlySet<string> = new Set(['\u001b[1m', '\u001b[22m']);

/** `1 feed`, `2 feeds`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `2026-11-23 08:15`, in UTC. */
export const minute = (iso: string | undefined): string => iso?.slice(0, 16).replace('T', ' ') ?? '–';
