import { setTimeout as sleep } from 'node:timers/promises';
import type { Values } from '../../core/env.ts';
import type { fetchEnvironment } from '../../core/fetch-environment.ts';
import { createFetcher } from './http-fetch.ts';
import { type PacedFetcher, pacedFetcher } from './paced-fetcher.ts';

/** The fetcher of http-fetch.ts, with the pace of paced-fetcher.ts, as a function's environment configures them. */
export function fetcherFromEnvironment(environment: Values<typeof fetchEnvironment>): PacedFetcher {
  const allowedOrigins = environment.ALLOWED_ORIGINS;
  const fetch = createFetcher({
    userAgent: environment.USER_AGENT,
    timeoutMs: environment.FETCH_TIMEOUT_MS,
    maxBytes: environment.FETCH_MAX_BYTES,
    allowedOrigins,
  });
  return pacedFetcher(fetch, { spacingMs: environment.HOST_SPACING_MS, allowedOrigins, now: Date.now, sleep });
}
