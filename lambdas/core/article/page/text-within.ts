/** The text of a small part of a page, at a bounded cost. */
const TEXT_NODE = 3;
/** Max elements and texts that are visited; a byline with its links has a dozen. */
const MAX_NODES = 150;

/**
 * Returns the text with white space folded and a blank between elements; undefined if the text is too long to be a
 * label.
 */
export function textWithin(root: Node, maxCharacters: number): string | undefined {
  const parts: string[] = [];
  let left = maxCharacters;
  let nodes = 0;
  let node: Node | null = root;
  while (node !== null) {
    if (node.nodeType === TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      left -= text.trim().length;
      parts.push(text);
    }
    if (left < 0 || ++nodes > MAX_NODES) return undefined;
    node = node.firstChild ?? following(node, root, parts);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/**
 * Returns the next node behind a node's subtree, within the root. Adds a blank to `parts` for each element that ends
 * there.
 */
function following(node: Node, root: Node, parts: string[]): Node | null {
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nodeType !== TEXT_NODE) parts.push(' ');
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
