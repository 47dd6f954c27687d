/**
 * Whether a page is small enough for its text to be found: that work grows with the number of text blocks times their
 * depth. The largest of 522 real news pages had 24,500 nodes, the deepest 37 levels (`npm run eval -- --pages`).
 */

/** Max nodes of a page that is read, and max tags that are parsed. */
export const MAX_NODES = 60_000;
/** Max levels of a page that is read. */
const MAX_DEPTH = 250;
const ELEMENT_NODE = 1;

export function hasReadableSize(document: Document): boolean {
  let nodes = 0;
  for (const { depth } of walk(document)) if (++nodes > MAX_NODES || depth > MAX_DEPTH) return false;
  return true;
}

/** Replaces each element at the greatest depth by an element that has its text alone. */
export function flattenDeepElements(document: Document): void {
  for (const { node, depth } of walk(document))
    if (depth === MAX_DEPTH && node.nodeType === ELEMENT_NODE && node.firstChild !== null)
      node.textContent = node.textContent ?? '';
}

/** Yields the nodes in their order. Without recursion, because the publisher chooses the depth. */
function* walk(document: Document): Generator<{ readonly node: Node; readonly depth: number }> {
  let depth = 0;
  let node: Node | null = document.documentElement;
  while (node !== null) {
    yield { node, depth };
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
}
