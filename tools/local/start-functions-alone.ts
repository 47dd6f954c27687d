import { temporaryDirectory } from './machine/temporary-directory.ts';
import { type LocalRuntime, type RuntimeOptions, startRuntime } from './runtime.ts';
import { synthesize } from './template/synthesize.ts';

/**
 * Starts the stack of the working tree on a data directory, which is created if it doesn't exist. No queue is consumed
 * and no schedule fires: a function runs only when it is invoked.
 * @param context overrides that of cdk.json
 */
export async function startFunctionsAlone(
  dataDirectory: string,
  context: Readonly<Record<string, unknown>> = {},
  onLog: NonNullable<RuntimeOptions['onLog']> = () => {},
): Promise<LocalRuntime> {
  const scratch = temporaryDirectory();
  try {
    const assembly = await synthesize(scratch.path, context);
    const runtime = await startRuntime({ assembly, dataDirectory, schedules: 'manual', eventSources: false, onLog });
    const stop = async (): Promise<void> => {
      await runtime.stop();
      scratch[Symbol.dispose]();
    };
    return { ...runtime, stop };
  } catch (error) {
    scratch[Symbol.dispose]();
    throw error;
  }
}
