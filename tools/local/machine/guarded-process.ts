import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface GuardedProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** The command's exit status as a shell tells it: 128 + n if signal n ended the command. */
  readonly exited: Promise<number>;
  /** Kills the process (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * A shell script that runs a command, and kills the command when the shell's standard input closes. We hold the other end of that
 * pipe, and the kernel closes it however we die, even by SIGKILL. So no process that we start outlives us, not even a function in an
 * endless loop. When the command ends, or is to be killed, the whole process group is killed (`kill 0`), because a function's
 * reader may spin too. The shell tells the command's exit status on descriptor 3 before that. Works on Linux and macOS.
 */
const guard = `
exec 4<&0
"$@" 3>&- 4<&- </dev/null &
child=$!
(exec >/dev/null 2>&1 3>&-; cat <&4; kill -9 0) &
exec 4<&-
wait $child 2>/dev/null
echo $? >&3
kill -9 0`;

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
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
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

async function exitOf(shell: ChildProcess): Promise<number> {
  const status = text(shell.stdio[3] as Readable).catch(() => '');
  const isStarted = await new Promise<boolean>((resolve) => {
    shell.once('error', () => resolve(false));
    shell.once('exit', () => resolve(true));
  });
  // A shell that was killed before its command ended has told no status.
  return isStarted ? Number((await status) || KILLED) : NOT_FOUND;
}

/** A shell's exit statuses for a command that SIGKILL ended (128 + 9), and for one that doesn't start. */
const KILLED = 137;
const NOT_FOUND = 127;
