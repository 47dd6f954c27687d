import { ContentionError } from '../core/errors.ts';
import type { AttemptOutcome } from './ingest-context.ts';
import type { IngestOutcome } from './outcome.ts';

/** Attempts at one message before the message is handed back to the queue. */
const ATTEMPTS = 4;

/** Repeats an attempt until no other writer was quicker. @param what is attempted, for the error @throws {ContentionError} */
export async function retryOnContention(what: string, attempt: () => Promise<AttemptOutcome>): Promise<IngestOutcome> {
  for (let race = 1; race <= ATTEMPTS; race++) {
    const outcome = await attempt();
    if (outcome !== 'lost-race') return outcome;
  }
  throw new ContentionError(`Other writers were quicker ${ATTEMPTS} times at ${what}.`);
}
