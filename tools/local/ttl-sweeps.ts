/** DynamoDB deletes expired items within days; here nobody waits that long. */
const SWEEP_INTERVAL_MS = 2_000;

/** Sweeps expired items again and again until the returned function is called; it resolves when no sweep runs. */
export function startTtlSweeps(sweep: () => Promise<void>): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    // A sweep that takes longer than the interval, or fails because the emulator is ending, is made up for by the next.
    if (busy) return;
    busy = true;
    sweeping = sweep()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, SWEEP_INTERVAL_MS);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}
