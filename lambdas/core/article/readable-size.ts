/**
 * Keeps Readability away from pages that it can't read in reasonable time: its work grows with the cube of the depth
 * (2,000 nested `<div>`s, 10 KB, take minutes). The largest of 522 real news pages had 24,500 nodes, the deepest 37 levels.
 */
const MOST_NODES = 100_000;
const MOST_DEPTH = 100;
const TEXT_NODE = 3;

export function hasReadableSize(document: Document): boolean {
  let nodes = 0;
  let depth = 0;
  let node: Node | null = document.documentElement;
  while (node !== null) {
    nodes += 1 + escapedCharacters(node);
    if (nodes > MOST_NODES || depth > MOST_DEPTH) return false;
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

/** Readability parses its own serialisation again, where each of these becomes an entity and each entity a node. */
const escapedCharacters = (node: Node): number =>
  node.nodeType === TEXT_NODE ? (node.textContent?.match(/[&<>\u00A0]/g)?.length ?? 0) : 0;
