/** The elements of a small part of a page, at a bounded cost. */

/** Max nodes that are visited unless the caller says otherwise; a byline with its links, or a person with its properties, has a few dozen. */
const MAX_NODES = 100;
const ELEMENT_NODE = 1;

/**
 * Returns the elements below `root` in their order; if there are too many, the first of them. `querySelectorAll` would
 * read the whole subtree: a hostile page nests ten thousand elements, and each of them is asked for the elements in it.
 */
export function* elementsWithin(root: Element, maxNodes = MAX_NODES): Generator<Element> {
  let node: Node | null = root.firstChild;
  for (let nodes = 0; node !== null && nodes < maxNodes; nodes++) {
    if (node.nodeType === ELEMENT_NODE) yield node as Element;
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) node = node.parentNode;
    node = node === root || node === null ? null : node.nextSibling;
  }
}
