/**
 * Keeps pages away from the extraction that are larger or deeper than any page for people. Its work grows with the number of
 * text blocks times their depth. The largest of 522 real news pages had 24,500 nodes, the deepest 37 levels.
 */
export const MAX_NODES = 60_000;
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
