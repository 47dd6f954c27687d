import { integer, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/** The environment of `poll-feed`. */
export const pollFeedEnvironment = {
  ...fetchEnvironment,
  FEEDS_TABLE_NAME: text,
  ITEM_QUEUE_URL: text,
  BODIES_BUCKET_NAME: text,
  /** No feed is polled more often than this by the schedule, in minutes. */
  POLL_FLOOR_MINUTES: integer(1),
};
