/** A mutant that no test has killed, shown as the line it changes. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { EQUAL_MUTANTS } from './equal-mutants.ts';
import { root } from './mutant-sample.ts';

export interface Survivor {
  /** Relative to the project. */
  readonly file: string;
  /** From 1. */
  readonly lineNumber: number;
  readonly line: string;
  readonly becomes: string;
  /** The whole file with the change in it. */
  readonly source: string;
}

/** @param location lines and columns from 1, as Stryker reports them */
export function survivorOf({ fileName, location: { start, end }, replacement }: MutantResult): Survivor {
  const lines = readFileSync(fileName, 'utf8').split('\n');
  const head = (lines[start.line - 1] ?? '').slice(0, start.column - 1);
  const tail = (lines[end.line - 1] ?? '').slice(end.column - 1);
  const changed = `${head}${replacement}${tail}`;
  return {
    file: relative(root, fileName),
    lineNumber: start.line,
    line: lines
      .slice(start.line - 1, end.line)
      .join('\n')
      .trim(),
    becomes: changed.trim(),
    source: [...lines.slice(0, start.line - 1), changed, ...lines.slice(end.line)].join('\n'),
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
