/**
 * Whether a page is small enough for its text to be found: that work grows with the number of text blocks times their
 * depth. The largest of 522 real news pages had 24,500 nodes, the deepest 37 levels.
 */

/** Max nodes of a page that is read, and max tags that are parsed. */
export const MAX_NODES = 60_000;
/** Max levels of a page that is read. */
const MAX_DEPTH = 250;

export function hasReadableSize(document: Document): boolean {
  let nodes = 0;
  let depth = 0;
  let node: Node | null = document.documentElement;
  while (node !== null) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) return false;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
    } else {
      while (node !== null && node.nextSibling === null) {
        node = node.parentNode;
        depth--;
      }
      node = node?.nextSibling ?? null;
    }
  }
  return true;
}
