import type { HostBlocks } from './repeated-blocks.ts';

/** The blocks of each host's articles. The last writer wins, and lost blocks are learned again. */
export interface RepeatedBlocksStore {
  /**
   * @param origin `https://news.example`
   *
   * @returns what `put` was given; `NOTHING_KNOWN` if the host is new or was forgotten
   */
  get(origin: string): Promise<HostBlocks>;
  put(origin: string, memory: HostBlocks, now: Date): Promise<void>;
}
