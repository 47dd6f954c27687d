import type { Fetcher, HostRecord, HostStore } from '../../lambdas/core/ports.ts';
import { hostManners } from '../../lambdas/ingest-item/host-manners.ts';
import { type PageSource, pageSource } from '../../lambdas/ingest-item/page-source.ts';

/** Host records in memory; keeps the same contract as the table (tests/contract/host-store.test.ts). */
export function fakeHostStore(): HostStore & { readonly hosts: Map<string, HostRecord> } {
  const hosts = new Map<string, HostRecord>();
  return {
    hosts,
    get: async (origin) => hosts.get(origin),
    put: async (origin, record) => void hosts.set(origin, record),
  };
}

/** Pages from a fetcher, with hosts that are met for the first time. */
export const pagesOf = (fetch: Fetcher, now: () => Date, hosts = fakeHostStore()): PageSource =>
  pageSource({ fetch, now, manners: hostManners({ hosts, fetch, productToken: 'Wireroom', now }) });
