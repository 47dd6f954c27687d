/** HTML as plain text: a line where a block ends, white space folded. */
import { parseFragment } from './page-document.ts';

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI ' +
    'MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA']);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Empty where the HTML breaks the parser. */
export function htmlText(html: string): string {
  try {
    return blockText(parseFragment(html).body);
  } catch {
    return '';
  }
}

export function blockText(root: Node): string {
  const parts: string[] = [];
  collect(root, parts);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function collect(node: Node, parts: string[]): void {
  if (node.nodeType === TEXT_NODE) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
  if (node.nodeType !== ELEMENT_NODE || SILENT.has(node.nodeName)) return;
  const isBlock = BLOCKS.has(node.nodeName);
  if (isBlock) parts.push('\n');
  for (const child of node.childNodes) collect(child, parts);
  if (isBlock) parts.push('\n');
}
