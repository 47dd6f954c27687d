import { integer, optionalText, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/** The time for a poll's steps besides its fetch. If less than both is left of an invocation, no poll is begun. */
export const SECONDS_BESIDE_FETCH = 10;

/** The environment of `poll-feed`. */
export const pollFeedEnvironment = {
  ...fetchEnvironment,
  FEEDS_TABLE_NAME: text,
  ITEM_QUEUE_URL: text,
  BODIES_BUCKET_NAME: text,
  /** Min interval between two scheduled polls of a feed, in minutes. */
  POLL_FLOOR_MINUTES: integer(1),
  /** The URL that hubs call (WebSub), with a slash at its end. If it is left out, no hub is asked. */
  WEBSUB_CALLBACK_URL: optionalText,
};
