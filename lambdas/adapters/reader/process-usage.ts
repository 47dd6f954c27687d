import { readFileSync } from 'node:fs';

/** Clock ticks a second in `/proc/PID/stat` (proc(5), sysconf(_SC_CLK_TCK)): 100 on every Linux that runs Node. */
const TICKS_PER_SECOND = 100;

export interface ProcessUsage {
  /** CPU time since the process began, user and system, in milliseconds. */
  readonly cpuMs: number;
  /** Resident memory, in bytes. */
  readonly residentBytes: number;
}

/** Returns what a process has used so far; undefined where there is no `/proc` (macOS), or no such process. */
export function usageOf(pid: number): ProcessUsage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the name in parentheses, which may hold blanks and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]); // utime and stime, fields 14 and 15 of proc(5)
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return { cpuMs: (ticks * 1000) / TICKS_PER_SECOND, residentBytes: Number(resident ?? 0) * 1024 };
  } catch {
    return undefined;
  }
}
