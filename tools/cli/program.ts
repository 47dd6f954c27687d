import { Command } from 'commander';
import { addStartCommand } from '../start/start-command.ts';
import { addArticlesCommand } from './articles-command.ts';
import { addFeedsCommand } from './feeds-command.ts';
import { addInvokeCommand } from './invoke-command.ts';
import { addRedriveCommand } from './redrive-command.ts';
import { addTailCommand } from './tail-command.ts';

/** The command line. Commander's own errors are thrown, so that one place decides on the exit code. */
export function createProgram(): Command {
  const program = new Command('wireroom')
    .description('Runs Wireroom on this machine, and looks after local data or a deployed stack.')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 no such feed or article.')
    .showSuggestionAfterError(true)
    .exitOverride();
  addStartCommand(program);
  addFeedsCommand(program);
  addArticlesCommand(program);
  addTailCommand(program);
  addRedriveCommand(program);
  addInvokeCommand(program);
  for (const command of everyCommand(program)) command.exitOverride();
  return program;
}

const everyCommand = (command: Command): Command[] => command.commands.flatMap((each) => [each, ...everyCommand(each)]);
