/**
 * Measures the CPU time of this thread, in milliseconds. The process's time would include compiler and collector
 * threads.
 */
export async function threadCpuMs<T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.threadCpuUsage();
  const result = await work();
  const { user, system } = process.threadCpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

/**
 * The mean. If the CPU clock ticks in steps of some milliseconds, the mean of many short times is right, the median
 * isn't.
 */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
