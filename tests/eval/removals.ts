/** Counts what each rule left out of pages, and how much of that a person counts as the article's. */
import { oneLine } from './page-scores.ts';
import type { Page, Truth } from './read-pages.ts';

export interface Removal {
  /** Step and reason; what the reason cites of the page is `…`. */
  readonly rule: string;
  readonly blocks: number;
  /** The blocks that are the article's. A rule with many of them is wrong. */
  readonly lost: number;
}

/** Min length of a block that is sought in the article, in characters: a shorter one may be there by chance. */
const MIN_BLOCK_LENGTH = 25;

/** The rules that left something out, the worst first. */
export function removals(pages: readonly Page[]): Removal[] {
  const blocks = pages.flatMap(({ truth, text, leftOut }) => {
    const kept = oneLine(text);
    const isOfArticle = articleTest(truth);
    return leftOut
      .map(({ step, reason, text }) => ({ rule: `${step}: ${reason.replace(/“.*”/, '“…”')}`, block: oneLine(text) }))
      .filter(({ block }) => block.length >= MIN_BLOCK_LENGTH)
      .map(({ rule, block }) => ({ rule, isLost: !kept.includes(block) && isOfArticle(block, kept) }));
  });
  return [...Map.groupBy(blocks, ({ rule }) => rule)]
    .map(([rule, all]) => ({ rule, blocks: all.length, lost: all.filter(({ isLost }) => isLost).length }))
    .sort((one, other) => other.lost - one.lost || other.blocks - one.blocks);
}

/** Whether a block is the article's: it stands in the body, or has a segment of the article that the text hasn't. */
function articleTest({ body = '', with: segments = [] }: Truth): (block: string, kept: string) => boolean {
  const [whole, parts] = [oneLine(body), segments.map(oneLine)];
  return (block, kept) => whole.includes(block) || parts.some((part) => block.includes(part) && !kept.includes(part));
}
