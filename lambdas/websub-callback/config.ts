import { text } from '../core/env.ts';

/** The environment of `websub-callback`. */
export const websubCallbackEnvironment = {
  FEEDS_TABLE_NAME: text,
  POLL_QUEUE_URL: text,
  /** The key that `poll-feed` seals the paths with. */
  WEBSUB_CALLBACK_KEY: text,
};
