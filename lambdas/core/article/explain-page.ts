/** Why a page is read as it is: for `wireroom explain`, not for the functions. */
import { type PageReading, readPage } from './read-page.ts';
import type { Step } from './text/left-out.ts';
import type { HostBlocks } from './text/repeated-blocks.ts';

/** A block of the page that isn't part of the article's text. */
export interface LeftOut {
  readonly step: Step;
  readonly reason: string;
  readonly text: string;
}

export interface PageExplanation {
  readonly reading: PageReading;
  /** What each step left out, step by step, each in the page's order. */
  readonly leftOut: readonly LeftOut[];
}

/** Reads a page as `ingest-item` does, and says why. @param hostBlocks as for `readPage` */
export function explainPage(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
  hostBlocks?: HostBlocks,
): PageExplanation {
  const leftOut: LeftOut[] = [];
  const reading = readPage(bytes, contentType, url, hostBlocks, ({ text }, step, reason) => {
    leftOut.push({ step, reason, text });
  });
  return { reading, leftOut };
}
