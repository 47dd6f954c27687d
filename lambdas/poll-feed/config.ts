import { integer, optionalText, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/** What a poll may take beside its fetch: parsing, sending, recording. With less time left than both, none is begun. */
export const SECONDS_BESIDE_FETCH = 10;

/** The environment of `poll-feed`. */
export const pollFeedEnvironment = {
  ...fetchEnvironment,
  FEEDS_TABLE_NAME: text,
  ITEM_QUEUE_URL: text,
  BODIES_BUCKET_NAME: text,
  /** No feed is polled more often than this by the schedule, in minutes. */
  POLL_FLOOR_MINUTES: integer(1),
  /** Where hubs call (WebSub), with a slash at its end; left out, no hub is asked. */
  WEBSUB_CALLBACK_URL: optionalText,
};
