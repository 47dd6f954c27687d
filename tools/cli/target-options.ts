import { type Command, InvalidArgumentError } from 'commander';
import { DEFAULT_DATA } from './deployment.ts';

/** Adds the options of every command that works on a deployment. */
export const addTargetOptions = (command: Command): Command =>
  command
    .option('--data <dir>', `local data, as \`start --data\` keeps it (default: ${DEFAULT_DATA})`, directory)
    .option('--stack <name>', 'a deployed stack, with the AWS credentials of your environment')
    .option('--json', 'the result as JSON');

/** @throws {InvalidArgumentError} if the name is empty, because that would mean the current directory */
export function directory(raw: string): string {
  if (raw.trim() === '') throw new InvalidArgumentError('It must name a directory.');
  return raw;
}
