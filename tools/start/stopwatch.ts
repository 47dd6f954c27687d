/** Measures the named steps of a run. */
export interface Stopwatch {
  /** Does `work` and keeps its time, unless the work fails. */
  time<T>(step: string, work: () => Promise<T>): Promise<T>;
  /** Milliseconds by step, in the order in which the steps ended. */
  timings(): Readonly<Record<string, number>>;
}

export function createStopwatch(): Stopwatch {
  const timings = new Map<string, number>();
  return {
    async time(step, work) {
      const started = performance.now();
      const result = await work();
      timings.set(step, performance.now() - started);
      return result;
    },
    timings: () => Object.fromEntries(timings),
  };
}
