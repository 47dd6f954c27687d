/** A mutant that no test has killed, shown as the line it changes. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { EQUAL_MUTANTS } from './equal-mutants.ts';
import { keyOf, root } from './mutant-sample.ts';

export interface Survivor {
  readonly key: string;
  /** Relative to the project. */
  readonly file: string;
  /** From 1. */
  readonly lineNumber: number;
  readonly line: string;
  readonly becomes: string;
  /** The whole file with the change in it. */
  readonly source: string;
}

export function survivorOf(mutant: Mutant): Survivor {
  const { fileName, replacement } = mutant;
  const { start, end } = mutant.location;
  const lines = readFileSync(fileName, 'utf8').split('\n');
  const head = (lines[start.line] ?? '').slice(0, start.column);
  const tail = (lines[end.line] ?? '').slice(end.column);
  const changed = `${head}${replacement}${tail}`;
  return {
    key: keyOf(mutant),
    file: relative(root, fileName),
    lineNumber: start.line + 1,
    line: lines
      .slice(start.line, end.line + 1)
      .join('\n')
      .trim(),
    becomes: changed.trim(),
    source: [...lines.slice(0, start.line), changed, ...lines.slice(end.line + 1)].join('\n'),
  };
}

/** Whether equal-mutants.ts names it. */
export const isNamedEqual = (survivor: Survivor): boolean =>
  EQUAL_MUTANTS.some(
    ({ file, line, becomes }) => file === survivor.file && line === survivor.line && becomes === survivor.becomes,
  );

/** As it is printed: the place, and the line before and after. */
export const describe = ({ file, lineNumber, line, becomes }: Survivor): string =>
  [`${file}:${lineNumber}`, ...prefixed('-', line), ...prefixed('+', becomes)].join('\n');

const prefixed = (sign: string, text: string): string[] => text.split('\n').map((each) => `  ${sign} ${each.trim()}`);
