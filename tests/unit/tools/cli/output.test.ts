import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { clip, jsonText, printable, table, write } from '../../../../tools/cli/output.ts';
import { sourceFiles } from '../../../architecture/import-graph.ts';

/** Each character that may steer a terminal or turn the direction of a line. */
const HOSTILE = [
  ...Array.from({ length: 0xa0 }, (_, code) => code).filter((code) => code < 0x20 || code >= 0x7f),
  ...[0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCharCode(code));
const HOSTILE_TEXT = `News\ud800${HOSTILE.map((sign) => `${sign}31m`).join('')}`;
const hostileIn = (text: string): string[] =>
  HOSTILE.filter((sign) => sign !== '\n' && sign !== '\t' && text.includes(sign));

describe('what is printed', () => {
  it('text for people has no character that steers a terminal', () => {
    expect(hostileIn(printable(HOSTILE_TEXT))).toEqual([]);
    expect(printable(HOSTILE_TEXT).isWellFormed()).toBe(true);
  });

  it('a cell of a table has no character that steers a terminal, and no line break', () => {
    expect(hostileIn(table(['title'], [[HOSTILE_TEXT]], 5_000))).toEqual([]);
    expect(clip(`${HOSTILE_TEXT}\u200b\u00adx`, 5_000)).not.toMatch(/[\n\t\u200b\u00ad]/);
  });

  it('JSON has no character that steers a terminal, and the same value', () => {
    const value = { title: `${HOSTILE_TEXT}\u200e\u200f\u061c` };
    expect(hostileIn(jsonText(value, 2))).toEqual([]);
    expect(jsonText(value)).not.toMatch(/[\u200e\u200f\u061c]/);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });

  it('nothing that is written steers a terminal, whoever formats it', () => {
    const stream = new PassThrough();
    write(HOSTILE_TEXT, stream);
    expect(hostileIn(String(stream.read()))).toEqual([]);
  });

  it.each<[why: string, text: string]>([
    ['the joiners of Persian and of emoji', 'می‌خواهم 👩‍🚀'],
    ['the marks of Hebrew and Arabic', 'שלום\u200f (5) \u061cسلام\u200e'],
  ])('text for people and cells keep %s', (_, text) => {
    expect(printable(text)).toBe(text);
    expect(clip(text, 100)).toBe(text);
  });

  it('text for people keeps line breaks, tabs and the bold heads of tables', () => {
    expect(printable('\u001b[1mtitle\u001b[22m\n\tx')).toBe('\u001b[1mtitle\u001b[22m\n\tx');
    expect(printable('\u001b[31mred\u001b[1;31m')).toBe('[31mred[1;31m');
  });

  it('all commands write by this function', () => {
    const root = `${import.meta.dirname}/../../../..`;
    const others = sourceFiles(root, ['bin', 'tools/cli', 'tools/start']).filter(
      (file) =>
        !['tools/cli/output.ts', 'bin/app.ts'].includes(file) &&
        /std(?:out|err)\.write|console\./.test(readFileSync(`${root}/${file}`, 'utf8')),
    );
    expect(others).toEqual([]);
  });
});
