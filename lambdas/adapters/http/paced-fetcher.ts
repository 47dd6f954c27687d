import type { Fetcher, FetchFailure } from '../../core/web/fetcher.ts';

/** Failures before any packet reached the host, so the host needs no pause. */
const NEVER_ARRIVED: ReadonlySet<FetchFailure> = new Set(['invalid-url', 'blocked-address', 'blocked-port', 'dns']);
/** Max hosts in the map; above that, hosts whose pause is over are removed. */
const MAX_HOSTS = 1_000;

export interface Pace {
  /** Pause between the end of one request to a host and the start of the next, in milliseconds. */
  readonly spacingMs: number;
  /** Origins of the operator, which are fetched without pauses. */
  readonly allowedOrigins: readonly string[];
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface PacedFetcher extends Fetcher {
  /** Returns for how many milliseconds no request may go to a host, 0 if one may. @param host with its port, if the URL has one */
  readonly restMs: (host: string) => number;
}

/**
 * Pauses between the requests of this process to one host. Because of the queues' groups (sqs/queues.ts), no two
 * processes visit one host at once, so this is the pace of all of them together.
 */
export function pacedFetcher(fetch: Fetcher, { spacingMs, allowedOrigins, now, sleep }: Pace): PacedFetcher {
  const freeAt = new Map<string, number>();
  const fetchPaced: Fetcher = async (request) => {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    if (url === undefined || allowedOrigins.includes(url.origin)) return fetch(request);
    const wait = (freeAt.get(url.host) ?? 0) + Math.max(0, (request.spacingMs ?? 0) - spacingMs) - now();
    if (wait > 0) await sleep(wait);
    let hasArrived = true;
    try {
      const outcome = await fetch(request);
      hasArrived = outcome.kind === 'response' || !NEVER_ARRIVED.has(outcome.reason);
      return outcome;
    } finally {
      if (hasArrived) freeAt.set(url.host, now() + spacingMs);
      if (freeAt.size > MAX_HOSTS) for (const [host, at] of freeAt) if (at <= now()) freeAt.delete(host);
    }
  };
  return Object.assign(fetchPaced, { restMs: (host: string) => Math.max(0, (freeAt.get(host) ?? 0) - now()) });
}
