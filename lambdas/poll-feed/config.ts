import { integer, optionalText, text } from '../core/env.ts';
import { fetchEnvironment } from '../core/fetch-environment.ts';

/**
 * The limits of one document. The largest feed that is fetched, of 15 MiB, takes up to 1.7 s of CPU time and 350 MiB. At the 0.58 of a
 * CPU that the function has, 5 s of CPU time are 9 s on the clock (docs/decisions/wall.md).
 */
export const READER_LIMITS = { cpuMs: 5_000, wallMs: 15_000, heapMegabytes: 256, residentMegabytes: 400 };
/**
 * The time for a poll's steps besides its fetch, in seconds: reading the document, and writing. If less than both is left of an
 * invocation, no poll is begun.
 */
export const SECONDS_BESIDE_FETCH = 25;

/** The environment of `poll-feed`. */
export const pollFeedEnvironment = {
  ...fetchEnvironment,
  FEEDS_TABLE_NAME: text,
  /** The queue of the messages, in which a message that fails gets its delay. */
  POLL_QUEUE_URL: text,
  ITEM_QUEUE_URL: text,
  BODIES_BUCKET_NAME: text,
  /** The beginning of the names of the secrets that open private feeds: `Wireroom/feeds/`. */
  CREDENTIALS_PREFIX: text,
  /** Min interval between two scheduled polls of a feed, in minutes. */
  POLL_FLOOR_MINUTES: integer(1),
  /** Max age of an item at the first poll of its feed whose page is read, in days. */
  BACKFILL_PAGES_DAYS: integer(0),
  /** The URL that hubs call (WebSub), with a slash at its end. If it is left out, no hub is asked. */
  WEBSUB_CALLBACK_URL: optionalText,
  /** The key that the paths of that URL are sealed with. */
  WEBSUB_CALLBACK_KEY: optionalText,
};
