#!/usr/bin/env node
import { CommanderError } from 'commander';
import { WireroomError } from '../lambdas/core/errors.ts';
import { CliError, EXIT } from '../tools/cli/cli-error.ts';
import { createProgram } from '../tools/cli/program.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Says what went wrong in one sentence, unless commander has done so already. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CliError || error instanceof WireroomError) console.error(error.message);
  else if (error instanceof Error && '$metadata' in error)
    console.error(`AWS refused: ${error.name}: ${error.message}`);
  else console.error(error);
  return error instanceof CliError ? error.exitCode : EXIT.failed;
}
