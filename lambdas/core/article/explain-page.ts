/** Why a page is read as it is: for `wireroom explain`, not for the functions. */
import type { ResponseHeaders } from '../web/fetcher.ts';
import type { ChoiceListener } from './metadata/field-choice.ts';
import { type PageReading, type ReadingNotes, readPage } from './read-page.ts';
import type { Step } from './text/left-out.ts';
import type { HostBlocks } from './text/repeated-blocks.ts';

/** A block of the page that isn't part of the article's text. */
export interface LeftOut {
  readonly step: Step;
  readonly reason: string;
  readonly text: string;
}

export type FieldChoice = Parameters<ChoiceListener>[0];

export interface PageExplanation {
  readonly reading: PageReading;
  /** What each field was chosen from, and why. */
  readonly fields: readonly FieldChoice[];
  /** What each step left out, step by step, each in the page's order. */
  readonly leftOut: readonly LeftOut[];
}

/** Reads a page as `ingest-item` does, and says why. @param hostBlocks, headers as for `readPage` */
export function explainPage(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
  hostBlocks?: HostBlocks,
  headers?: ResponseHeaders,
): PageExplanation {
  const fields: FieldChoice[] = [];
  const leftOut: LeftOut[] = [];
  const notes: ReadingNotes = {
    choice: (choice) => void fields.push(choice),
    leftOut: ({ text }, step, reason) => void leftOut.push({ step, reason, text }),
  };
  const reading = readPage(bytes, contentType, url, hostBlocks, notes, headers);
  return { reading, fields, leftOut };
}
