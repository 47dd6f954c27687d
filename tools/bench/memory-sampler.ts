import { readdirSync, readFileSync } from 'node:fs';
import { usageOf } from '../../lambdas/adapters/reader/process-usage.ts';

/** How often memory is sampled, in milliseconds. */
const SAMPLE_MS = 50;

/**
 * Samples the memory of functions of the local runtime, each with its reader. Needs `/proc`.
 *
 * @param names the functions, by a part of their name
 */
export function memorySampler(names: readonly string[]) {
  const peaks = new Map<string, number>();
  const sample = (): void => {
    const processes = runningProcesses();
    const memoryOf = (pid: number): number => usageOf(pid)?.residentBytes ?? 0;
    for (const { pid, command } of processes.filter(({ command: [program] }) => program === process.execPath)) {
      const name = names.find((each) => command.some((argument) => !argument.includes('/') && argument.includes(each)));
      if (name === undefined) continue;
      const readers = processes.filter(({ parent }) => parent === pid);
      const bytes = readers.reduce((sum, reader) => sum + memoryOf(reader.pid), memoryOf(pid));
      peaks.set(name, Math.max(peaks.get(name) ?? 0, bytes));
    }
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    /** Returns the peak of each function since the last call, in bytes. */
    take(): ReadonlyMap<string, number> {
      const taken = new Map(peaks);
      peaks.clear();
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: readonly string[];
}

function runningProcesses(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0') }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}
