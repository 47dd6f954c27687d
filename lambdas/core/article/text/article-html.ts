/**
 * Text blocks as HTML that is safe to show. The HTML is made anew, not filtered: it repeats only the elements that are
 * named here and the address of a link, so it holds nothing that could run, load or track. It has no pictures; the
 * article's picture is part of the metadata.
 */
import { absoluteUrl } from '../../web/absolute-url.ts';
import { canonicalUrl } from '../../web/canonical-url.ts';
import { seenText } from './shown-elements.ts';
import { isHeading, type Scope, type TextBlock } from './text-blocks.ts';

const INLINE_NAMES = new Set('A EM STRONG B I CODE SUB SUP Q CITE DEL S'.split(' '));
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

/**
 * Max characters of all addresses in an article: a link is repeated in each block that it spans, and a short address may
 * have a long base. An article with 5,000 links, ten times those of a long one, has half of it.
 */
const MAX_ADDRESSES_LENGTH = 1_000_000;

/** @param baseUrl the address that relative links are resolved against. */
export function articleHtml(blocks: readonly TextBlock[], baseUrl: string): string {
  const html: string[] = [];
  const links = new Links(baseUrl);
  let open: readonly Node[] = [];
  for (const block of blocks) {
    const around = structureAround(block.scope);
    open = moveTo(around, open, html, () => '');
    const name = nameOf(block.scope, around.at(-1));
    html.push(name === '' ? '' : `<${name}>`, inlineHtml(block, links), name === '' ? '' : `</${name}>`);
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

function inlineHtml(block: TextBlock, links: Links): string {
  const html: string[] = [];
  let open: readonly Node[] = [];
  const attributes = (node: Node) => (node.nodeName === 'A' ? ` href="${escapeHtml(links.write(node))}"` : '');
  for (const node of block.nodes) {
    open = moveTo(inlineAround(node, block.scope, links), open, html, attributes);
    html.push(node.nodeType === TEXT_NODE ? textHtml(node, block) : '<br>');
  }
  moveTo([], open, html, attributes);
  if (block.scope.node.nodeName === 'PRE') return html.join('');
  return html
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/^(?: |<br>)+/, '')
    .replace(/(?<! |<br>)(?: |<br>)+$/, '');
}

function textHtml(node: Node, { keepsLines, scope }: TextBlock): string {
  const text = seenText(node.nodeValue ?? '');
  if (!keepsLines) return escapeHtml(text.replace(/\s+/g, ' '));
  return scope.node.nodeName === 'PRE' ? escapeHtml(text) : escapeHtml(text).replaceAll('\n', '<br>');
}

/** The inline elements that are repeated around a node of a block, the outermost first; of each name the innermost. */
function inlineAround(node: Node, scope: Scope, links: Links): Node[] {
  const byName = new Map<string, Node>();
  for (let at = node.parentNode; at !== null && at !== scope.node; at = at.parentNode)
    if (INLINE_NAMES.has(at.nodeName) && !byName.has(at.nodeName) && (at.nodeName !== 'A' || links.has(at)))
      byName.set(at.nodeName, at);
  return [...byName.values()].reverse();
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

/** The addresses of an article's links, each resolved once. Links beyond the limit have none. */
class Links {
  readonly #baseUrl: string;
  readonly #known = new Map<Node, string | undefined>();
  #left = MAX_ADDRESSES_LENGTH;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  has(node: Node): boolean {
    return this.#left > 0 && this.#addressOf(node) !== undefined;
  }

  write(node: Node): string {
    const address = this.#addressOf(node) ?? '';
    this.#left -= address.length;
    return address;
  }

  #addressOf(node: Node): string | undefined {
    if (!this.#known.has(node)) this.#known.set(node, addressOf(node, this.#baseUrl));
    return this.#known.get(node);
  }
}

/** A link's absolute address without tracking parameters; undefined for scripts and whatever else isn't a page. */
function addressOf(node: Node, baseUrl: string): string | undefined {
  const href = (node as Element).getAttribute('href') ?? '';
  if (href === '' || href.startsWith('#')) return undefined;
  const url = absoluteUrl(href, baseUrl);
  return url === undefined ? undefined : (canonicalUrl(url) ?? url) + new URL(url).hash;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
