import type { ChildProcess } from 'node:child_process';
import type { Answer, Request } from '../../core/reading/protocol.ts';
import type { Breach, ReaderLimits, Reading } from '../../core/reading/reader.ts';
import { type ProcessUsage, usageOf } from './process-usage.ts';

/** How often the use of a busy process is measured, in milliseconds. */
const SAMPLE_MS = 100;

/** Sends a request to a reader and waits for its answer, its end or its limit. Doesn't kill the process. */
export function supervise(child: ChildProcess, request: Request, limits: ReaderLimits): Promise<Reading<unknown>> {
  const begun = performance.now();
  let before: ProcessUsage | undefined;
  return new Promise((resolve) => {
    const settle = (reading: Reading<unknown>): void => {
      clearInterval(sampling);
      child.off('message', answered).off('exit', ended);
      child.channel?.unref();
      child.unref();
      resolve(reading);
    };
    const answered = (answer: Answer): void =>
      settle('error' in answer ? breach('error', answer.error) : { kind: 'read', value: answer.value });
    // V8 aborts the process at the limit of its heap, and the kernel kills what exceeds the function's memory.
    const ended = (): void => settle(breach('memory', `It took more than ${limits.heapMegabytes} MiB of heap.`));
    const sampling = setInterval(() => {
      const usage = usageOf(child.pid ?? 0);
      // Most documents are read before the first sample, so that they cost no look at their process.
      before ??= usage;
      const cpuMs = (usage?.cpuMs ?? 0) - (before?.cpuMs ?? 0);
      const broken = brokenLimit(cpuMs, performance.now() - begun, usage, limits);
      if (broken !== undefined) settle(broken);
    }, SAMPLE_MS);
    child.ref();
    child.channel?.ref();
    child.on('message', answered).once('exit', ended);
    child.send(request, (error) => {
      if (error !== null) ended();
    });
  });
}

function brokenLimit(cpuMs: number, wallMs: number, usage: ProcessUsage | undefined, limits: ReaderLimits) {
  if (cpuMs > limits.cpuMs) return breach('time', `It took more than ${limits.cpuMs / 1000} s of CPU time.`);
  if (wallMs > limits.wallMs) return breach('time', `It took more than ${limits.wallMs / 1000} s.`);
  if ((usage?.residentBytes ?? 0) > limits.residentMegabytes * 2 ** 20)
    return breach('memory', `It took more than ${limits.residentMegabytes} MiB.`);
  return undefined;
}

const breach = (by: Breach['by'], detail: string): Breach => ({ kind: 'breach', by, detail });
