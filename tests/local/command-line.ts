import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts `wireroom …` in its own process group, as a terminal would. */
export function startWireroom(...args: readonly string[]): Command {
  const child = spawn(process.execPath, ['bin/wireroom.ts', ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const printed = text(child.stdout).catch(() => ''); // a test may close stdout
  const ended = Promise.all([exit, printed, text(child.stderr)]).then(([code, stdout, stderr]) => ({
    code,
    stdout,
    stderr,
  }));
  return { child, ended };
}

export const wireroom = (...args: readonly string[]): Promise<Ended> => startWireroom(...args).ended;
