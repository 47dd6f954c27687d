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
  ['that is not there', 'read', () => readFileSync(missing), "f can't be read: there is no such file."],
  ['that is a directory', 'read', () => readFileSync(tmpdir()), "f can't be read: it is a directory."],
  ['in no directory', 'written', () => writeFileSync(missing, ''), "f can't be written: there is no such directory."],
  [
    'that one may not read',
    'read',
    () => Object.assign(new Error(), { code: 'EACCES' }),
    "f can't be read: you may not read it.",
  ],
  ['with another trouble', 'read', () => Object.assign(new Error(), { code: 'EIO' }), "f can't be read: EIO."],
] as const)('a file %s', (_, doing, work, sentence) => {
  expect(fileProblem('f', doing, thrownBy(work))).toMatchObject({ message: sentence, exitCode: 2 });
});
