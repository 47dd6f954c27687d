/** The text of a small subtree, white space folded, a blank between elements; undefined when it is long: then it is no label. */
export function textWithin(root: Node, mostCharacters: number): string | undefined {
  const parts: string[] = [];
  let left = mostCharacters;
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

const TEXT_NODE = 3;
/** Elements and texts; a byline with its links has a dozen. */
const MAX_NODES = 150;

/** The next node behind this one's subtree, still within the root. */
function following(node: Node, root: Node, parts: string[]): Node | null {
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nodeType !== TEXT_NODE) parts.push(' ');
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
