import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface GuardedProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** The shell's exit status. 128 + n means that signal n killed the process. */
  readonly exited: Promise<number>;
  /** Kills the process (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * A shell script that runs a command and kills the command when the shell's standard input closes. We hold the other
 * end of that pipe, and the kernel closes it however we die, even by SIGKILL. So no process that we start outlives us,
 * not even a function in an endless loop. Works on Linux and macOS.
 */
const guard = `
exec 3<&0
"$@" 3<&- </dev/null &
child=$!
(exec >/dev/null 2>&1; cat <&3; kill -9 $child) &
watcher=$!
exec 3<&-
wait $child 2>/dev/null
status=$?
kill -9 $watcher 2>/dev/null
exit $status`;

/**
 * Starts a command that dies with this process. The command runs in its own process group, so a Ctrl-C in the terminal
 * reaches only us, and we stop the command in order.
 */
export function spawnGuarded(
  command: string,
  args: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly cwd?: string },
): GuardedProcess {
  const shell = spawn('/bin/sh', ['-c', guard, 'sh', command, ...args], {
    env: { ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // If the shell ends before we close the pipe, closing reports EPIPE, which needs no action.
  shell.stdin.on('error', () => undefined);
  const exited = exitOf(shell);
  exited.then(() => shell.stdin.destroy());
  return {
    stdout: shell.stdout,
    stderr: shell.stderr,
    exited,
    kill: async () => {
      shell.stdin.destroy();
      await exited;
    },
  };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 137)));
  });
}
