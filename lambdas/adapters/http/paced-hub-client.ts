import type { HubClient } from '../../core/feed/websub/hub-client.ts';

/** Time between two requests of this process to one host of hubs, in milliseconds: many feeds share a hub. */
const SPACING_MS = 250;
/** Max time that a request waits, in milliseconds: six requests of a batch. */
export const MAX_HUB_WAIT_MS = 1_500;
/** Max hosts in the map; above that, hosts that may be asked again are removed. */
const MAX_HOSTS = 1_000;

export interface HubPace {
  /** In milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Lets requests to one host wait for one another. A request that would wait too long isn't made, and that is a problem. */
export function pacedHubClient(askHub: HubClient, { now, sleep }: HubPace): HubClient {
  const freeAt = new Map<string, number>();
  return async (request) => {
    const host = URL.canParse(request.hub) ? new URL(request.hub).host : '';
    const wait = Math.max(0, (freeAt.get(host) ?? 0) - now());
    if (wait > MAX_HUB_WAIT_MS) return 'Too many feeds have asked this hub at once.';
    if (freeAt.size > MAX_HOSTS) for (const [each, at] of freeAt) if (at <= now()) freeAt.delete(each);
    freeAt.set(host, now() + wait + SPACING_MS);
    if (wait > 0) await sleep(wait);
    return askHub(request);
  };
}
