import type { RobotsRules } from './robots.ts';

/** The facts that are remembered of a host whose pages are fetched. */
export interface HostRecord {
  /** The host's rules for our robot; `validUntil` is ISO 8601. */
  readonly robots?: RobotsRules & { readonly validUntil: string };
  /** Until then (ISO 8601), a failing page of the host is given up without a retry. */
  readonly troubledUntil?: string;
}

/** One record a host. The last writer wins, because lost facts are learned again. */
export interface HostStore {
  /** @param origin `https://news.example` */
  get(origin: string): Promise<HostRecord | undefined>;
  put(origin: string, record: HostRecord, now: Date): Promise<void>;
}
