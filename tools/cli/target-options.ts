import { type Command, InvalidArgumentError } from 'commander';
import { DEFAULT_DATA } from './deployment.ts';

/** The options that every command on a deployment has. */
export const addTargetOptions = (command: Command): Command =>
  command
    .option('--data <dir>', `local data, as \`start --data\` keeps it (default: ${DEFAULT_DATA})`, directory)
    .option('--stack <name>', 'a deployed stack, with the AWS credentials of your environment')
    .option('--json', 'the result as JSON');

/** @throws {InvalidArgumentError} for an empty name, which would mean the directory that one happens to stand in. */
export function directory(raw: string): string {
  if (raw.trim() === '') throw new InvalidArgumentError('It must name a directory.');
  return raw;
}
