/**
 * Text blocks as HTML that is safe to show. It isn't filtered but made anew: of the page's own markup only the elements
 * named here are repeated, and of their attributes only a link's address. So there is nothing in it that could run,
 * load or track. Pictures aren't in it; the article's own one is in its metadata.
 */
import { canonicalUrl } from '../../web/canonical-url.ts';
import type { Scope, TextBlock } from './text-blocks.ts';

const INLINE = new Set('A EM STRONG B I CODE SUB SUP Q CITE'.split(' '));
/** Elements around blocks, and what each may stand in; null: anywhere. */
const STRUCTURE: Readonly<Record<string, readonly string[] | null>> = {
  ...{ UL: null, OL: null, BLOCKQUOTE: null, TABLE: null, DL: null },
  ...{ LI: ['UL', 'OL'], DT: ['DL'], DD: ['DL'], TR: ['TABLE'], TD: ['TR'], TH: ['TR'] },
};
/** Elements that a line of text may be the direct content of; elsewhere it is a paragraph. */
const HOLDS_TEXT = new Set('LI TD TH DT DD'.split(' '));
const TEXT_NODE = 3;

/** @param baseUrl the address that relative links are resolved against. */
export function articleHtml(blocks: readonly TextBlock[], baseUrl: string): string {
  const html: string[] = [];
  let open: readonly Node[] = [];
  for (const block of blocks) {
    const around = structureAround(block.scope);
    open = moveTo(around, open, html, () => '');
    const name = nameOf(block.scope, around.at(-1));
    html.push(name === '' ? '' : `<${name}>`, inlineHtml(block, baseUrl), name === '' ? '' : `</${name}>`);
  }
  moveTo([], open, html, () => '');
  return html.join('');
}

function structureAround(scope: Scope): Node[] {
  const path: Node[] = [];
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) path.unshift(at.node);
  const around: Node[] = [];
  for (const node of path) {
    const parents = STRUCTURE[node.nodeName];
    if (parents === null || parents?.includes(around.at(-1)?.nodeName ?? '')) around.push(node);
  }
  return around;
}

function nameOf({ node }: Scope, around: Node | undefined): string {
  if (/^H[1-6]$/.test(node.nodeName)) return node.nodeName === 'H1' ? 'h2' : node.nodeName.toLowerCase();
  if (node.nodeName === 'PRE') return 'pre';
  return node === around && HOLDS_TEXT.has(node.nodeName) ? '' : 'p';
}

function inlineHtml({ nodes, scope }: TextBlock, baseUrl: string): string {
  const html: string[] = [];
  let open: readonly Node[] = [];
  const attributes = (node: Node) =>
    node.nodeName === 'A' ? ` href="${escapeHtml(addressOf(node, baseUrl) ?? '')}"` : '';
  for (const node of nodes) {
    const path: Node[] = [];
    for (let at = node.parentNode; at !== null && at !== scope.node; at = at.parentNode)
      if (INLINE.has(at.nodeName) && (at.nodeName !== 'A' || addressOf(at, baseUrl) !== undefined)) path.unshift(at);
    open = moveTo(path, open, html, attributes);
    html.push(node.nodeType === TEXT_NODE ? escapeHtml((node.nodeValue ?? '').replace(/\s+/g, ' ')) : '<br>');
  }
  moveTo([], open, html, attributes);
  return html
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/^(?: |<br>)+/, '')
    .replace(/(?<! |<br>)(?: |<br>)+$/, '');
}

/** Writes the tags that lead from the elements that are open to those that shall be. */
function moveTo(
  wanted: readonly Node[],
  open: readonly Node[],
  html: string[],
  attributes: (node: Node) => string,
): readonly Node[] {
  let common = 0;
  while (common < open.length && open[common] === wanted[common]) common++;
  for (const node of open.slice(common).reverse()) html.push(`</${node.nodeName.toLowerCase()}>`);
  for (const node of wanted.slice(common)) html.push(`<${node.nodeName.toLowerCase()}${attributes(node)}>`);
  return wanted;
}

/**
 * A link's address, absolute and without what tracks its readers; undefined for scripts and other things that aren't
 * pages.
 */
function addressOf(node: Node, baseUrl: string): string | undefined {
  const href = (node as Element).getAttribute('href') ?? '';
  if (href === '' || href.startsWith('#') || !URL.canParse(href, baseUrl)) return undefined;
  const url = new URL(href, baseUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const canonical = canonicalUrl(url.href);
  return canonical === undefined ? url.href : canonical + url.hash;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
