/** Min pause between two sweeps. DynamoDB takes up to days, which is too long to watch. */
const MIN_PAUSE_MS = 2_000;
/** Pause after a sweep, as a multiple of the sweep's time, so that sweeps take at most a twentieth of all time. */
const PAUSE_PER_SWEEP = 20;

/** Sweeps expired items repeatedly. The returned function ends that, and resolves when no sweep is running. */
export function startTtlSweeps(sweep: () => Promise<void>): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  let stopped = false;
  const pause = (milliseconds: number): void => {
    if (!stopped) timer = setTimeout(start, milliseconds);
  };
  const start = (): void => {
    const began = performance.now();
    sweeping = sweep()
      // A sweep that failed needs no retry: the next sweep deletes the same items.
      .catch(() => undefined)
      .then(() => pause(Math.max(MIN_PAUSE_MS, (performance.now() - began) * PAUSE_PER_SWEEP)));
  };
  pause(MIN_PAUSE_MS);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await sweeping;
  };
}
