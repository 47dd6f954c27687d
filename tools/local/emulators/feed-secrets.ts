/**
 * The secrets of private feeds on this machine, by the names of their credentials: the environment variable
 * `WIREROOM_CREDENTIALS_NAME` (capitals, with _ for -), else the file `credentials/NAME.json` in the data directory, which only its
 * owner may read. docs/polling.md describes their text.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretReading } from '../../../lambdas/core/feed/credentials/secret-store.ts';
import { isCredentialsName } from '../../../lambdas/core/feed/record/feed-settings.ts';

const FOLDER = 'credentials';
/** The rights of everybody but the owner, and to run the file. */
const OTHER_RIGHTS = 0o177;

type Environment = Readonly<Record<string, string | undefined>>;

export function readFeedSecret(dataDirectory: string, name: string, environment: Environment): SecretReading {
  if (!isCredentialsName(name)) return { kind: 'missing', detail: 'no credentials have such a name' };
  const variable = `WIREROOM_CREDENTIALS_${name.toUpperCase().replaceAll('-', '_')}`;
  const inEnvironment = environment[variable];
  if (inEnvironment) return { kind: 'found', text: inEnvironment };
  const file = `${FOLDER}/${name}.json`;
  try {
    return readFile(join(dataDirectory, file), file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? { kind: 'missing', detail: `there is neither ${variable} in the environment nor ${file} in the data directory` }
      : { kind: 'unreadable', detail: `${file} can't be read (${code})` };
  }
}

/** @param shown the file's name in sentences */
function readFile(path: string, shown: string): SecretReading {
  const descriptor = openSync(path, 'r');
  try {
    const rights = fstatSync(descriptor).mode & 0o777;
    return (rights & OTHER_RIGHTS) === 0
      ? { kind: 'found', text: readFileSync(descriptor, 'utf8') }
      : {
          kind: 'unreadable',
          detail: `${shown} has the mode ${rights.toString(8)}; only its owner may read it (chmod 600)`,
        };
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a secret into its file. */
export function writeFeedSecret(dataDirectory: string, name: string, secret: object): void {
  mkdirSync(join(dataDirectory, FOLDER), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDirectory, FOLDER, `${name}.json`), `${JSON.stringify(secret)}\n`, { mode: 0o600 });
}
