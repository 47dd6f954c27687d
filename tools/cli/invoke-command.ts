import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Argument, type Command } from 'commander';
import type { InvokeResult } from '../local/function-instance.ts';
import { startRuntime } from '../local/runtime.ts';
import { synthesize } from '../local/synthesize.ts';
import { temporaryDirectory } from '../local/temporary-directory.ts';
import { CliError, EXIT } from './cli-error.ts';
import { DEFAULT_DATA, openDeployment, type Target } from './deployment.ts';
import { addTargetOptions } from './target-options.ts';

const FUNCTIONS = {
  'schedule-polls': 'SchedulePollsFunctionName',
  'poll-feed': 'PollFeedFunctionName',
  'ingest-item': 'IngestItemFunctionName',
  'print-events': 'ExampleConsumerFunctionName',
} as const;
type FunctionKey = keyof typeof FUNCTIONS;

export function addInvokeCommand(program: Command): void {
  addTargetOptions(
    program
      .command('invoke')
      .description('call one function with an event, and print what it logs and returns')
      .addArgument(new Argument('<function>', 'which function').choices(Object.keys(FUNCTIONS)))
      .argument('[event.json]', 'a file with the event (default: an empty one)'),
  ).action(async (name: FunctionKey, file: string | undefined, target: Target) => {
    const event = file === undefined ? {} : readEvent(file);
    const result =
      target.stack === undefined
        ? await invokeLocally(name, event, resolve(target.data ?? DEFAULT_DATA))
        : await invokeDeployed(name, event, target);
    if (result.outcome === 'success') process.stdout.write(`${JSON.stringify(result.payload, undefined, 2)}\n`);
    else throw new CliError(`${name} ended with ${result.outcome}: ${result.errorType}: ${result.message}`);
  });
}

/** Builds the function from the working tree and runs it alone: no queue is consumed, no schedule fires. */
async function invokeLocally(name: FunctionKey, event: unknown, dataDirectory: string): Promise<InvokeResult> {
  using scratch = temporaryDirectory();
  const assembly = await synthesize(scratch.path, {});
  const runtime = await startRuntime({
    assembly,
    dataDirectory,
    schedules: 'manual',
    eventSources: false,
    onLog: ({ line }) => process.stderr.write(`${line}\n`),
  });
  try {
    return await runtime.invoke(runtime.outputs[FUNCTIONS[name]] ?? name, event);
  } finally {
    await runtime.stop();
  }
}

async function invokeDeployed(name: FunctionKey, event: unknown, target: Target): Promise<InvokeResult> {
  const deployment = await openDeployment(target);
  const { Payload, FunctionError, LogResult } = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: deployment.output(FUNCTIONS[name]),
      Payload: JSON.stringify(event),
      LogType: 'Tail',
    }),
  );
  process.stderr.write(Buffer.from(LogResult ?? '', 'base64').toString());
  const payload: unknown = JSON.parse(Payload?.transformToString() || 'null');
  if (FunctionError === undefined) return { outcome: 'success', payload };
  const { errorType = FunctionError, errorMessage = '' } = payload as { errorType?: string; errorMessage?: string };
  return { outcome: 'error', errorType, message: errorMessage, trace: [] };
}

function readEvent(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CliError(`${file} is not a readable JSON file: ${(cause as Error).message}.`, EXIT.usage, { cause });
  }
}
