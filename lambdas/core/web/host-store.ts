import type { RobotsRules } from './robots.ts';

/** The requests for one page that have failed and may succeed later. */
export interface PageFailures {
  /** A hash of the page's address. */
  readonly page: string;
  readonly attempts: number;
  /** When the latest request failed, ISO 8601. */
  readonly at: string;
}

/** The facts that are remembered of a host whose pages are fetched. */
export interface HostRecord {
  /** The host's rules for our robot; `validUntil` is ISO 8601. */
  readonly robots?: RobotsRules & { readonly validUntil: string };
  /** Until then (ISO 8601), a failing page of the host is given up without a retry. */
  readonly troubledUntil?: string;
  /** The pages that failed within the last hour, the latest last. */
  readonly failures?: readonly PageFailures[];
}

/** One record a host. The last writer wins, because lost facts are learned again. */
export interface HostStore {
  /** @param origin `https://news.example` */
  get(origin: string): Promise<HostRecord | undefined>;
  /** Never fails an item: if a record can't be stored, or its rules are too large, this is logged and learned again. */
  put(origin: string, record: HostRecord, now: Date): Promise<void>;
}
