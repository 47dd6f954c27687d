/** Which survivors the compiler refuses: `npm test` begins with it, so such a mistake can't be committed either. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../local/machine/temporary-directory.ts';
import { root } from './mutant-sample.ts';
import type { Survivor } from './survivor.ts';

/** What `tsconfig.json` includes, and what that imports. */
const SOURCES = 'bin lib lambdas tools tests docs package.json tsconfig.json vitest.config.ts'.split(' ');

/** Compiles a copy of the project once for each survivor, with that survivor's change in it. @returns those that compile */
export function thatCompile(survivors: readonly Survivor[]): Survivor[] {
  if (survivors.length === 0) return [];
  using copy = temporaryDirectory();
  for (const entry of SOURCES) cpSync(join(root, entry), join(copy.path, entry), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy.path, 'node_modules'));
  return survivors.filter(({ file, source }) => {
    writeFileSync(join(copy.path, file), source);
    const { status } = spawnSync(join(root, 'node_modules/.bin/tsc'), { cwd: copy.path });
    writeFileSync(join(copy.path, file), readFileSync(join(root, file)));
    return status === 0;
  });
}
