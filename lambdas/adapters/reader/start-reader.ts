import { type ChildProcess, fork } from 'node:child_process';
import { ReaderError } from '../../core/errors.ts';

/** Max time until the process answers, in milliseconds. It takes a tenth of a second, and four times as long at a quarter of a CPU. */
const START_TIMEOUT_MS = 20_000;

/**
 * Forks a reader and waits until it is ready. While no document is read, the process doesn't keep the function alive.
 *
 * @param heapMegabytes max heap of the process, in MiB
 * @throws {ReaderError}
 */
export function startReader(
  file: string,
  heapMegabytes: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ChildProcess> {
  const child = fork(file, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // The process needs neither the credentials nor anything else of the function, except where Node's libraries lie.
    env: { LD_LIBRARY_PATH: environment['LD_LIBRARY_PATH'] },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return new Promise((resolve, reject) => {
    const settled = (): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // The channel says whether the process still lives.
      child.on('error', () => undefined);
    };
    const failed = (reason: string): void => {
      settled();
      child.kill('SIGKILL');
      reject(new ReaderError(`The reader's process doesn't start: ${reason}.`));
    };
    const timer = setTimeout(() => failed(`no sign of life for ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    child.once('error', (error) => failed(error.message));
    child.once('exit', (code, signal) => failed(`it ended with ${signal ?? code}`));
    child.once('message', () => {
      settled();
      resolve(child);
    });
  });
}
