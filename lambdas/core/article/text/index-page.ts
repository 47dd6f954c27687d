/** Lists of articles: as the whole of a page, or below an article. */
import { isLink, isRunning, type TextBlock } from './text-blocks.ts';

/** Headlines of other pages, with running text below, that make a list. */
const MIN_ENTRIES = 3;

interface Entry {
  readonly target: string;
  /** Where it begins among the blocks. */
  readonly at: number;
  /** Characters of running text below its headline. */
  running: number;
}

/** @param blocks the main part of the page */
export const isIndexPage = (blocks: readonly TextBlock[]): boolean => isList(entriesOf(blocks));

/** An article without the list of others below it: it says more before their first headline than any of them does. */
export function withoutIndex(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const entries = entriesOf(blocks);
  const [first] = entries;
  if (first === undefined || !isList(entries)) return blocks;
  const article = blocks.slice(0, first.at);
  return runningOf(article) > 2 * Math.max(...entries.map(({ running }) => running)) ? article : blocks;
}

const isList = (entries: readonly Entry[]): boolean =>
  new Set(entries.filter(({ running }) => running > 0).map(({ target }) => target)).size >= MIN_ENTRIES;

function entriesOf(blocks: readonly TextBlock[]): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  for (const [at, block] of blocks.entries()) {
    if (/^H[1-6]$/.test(block.scope.node.nodeName)) {
      const target = targetOf(block);
      entry = target === undefined ? undefined : { target, at, running: 0 };
      if (entry !== undefined) entries.push(entry);
    } else if (entry !== undefined && isRunning(block)) entry.running += block.length;
  }
  return entries;
}

const runningOf = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, block) => sum + (isRunning(block) ? block.length : 0), 0);

/** The page that a heading links to, if all of it is a link. */
function targetOf(block: TextBlock): string | undefined {
  if (!isLink(block)) return undefined;
  let node = block.nodes.find(({ nodeValue }) => nodeValue?.trim())?.parentNode ?? null;
  while (node !== null && node !== block.scope.node && node.nodeName !== 'A') node = node.parentNode;
  const href = node?.nodeName === 'A' ? (node as Element).getAttribute('href') : null;
  return href === null || href.startsWith('#') ? undefined : href;
}
