import type { RepeatedBlocksStore } from '../../lambdas/core/article/text/repeated-blocks.ts';
import { type HostBlocks, NOTHING_KNOWN } from '../../lambdas/core/article/text/repeated-blocks.ts';
import type { Fetcher } from '../../lambdas/core/web/fetcher.ts';
import type { HostRecord, HostStore } from '../../lambdas/core/web/host-store.ts';
import { hostPolicy } from '../../lambdas/ingest-item/host-policy.ts';
import { type PageFetcher, type PageFetcherDependencies, pageFetcher } from '../../lambdas/ingest-item/page-fetcher.ts';
import { articlesInProcess } from './readers.ts';

/** Host records in memory; tests/contract/host-store.test.ts tests them and the real table. */
export function fakeHostStore(): HostStore & { readonly hosts: Map<string, HostRecord> } {
  const hosts = new Map<string, HostRecord>();
  return {
    hosts,
    get: async (origin) => hosts.get(origin),
    put: async (origin, record) => void hosts.set(origin, record),
  };
}

/** Repeated blocks in memory; tests/contract/repeated-blocks-store.test.ts tests them and the real table. */
export function fakeRepeatedBlocksStore(): RepeatedBlocksStore & { readonly writes: () => number } {
  const blocksByOrigin = new Map<string, HostBlocks>();
  let writes = 0;
  return {
    writes: () => writes,
    get: async (origin) => blocksByOrigin.get(origin) ?? NOTHING_KNOWN,
    async put(origin, blocks) {
      writes++;
      blocksByOrigin.set(origin, blocks);
    },
  };
}

/** Fetches pages with this fetcher. By default all hosts are unknown. */
export const pagesOf = (
  fetch: Fetcher,
  now: () => Date,
  hosts: HostStore = fakeHostStore(),
  repetitions: RepeatedBlocksStore = fakeRepeatedBlocksStore(),
  onMuchFiltered?: PageFetcherDependencies['onMuchFiltered'],
): PageFetcher =>
  pageFetcher({
    fetch,
    now,
    read: articlesInProcess,
    hostPolicy: hostPolicy({ hosts, fetch, productToken: 'Wireroom', now }),
    repetitions,
    ...(onMuchFiltered && { onMuchFiltered }),
  });
