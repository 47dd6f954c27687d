import { integer, text, words } from './env.ts';

/** The part of the environment that every function with an HTTP fetcher shares. */
export const fetchEnvironment = {
  /** The `User-Agent` of every request: product, version and the operator's contact URL. */
  USER_AGENT: text,
  /** Max time of one exchange, redirects and body included, in milliseconds. */
  FETCH_TIMEOUT_MS: integer(100),
  /** Max size of one body, in decompressed bytes. A larger body is refused, never truncated. */
  FETCH_MAX_BYTES: integer(1024),
  /** Min pause between two requests to one host, in milliseconds. */
  HOST_SPACING_MS: integer(0),
  /** Origins (`http://127.0.0.1:8080`) that may be fetched although their address is not public. */
  ALLOWED_ORIGINS: words,
};
