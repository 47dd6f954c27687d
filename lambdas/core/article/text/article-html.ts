/**
 * Text blocks as HTML that is safe to show. The HTML is made anew, not filtered: it repeats only the elements that are
 * named here and the address of a link, so it holds nothing that could run, load or track. It has no pictures; the
 * article's picture is part of the metadata.
 */
import { canonicalUrl } from '../../web/canonical-url.ts';
import { isHeading, type Scope, type TextBlock } from './text-blocks.ts';

const INLINE_NAMES = new Set('A EM STRONG B I CODE SUB SUP Q CITE'.split(' '));
const ANYWHERE = null;
/** Elements around blocks, with the parents that each may have. */
const PARENTS: Readonly<Record<string, readonly string[] | typeof ANYWHERE>> = {
  UL: ANYWHERE,
  OL: ANYWHERE,
  BLOCKQUOTE: ANYWHERE,
  TABLE: ANYWHERE,
  DL: ANYWHERE,
  LI: ['UL', 'OL'],
  DT: ['DL'],
  DD: ['DL'],
  TR: ['TABLE'],
  TD: ['TR'],
  TH: ['TR'],
};
/** Elements that may hold a line of text directly; elsewhere the line is a paragraph. */
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

/** The elements that are repeated around a block, the outermost first. */
function structureAround(scope: Scope): Node[] {
  const path: Node[] = [];
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) path.unshift(at.node);
  const around: Node[] = [];
  for (const node of path) {
    const parents = PARENTS[node.nodeName];
    if (parents === ANYWHERE || parents?.includes(around.at(-1)?.nodeName ?? '')) around.push(node);
  }
  return around;
}

/** The name of a block's element; empty if the element around the block holds the text directly. */
function nameOf(scope: Scope, around: Node | undefined): string {
  const { node } = scope;
  if (isHeading(scope)) return node.nodeName === 'H1' ? 'h2' : node.nodeName.toLowerCase();
  if (node.nodeName === 'PRE') return 'pre';
  return node === around && HOLDS_TEXT.has(node.nodeName) ? '' : 'p';
}

function inlineHtml({ nodes, scope }: TextBlock, baseUrl: string): string {
  const html: string[] = [];
  let open: readonly Node[] = [];
  const attributes = (node: Node) =>
    node.nodeName === 'A' ? ` href="${escapeHtml(addressOf(node, baseUrl) ?? '')}"` : '';
  for (const node of nodes) {
    open = moveTo(inlineAround(node, scope, baseUrl), open, html, attributes);
    html.push(node.nodeType === TEXT_NODE ? escapeHtml((node.nodeValue ?? '').replace(/\s+/g, ' ')) : '<br>');
  }
  moveTo([], open, html, attributes);
  return html
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/^(?: |<br>)+/, '')
    .replace(/(?<! |<br>)(?: |<br>)+$/, '');
}

/** The inline elements that are repeated around a node of a block, the outermost first. */
function inlineAround(node: Node, scope: Scope, baseUrl: string): Node[] {
  const path: Node[] = [];
  for (let at = node.parentNode; at !== null && at !== scope.node; at = at.parentNode)
    if (INLINE_NAMES.has(at.nodeName) && (at.nodeName !== 'A' || addressOf(at, baseUrl) !== undefined))
      path.unshift(at);
  return path;
}

/** Writes the end tags of `open` and the start tags of `wanted` that the two paths don't share. Returns `wanted`. */
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

/** A link's absolute address without tracking parameters; undefined for scripts and whatever else isn't a page. */
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
