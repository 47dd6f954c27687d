import { integer, text } from '../core/env.ts';

/** The environment of `schedule-polls`. */
export const schedulePollsEnvironment = {
  FEEDS_TABLE_NAME: text,
  POLL_QUEUE_URL: text,
  /** How long a leased feed stays out of the due index if no poll is recorded, in seconds. */
  LEASE_SECONDS: integer(60),
};
