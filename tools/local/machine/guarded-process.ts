import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface GuardedProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** How it ended: the shell's status, where 128 + n means that signal n killed it. */
  readonly exited: Promise<number>;
  /** Kills it (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * A shell that runs a command and kills it as soon as its own standard input closes. The other end of that pipe is held
 * by us, and the kernel closes it however we die, by SIGKILL too: so nothing that we start can outlive us, not even a
 * function in an endless loop, and it works the same on Linux and macOS.
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
 * Starts a command that dies with this process. It runs in a process group of its own, so that a Ctrl-C in the terminal
 * reaches us alone and we can stop it in order.
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
  // When the shell is gone before we close the pipe, closing it says EPIPE: that is what we wanted.
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
