import { integer, text } from '../core/env.ts';

/** The environment of `schedule-polls`. */
export const schedulePollsEnvironment = {
  FEEDS_TABLE_NAME: text,
  POLL_QUEUE_URL: text,
  /** How often a feed that was sent is sent again, as long as it isn't polled, in seconds. */
  LEASE_SECONDS: integer(60),
};
