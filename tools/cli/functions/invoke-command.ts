import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Argument, type Command } from 'commander';
import { type FunctionName, functionNames } from '../../../lib/function-bundle.ts';
import type { Settings } from '../../../lib/settings.ts';
import type { InvokeResult } from '../../local/functions/function-instance.ts';
import { startFunctionsAlone } from '../../local/start-functions-alone.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { DEFAULT_DATA, type OutputName, openDeployment, type Target } from '../deployment.ts';
import { fileProblem } from '../file-problem.ts';
import { jsonText, write } from '../output.ts';
import { addTargetOptions } from '../target-options.ts';
import { eventProblem, needsEvent, sampleEvent } from './function-events.ts';

const NAME_OUTPUTS = {
  'schedule-polls': 'SchedulePollsFunctionName',
  'poll-feed': 'PollFeedFunctionName',
  'ingest-item': 'IngestItemFunctionName',
  'websub-callback': 'WebsubCallbackFunctionName',
  'schedule-rechecks': 'ScheduleRechecksFunctionName',
  'print-events': 'ExampleConsumerFunctionName',
} as const satisfies Record<FunctionName, OutputName>;

/** The settings that put an optional function into the stack. */
const SETTINGS_FOR: Partial<Record<FunctionName, Partial<Settings>>> = {
  'websub-callback': { webSub: true },
  'schedule-rechecks': { recheckAfterHours: 24 },
};

export function addInvokeCommand(program: Command): void {
  addTargetOptions(
    program
      .command('invoke')
      .description('call one function with an event, and print what it logs and returns')
      .addArgument(new Argument('<function>', 'the function').choices(functionNames))
      .argument('[event.json]', 'a file with the event, such as one in docs/events/; schedule-polls needs no event'),
  ).action(async (name: FunctionName, file: string | undefined, target: Target) => {
    const event = readEvent(name, file);
    const result =
      target.stack === undefined
        ? await invokeLocally(name, event, resolve(target.data ?? DEFAULT_DATA))
        : await invokeDeployed(name, event, target);
    if (result.outcome === 'success') write(jsonText(result.payload, 2));
    else throw new CliError(`${name} ended with ${result.outcome}: ${result.errorType}: ${result.message}`);
  });
}

/** Builds the function from the working tree and runs only this function: no queue is consumed, no schedule fires. */
async function invokeLocally(name: FunctionName, event: unknown, dataDirectory: string): Promise<InvokeResult> {
  const context = SETTINGS_FOR[name] ?? {};
  const runtime = await startFunctionsAlone(dataDirectory, context, ({ line }) => write(line, process.stderr));
  try {
    return await runtime.invoke(runtime.outputs[NAME_OUTPUTS[name]] ?? name, event);
  } finally {
    await runtime.stop();
  }
}

async function invokeDeployed(name: FunctionName, event: unknown, target: Target): Promise<InvokeResult> {
  const deployment = await openDeployment(target);
  const { Payload, FunctionError, LogResult } = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: deployment.output(NAME_OUTPUTS[name]),
      Payload: JSON.stringify(event),
      LogType: 'Tail',
    }),
  );
  write(
    Buffer.from(LogResult ?? '', 'base64')
      .toString()
      .trimEnd(),
    process.stderr,
  );
  const payload: unknown = JSON.parse(Payload?.transformToString() || 'null');
  if (FunctionError === undefined) return { outcome: 'success', payload };
  const { errorType = FunctionError, errorMessage = '' } = payload as { errorType?: string; errorMessage?: string };
  return { outcome: 'error', errorType, message: errorMessage, trace: [] };
}

/** @throws {CliError} if the event is missing, or differs from the events that Lambda sends */
function readEvent(name: FunctionName, file: string | undefined): unknown {
  const sample = sampleEvent(name);
  if (file === undefined) {
    if (!needsEvent(name)) return {};
    throw new CliError(`${name} needs an event: \`invoke ${name} ${sample}\` has one to start from.`, EXIT.usage);
  }
  const event = parse(file);
  const problem = eventProblem(name, event);
  if (problem === undefined) return event;
  throw new CliError(`${file} is no event for ${name} (${problem}); ${sample} is one.`, EXIT.usage);
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw fileProblem(file, 'read', cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliError(`${file} is not JSON: ${(cause as Error).message}.`, EXIT.usage, { cause });
  }
}
