/** DynamoDB deletes expired items within days; here nobody waits that long. */
const MIN_PAUSE_MS = 2_000;
/** A sweep reads every item of every table with a TTL, so the pause grows with it: a twentieth of the time at most. */
const PAUSE_PER_SWEEP = 20;

/** Sweeps expired items again and again until the returned function is called; it resolves when no sweep runs. */
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
      // A sweep that fails is made up for by the next one.
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
