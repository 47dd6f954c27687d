import type { HostBlocks } from './repeated-blocks.ts';

/** What hosts repeat from article to article: one memory a host; a later writer wins, and what is lost is learned again. */
export interface RepeatedBlocksStore {
  /** @param origin `https://news.example` @returns what `put` was given; nothing for a host that was long not heard of */
  get(origin: string): Promise<HostBlocks>;
  put(origin: string, memory: HostBlocks, now: Date): Promise<void>;
}
