import type { Command } from 'commander';
import { DEFAULT_DATA } from './deployment.ts';

/** The options that every command on a deployment has. */
export const addTargetOptions = (command: Command): Command =>
  command
    .option('--data <dir>', `local data, as \`start --data\` keeps it (default: ${DEFAULT_DATA})`)
    .option('--stack <name>', 'a deployed stack, with the AWS credentials of your environment')
    .option('--json', 'the result as JSON');
