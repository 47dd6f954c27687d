/** Which links among an article's blocks belong to its text, and which lead away from it. */
import { isHeading, isLink, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** Min length of a sentence that is linked as a whole, in characters: most headlines are shorter. */
const MIN_STATEMENT_LENGTH = 60;
/** The end of a statement. A headline may end with a question or a quotation. */
const STATEMENT_END = /[.!。！।۔։።។…]["'”’»\p{Pe}\p{Pf}]{0,3}$/u;
const isStatement = (text: string): boolean => STATEMENT_END.test(text);

/** A paragraph that is a link from its first to its last word. */
export const isLinkedStatement = ({ scope, text, length }: TextBlock): boolean =>
  !isHeading(scope) && length >= MIN_STATEMENT_LENGTH && isStatement(text);

/** The heading of an item of a letter: a link to its page, and below it what the letter says of it. */
export const isLinkOverText = ({ scope }: TextBlock, next: TextBlock | undefined): boolean =>
  isHeading(scope) && next !== undefined && isRunning(next) && next.scope.parent === scope.parent;

/** `Read more: a headline`, in any language: a short label, and a link that is the rest. */
export function isLabelledLink({ linkedShare, text }: TextBlock): boolean {
  const isLabelled = linkedShare > 0.5 && text.length * (1 - linkedShare) < 35 && /^[^:：]{2,30}[:：]/.test(text);
  return isLabelled && !isStatement(text);
}

/** The items of a list of links have more of their text linked than this; other items begin with a link. */
const MIN_LINKED_SHARE = 0.6;

/** The items of lists of links, except of those that a paragraph announces. */
export function linkLists(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const listed = new Set<TextBlock>();
  const previous = new Map(blocks.slice(1).map((block, index) => [block, blocks[index] as TextBlock]));
  for (const [list, items] of Map.groupBy(blocks, listAround)) {
    if (list === undefined || items.length < 2) continue;
    const [first] = items;
    const isAnnounced = first !== undefined && announcesList(previous.get(first));
    if (!isAnnounced && items.every(({ linkedShare }) => linkedShare > MIN_LINKED_SHARE))
      for (const item of items) listed.add(item);
  }
  return listed;
}

/** `These five walks begin at the harbour:` */
const announcesList = (before: TextBlock | undefined): boolean =>
  before !== undefined && isRunning(before) && !isLink(before) && /[:：]$/.test(before.text);

/** Max distance from a block up to its list, in elements: an item may hold a paragraph in a box. */
const MAX_LIST_DISTANCE = 4;

function listAround({ scope }: TextBlock): Scope | undefined {
  let at: Scope | undefined = scope;
  for (let distance = 0; at !== undefined && distance < MAX_LIST_DISTANCE; distance++, at = at.parent)
    if (at.node.nodeName === 'UL' || at.node.nodeName === 'OL') return at;
  return undefined;
}
