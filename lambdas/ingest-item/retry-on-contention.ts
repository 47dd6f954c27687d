import { ContentionError } from '../core/errors.ts';
import type { AttemptOutcome } from './ingest-context.ts';
import type { IngestOutcome } from './outcome.ts';

/** Max attempts at one message before the message goes back to the queue. */
const MAX_ATTEMPTS = 4;

/** Repeats an attempt until no other writer is quicker. @param what the subject, for the error @throws {ContentionError} */
export async function retryOnContention(what: string, attempt: () => Promise<AttemptOutcome>): Promise<IngestOutcome> {
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    const outcome = await attempt();
    if (outcome !== 'lost-race') return outcome;
  }
  throw new ContentionError(`Other writers were quicker ${MAX_ATTEMPTS} times at ${what}.`);
}
