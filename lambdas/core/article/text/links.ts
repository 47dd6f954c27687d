/** Which links among an article's blocks belong to its text, and which lead away from it. */
import { attributeOf } from '../page/markup-classifier.ts';
import { isHeading, isLink, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** Min length of a sentence that is linked as a whole, in characters: most headlines are shorter. */
const MIN_STATEMENT_LENGTH = 60;
/** The end of a statement. A headline may end with a question or a quotation. */
const STATEMENT_END = /[.!。！।۔։።។…]["'”’»\p{Pe}\p{Pf}]{0,3}$/u;
/** Whether a text ends with the sign of a statement. */
export const isStatement = (text: string): boolean => STATEMENT_END.test(text);

/** A paragraph that is a link from its first to its last word. */
export const isLinkedStatement = ({ scope, text, length }: TextBlock): boolean =>
  !isHeading(scope) && length >= MIN_STATEMENT_LENGTH && isStatement(text);

/** The address in the link that a block begins with. */
export function addressIn({ nodes, scope }: TextBlock): string | undefined {
  const first = nodes.find(({ nodeValue }) => nodeValue?.trim());
  const link = first && linkAround(first, scope);
  return link === undefined ? undefined : attributeOf(link as Element, 'href');
}

/** Whether a heading is a link to another place of its own page, or to itself. */
export function isLinkWithinPage(heading: TextBlock): boolean {
  const address = addressIn(heading);
  const [page, place = ''] = address?.split('#') ?? [];
  return page === '' || (place !== '' && place === attributeOf(heading.scope.node as Element, 'id'));
}

/**
 * The headings of a letter's items: links to their pages, and below each what the letter says of it. A single such heading
 * leads to another article.
 */
export function linksOverText(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const headings = blocks.filter((block, index) => {
    const next = blocks[index + 1];
    const isOverText = next !== undefined && isRunning(next) && next.scope.parent === block.scope.parent;
    return isOverText && isHeading(block.scope) && isLink(block);
  });
  return new Set(headings.length > 1 ? headings : []);
}

/** `Read more: a headline`, in any language: a short label, and a single link that is the rest. */
export function isLabelledLink({ linkedShare, text, nodes, scope }: TextBlock): boolean {
  const isLabelled = linkedShare > 0.5 && text.length * (1 - linkedShare) < 35 && /^[^:：]{2,30}[:：]/.test(text);
  return isLabelled && !isStatement(text) && new Set(nodes.map((node) => linkAround(node, scope))).size <= 2;
}

function linkAround({ parentNode }: Node, scope: Scope): Node | undefined {
  for (let at: Node | null = parentNode; at !== null && at !== scope.node; at = at.parentNode)
    if (at.nodeName === 'A') return at;
  return undefined;
}

/**
 * Min share of an item's text that is linked. An item that begins with a link and goes on says something itself; one that
 * ends with a link leads there.
 */
const MIN_LINKED_SHARE = { inItem: 0.6, atItsEnd: 0.25, behindText: 0.05 } as const;

function leadsAway(item: TextBlock, isBehindText: boolean): boolean {
  if (isBehindText && !isStatement(item.text)) return item.linkedShare > MIN_LINKED_SHARE.behindText;
  return item.linkedShare > MIN_LINKED_SHARE[endsWithLink(item) ? 'atItsEnd' : 'inItem'];
}

function endsWithLink({ nodes, scope }: TextBlock): boolean {
  const last = nodes.findLast(({ nodeValue }) => nodeValue?.trim());
  return last !== undefined && linkAround(last, scope) !== undefined;
}

/**
 * The items of lists of links.
 *
 * @param isBehindText whether a block stands behind the text: what is listed there seldom belongs to it
 */
export function linkLists(
  blocks: readonly TextBlock[],
  isBehindText: (block: TextBlock) => boolean,
): ReadonlySet<TextBlock> {
  const lists = listsOf(blocks).filter((items) => items.every((item) => leadsAway(item, isBehindText(item))));
  return new Set(lists.filter((items) => items.length > 1).flat());
}

/** The items of lists that the paragraph before them announces: `These five walks begin at the harbour:`. */
export function announcedItems(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const before = new Map(blocks.slice(1).map((block, index) => [block, blocks[index]]));
  return new Set(
    listsOf(blocks)
      .filter(([first]) => first !== undefined && announcesList(before.get(first)))
      .flat(),
  );
}

const announcesList = (block: TextBlock | undefined): boolean =>
  block !== undefined && isRunning(block) && /[:：]$/.test(block.text);

function listsOf(blocks: readonly TextBlock[]): (readonly TextBlock[])[] {
  const lists = Map.groupBy(blocks, listAround);
  lists.delete(undefined);
  return [...lists.values()];
}

/** Max distance from a block up to its list, in elements: an item may hold a paragraph in a box. */
const MAX_LIST_DISTANCE = 4;

function listAround({ scope }: TextBlock): Scope | undefined {
  let at: Scope | undefined = scope;
  for (let distance = 0; at !== undefined && distance < MAX_LIST_DISTANCE; distance++, at = at.parent)
    if (at.node.nodeName === 'UL' || at.node.nodeName === 'OL') return at;
  return undefined;
}

/** Max distance from a line up to its card, in elements. */
const MAX_CARD_DISTANCE = 2;

/** Whether a block stands in a box that is little more than a link: the card of another article, with its date. */
export function isOnCard({ scope }: TextBlock): boolean {
  let at = scope.parent;
  for (let distance = 0; at !== undefined && distance < MAX_CARD_DISTANCE; distance++, at = at.parent)
    if (at.runningLength === 0 && at.linkedLength > at.textLength / 2) return true;
  return false;
}
