import { ContentionError } from '../core/errors.ts';
import type { AttemptOutcome } from './ingest-context.ts';
import type { IngestOutcome } from './outcome.ts';

/** Max attempts at one message before the message goes back to the queue. */
const MAX_ATTEMPTS = 4;

/** The longest pause after the first lost race. It doubles with each race: a transaction takes some 20 ms. */
const MAX_FIRST_PAUSE_MS = 100;

/** Waits after so many lost races. */
export type Pause = (lostRaces: number) => Promise<void>;

export const noPause: Pause = async () => {};

/**
 * Pauses of random length, so that writers who met once don't meet again ("full jitter").
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const fullJitter =
  (random: () => number, sleep: (ms: number) => Promise<unknown>): Pause =>
  async (lostRaces) => {
    await sleep(random() * MAX_FIRST_PAUSE_MS * 2 ** (lostRaces - 1));
  };

/**
 * Repeats an attempt until no other writer is quicker.
 *
 * @param what the subject, for the error
 * @throws {ContentionError} the message goes back to the queue, which waits longer
 */
export async function retryOnContention(
  what: string,
  attempt: () => Promise<AttemptOutcome>,
  pause: Pause,
): Promise<IngestOutcome> {
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    if (attempts > 1) await pause(attempts - 1);
    const outcome = await attempt();
    if (outcome !== 'lost-race') return outcome;
  }
  throw new ContentionError(`Other writers were quicker ${MAX_ATTEMPTS} times at ${what}.`);
}
