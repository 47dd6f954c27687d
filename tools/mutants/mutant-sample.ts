/** Which of a room's mutants are tried: a seeded sample, so that everybody who runs it tries the same. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';

export const root = join(import.meta.dirname, '../..');

/** The source files that lie in a room itself, not in rooms within it. @param room below `lambdas/`, as `core/web` */
export const filesOf = (room: string): string[] =>
  readdirSync(join(root, 'lambdas', room))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `lambdas/${room}/${name}`);

/** Identifies a mutant across processes and runs: its file, its range and its replacement. */
export const keyOf = ({ fileName, location: { start, end }, replacement }: Mutant): string =>
  [relative(root, fileName), start.line, start.column, end.line, end.column, replacement].join(':');

/** Every mutant of the files that Stryker knows. @param files relative to the project */
export async function mutantsOf(files: readonly string[]): Promise<readonly Mutant[]> {
  const sources = files.map((file) => ({
    name: join(root, file),
    content: readFileSync(join(root, file), 'utf8'),
    mutate: true,
  }));
  const { mutants } = await new Instrumenter(SILENT).instrument(sources, {
    plugins: null,
    ignorers: [],
    excludedMutations: [],
  });
  return mutants;
}

/** The keys of `size` mutants, in an order that only `seed` and the mutants themselves decide. */
export const sampleOf = (mutants: readonly Mutant[], seed: number, size: number): string[] =>
  mutants
    .map(keyOf)
    .map((key) => ({ key, rank: createHash('sha256').update(`${seed}:${key}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ key }) => key);

const no = (): boolean => false;
const nothing = (): void => undefined;
const SILENT = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
