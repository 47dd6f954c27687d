import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileProblem } from '../../../../tools/cli/file-problem.ts';

const missing = join(tmpdir(), 'wireroom-nothing', 'list.opml');
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

it.each([
  ['is missing', 'read', () => readFileSync(missing), "f can't be read: there is no such file."],
  ['is a directory', 'read', () => readFileSync(tmpdir()), "f can't be read: it is a directory."],
  ['has no directory', 'written', () => writeFileSync(missing, ''), "f can't be written: there is no such directory."],
  [
    'may not be read',
    'read',
    () => Object.assign(new Error(), { code: 'EACCES' }),
    "f can't be read: you may not read it.",
  ],
  ['fails for another reason', 'read', () => Object.assign(new Error(), { code: 'EIO' }), "f can't be read: EIO."],
] as const)('a file that %s is described in one sentence', (_, doing, work, sentence) => {
  expect(fileProblem('f', doing, thrownBy(work))).toMatchObject({ message: sentence, exitCode: 2 });
});
