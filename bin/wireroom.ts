#!/usr/bin/env node
/**
 * The command line. `start` (and so `npm start`) is in tools/start/start-command.ts, every other command in tools/cli/.
 */
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { WireroomError } from '../lambdas/core/errors.ts';
import { addArticlesCommand } from '../tools/cli/articles/articles-command.ts';
import { addExplainCommand } from '../tools/cli/articles/explain-command.ts';
import { addTailCommand } from '../tools/cli/articles/tail-command.ts';
import { CliError, EXIT } from '../tools/cli/cli-error.ts';
import { addFeedsCommand } from '../tools/cli/feeds/feeds-command.ts';
import { addInvokeCommand } from '../tools/cli/functions/invoke-command.ts';
import { addRedriveCommand } from '../tools/cli/functions/redrive-command.ts';
import { write } from '../tools/cli/output.ts';
import { addCostCommand } from '../tools/cost/cost-command.ts';
import { addStartCommand } from '../tools/start/start-command.ts';

const program = new Command('wireroom')
  .description('Runs Wireroom on this machine, and manages local data or a deployed stack.')
  .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 no such feed or article.')
  .showSuggestionAfterError(true);
addStartCommand(program);
addFeedsCommand(program);
addArticlesCommand(program);
addExplainCommand(program);
addTailCommand(program);
addRedriveCommand(program);
addInvokeCommand(program);
addCostCommand(program);

// EPIPE: the reader, such as `head`, has closed the pipe and needs no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});
try {
  // Commander throws its errors instead of exiting, so that one place decides on the exit code.
  for (const command of everyCommand(program)) command.exitOverride();
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Prints the error in one sentence, unless commander has printed it already. @returns the exit code */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  write(error instanceof Error && isExpected(error) ? error.message : inspect(error), process.stderr);
  return error instanceof CliError ? error.exitCode : EXIT.failed;
}

/** Whether the message alone is enough: true of our errors, and of errors of AWS, the file system and the network. */
function isExpected(error: Error): boolean {
  return error instanceof CliError || error instanceof WireroomError || '$metadata' in error || 'syscall' in error;
}
