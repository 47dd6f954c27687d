import type { RobotsRules } from './robots.ts';

/** The facts that are remembered of a host whose pages are fetched. */
export interface HostRecord {
  /** The host's rules for our robot; `validUntil` is ISO 8601. */
  readonly robots?: RobotsRules & { readonly validUntil: string };
  /** Until when (ISO 8601) articles don't wait for pages of the host, because such pages have failed lately. */
  readonly troubledUntil?: string;
}

/** One record a host. Of two writers the later wins, because each record can be learned again. */
export interface HostStore {
  /** @param origin `https://news.example` */
  get(origin: string): Promise<HostRecord | undefined>;
  put(origin: string, record: HostRecord, now: Date): Promise<void>;
}
