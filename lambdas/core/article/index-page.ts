/** Whether a page is a list of articles. */
import { isRunning, type TextBlock } from './text-blocks.ts';

/** Headlines of other pages, with running text below, that make a list. */
const FEWEST_ENTRIES = 3;

/** @param blocks the main part of the page */
export function isIndexPage(blocks: readonly TextBlock[]): boolean {
  const entries = new Set<string>();
  let headline: string | undefined;
  for (const block of blocks) {
    if (/^H[1-6]$/.test(block.scope.node.nodeName)) headline = targetOf(block);
    else if (headline !== undefined && isRunning(block)) entries.add(headline);
  }
  return entries.size >= FEWEST_ENTRIES;
}

/** The page that a heading links to, if all of it is a link. */
function targetOf({ nodes, scope, linked }: TextBlock): string | undefined {
  if (linked < 0.9) return undefined;
  let node = nodes.find(({ nodeValue }) => nodeValue?.trim())?.parentNode ?? null;
  while (node !== null && node !== scope.node && node.nodeName !== 'A') node = node.parentNode;
  const href = node?.nodeName === 'A' ? (node as Element).getAttribute('href') : null;
  return href === null || href.startsWith('#') ? undefined : href;
}
