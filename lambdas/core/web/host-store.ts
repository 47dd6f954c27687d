import type { RobotsRules } from './robots.ts';

/** What is known of a host whose pages are fetched. */
export interface HostRecord {
  /** @param validUntil ISO 8601 */
  readonly robots?: RobotsRules & { readonly validUntil: string };
  /** Its pages have failed for good lately, and until then (ISO 8601) they are not waited for. */
  readonly troubledUntil?: string;
}

/** One record a host; of two writers the later one wins, for all of it can be learned again. */
export interface HostStore {
  /** @param origin `https://news.example` */
  get(origin: string): Promise<HostRecord | undefined>;
  put(origin: string, record: HostRecord, now: Date): Promise<void>;
}
