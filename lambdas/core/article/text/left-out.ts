/** Why a block of a page isn't part of the article's text: the step of main-text.ts that left it out, and its reason. */
import type { TextBlock } from './text-blocks.ts';

export type Step = 'boilerplate' | 'container' | 'articles' | 'standfirst' | 'filter' | 'end' | 'repetition';

export interface LeftOut {
  readonly text: string;
  readonly step: Step;
  readonly reason: string;
}

/** Takes note of each block that a step leaves out, for `explain`. */
export type Note = (block: TextBlock, step: Step, reason: string) => void;
