import { type HostBlocks, NOTHING_KNOWN } from '../../lambdas/core/article/text/repeated-blocks.ts';
import type { RepeatedBlocksStore } from '../../lambdas/core/article/text/repeated-blocks-store.ts';
import type { Fetcher } from '../../lambdas/core/web/fetcher.ts';
import type { HostRecord, HostStore } from '../../lambdas/core/web/host-store.ts';
import { hostPolicy } from '../../lambdas/ingest-item/host-policy.ts';
import { type PageFetcher, pageFetcher } from '../../lambdas/ingest-item/page-fetcher.ts';

/** Host records in memory; keeps the same contract as the table (tests/contract/host-store.test.ts). */
export function fakeHostStore(): HostStore & { readonly hosts: Map<string, HostRecord> } {
  const hosts = new Map<string, HostRecord>();
  return {
    hosts,
    get: async (origin) => hosts.get(origin),
    put: async (origin, record) => void hosts.set(origin, record),
  };
}

/** Block memories in memory; keeps the same contract as the table (tests/contract/block-memory-store.test.ts). */
export function fakeRepeatedBlocksStore(): RepeatedBlocksStore & { readonly writes: () => number } {
  const memories = new Map<string, HostBlocks>();
  let writes = 0;
  return {
    writes: () => writes,
    get: async (origin) => memories.get(origin) ?? NOTHING_KNOWN,
    async put(origin, memory) {
      writes++;
      memories.set(origin, memory);
    },
  };
}

/** Pages from a fetcher, with hosts that are met for the first time. */
export const pagesOf = (
  fetch: Fetcher,
  now: () => Date,
  hosts = fakeHostStore(),
  repetitions = fakeRepeatedBlocksStore(),
): PageFetcher =>
  pageFetcher({ fetch, now, hostPolicy: hostPolicy({ hosts, fetch, productToken: 'Wireroom', now }), repetitions });
