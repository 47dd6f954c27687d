/** Lists of other articles: as the whole of a page, or below an article. */
import { addressIn, isLinkWithinPage } from './links.ts';
import { isHeading, isLink, isRunning, runningLengthOf, type Scope, type TextBlock } from './text-blocks.ts';

/** Min entries of a list: headlines that link to different pages and have running text below. */
const MIN_ENTRIES = 3;

/** A headline of another article. */
interface Entry {
  readonly target: string;
  readonly parent: Scope | undefined;
  /** The index of the headline's block. */
  readonly start: number;
  /** Characters of running text below the headline. */
  runningLength: number;
}

/** @param blocks the main part of the page */
export const isIndexPage = (blocks: readonly TextBlock[]): boolean => isList(entriesOf(blocks));

/**
 * Cuts the list of other articles below an article: above it there is more than twice the running text of any entry, and it is
 * an element of its own or has a heading. The items of a letter stand among its paragraphs.
 */
export function withoutIndex(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const entries = entriesOf(blocks);
  const [first] = entries;
  if (first === undefined || !isList(entries)) return blocks;
  const article = blocks.slice(0, first.start);
  const bodies = new Set(article.filter(isRunning).map(({ scope }) => scope.parent));
  const isApart = !entries.some(({ parent }) => bodies.has(parent));
  const last = article.at(-1);
  const isLetter = !isApart && !(last !== undefined && isHeading(last.scope));
  const longestEntry = Math.max(...entries.map(({ runningLength }) => runningLength));
  return !isLetter && runningLengthOf(article) > 2 * longestEntry ? article : blocks;
}

const isList = (entries: readonly Entry[]): boolean =>
  new Set(entries.filter(({ runningLength }) => runningLength > 0).map(({ target }) => target)).size >= MIN_ENTRIES;

function entriesOf(blocks: readonly TextBlock[]): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  for (const [start, block] of blocks.entries()) {
    if (isHeading(block.scope)) {
      const target = isLink(block) ? addressIn(block) : undefined;
      entry =
        target === undefined || isLinkWithinPage(block)
          ? undefined
          : { target, parent: block.scope.parent, start, runningLength: 0 };
      if (entry !== undefined) entries.push(entry);
    } else if (entry !== undefined && isRunning(block)) entry.runningLength += block.length;
  }
  return entries;
}
