import Table from 'cli-table3';

/** Writes a result to standard output: as JSON, or as text for people. */
export function print(json: boolean | undefined, value: unknown, text: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, undefined, 2) : text()}\n`);
}

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

/** Makes a publisher's text safe for a terminal: one line, no control characters, at most `widest` characters. */
export function clip(text: string, widest: number): string {
  const flat = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return flat.length <= widest ? flat : `${flat.slice(0, widest - 1)}…`;
}

/** Removes the control characters that would steer a terminal. Keeps line breaks and tabs. */
export const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '');

/** `1 feed`, `2 feeds`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `2026-11-23 08:15`, in UTC. */
export const minute = (iso: string | undefined): string => iso?.slice(0, 16).replace('T', ' ') ?? '–';
