import { CliError, EXIT } from './cli-error.ts';

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'you may not read it',
};
const WRITING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such directory',
  ENOTDIR: 'there is no such directory',
  EISDIR: 'it is a directory',
  EACCES: 'you may not write it',
};

/**
 * Returns an error that says in one sentence why a file can't be read or written.
 * @param cause the file system's error
 */
export function fileProblem(file: string, doing: 'read' | 'written', cause: unknown): CliError {
  const { code = String(cause) } = cause as NodeJS.ErrnoException;
  const problem = (doing === 'read' ? READING : WRITING)[code] ?? code;
  return new CliError(`${file} can't be ${doing}: ${problem}.`, EXIT.usage, { cause });
}
