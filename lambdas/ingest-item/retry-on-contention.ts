import { ContentionError } from '../core/errors.ts';
import type { IngestOutcome } from './outcome.ts';

/** How often the races of one message are run again before it is handed back to the queue. */
const ATTEMPTS = 4;

/** Tries until no other writer was quicker. @param what is tried, for the error @throws {ContentionError} */
export async function retryOnContention(
  what: string,
  attempt: () => Promise<IngestOutcome | 'lost-race'>,
): Promise<IngestOutcome> {
  for (let race = 1; race <= ATTEMPTS; race++) {
    const outcome = await attempt();
    if (outcome !== 'lost-race') return outcome;
  }
  throw new ContentionError(`Other writers were quicker ${ATTEMPTS} times at ${what}.`);
}
