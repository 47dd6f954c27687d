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

interface Visit {
  readonly endedAt: number;
  readonly pauseMs: number;
}

export interface PacedFetcher extends Fetcher {
  /** Returns for how many milliseconds no request may go to a host, by our pause or by the host's own. @param host with its port, if the URL has one */
  readonly restMs: (host: string) => number;
}

/**
 * Pauses between the requests of this process to one host. Because of the queues' groups (sqs/queues.ts), no two
 * processes visit one host at once, so this is the pace of all of them together.
 */
export function pacedFetcher(fetch: Fetcher, { spacingMs, allowedOrigins, now, sleep }: Pace): PacedFetcher {
  const visits = new Map<string, Visit>();
  /** @param pauseMs the pause that a host asks for now; @default the one that it asked for at the last visit */
  const restMs = (host: string, pauseMs?: number): number => {
    const visit = visits.get(host);
    return visit === undefined ? 0 : Math.max(0, visit.endedAt + (pauseMs ?? visit.pauseMs) - now());
  };
  const fetchPaced: Fetcher = async (request) => {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    if (url === undefined || allowedOrigins.includes(url.origin)) return fetch(request);
    const pauseMs = Math.max(spacingMs, request.spacingMs ?? 0);
    const wait = restMs(url.host, pauseMs);
    if (wait > 0) await sleep(wait);
    let hasArrived = true;
    try {
      const outcome = await fetch(request);
      hasArrived = outcome.kind === 'response' || !NEVER_ARRIVED.has(outcome.reason);
      return outcome;
    } finally {
      if (hasArrived) visits.set(url.host, { endedAt: now(), pauseMs });
      if (visits.size > MAX_HOSTS) for (const host of visits.keys()) if (restMs(host) === 0) visits.delete(host);
    }
  };
  return Object.assign(fetchPaced, { restMs: (host: string) => restMs(host) });
}
