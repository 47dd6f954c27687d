/** Where a block stands in its article. A filter applies only in its place. */
import { isDateline } from './boilerplate-lines.ts';
import { isHeading, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/**
 * - `top`: before the first running text, with the headline
 * - `lead`: between the first and the second running text, of which the first may be a standfirst
 * - `text`: within the running text
 * - `end`: behind the last running text
 */
export type Place = 'top' | 'lead' | 'text' | 'end';

/** @param blocks an article's */
export function placesOf(blocks: readonly TextBlock[]): ReadonlyMap<TextBlock, Place> {
  const running = blocks.flatMap((block, index) => (isParagraph(block) ? [index] : []));
  const [first = blocks.length, second = blocks.length] = running;
  const last = running.at(-1) ?? -1;
  return new Map(
    blocks.map((block, index) => [
      block,
      index < first ? 'top' : index > last ? 'end' : index > first && index < second ? 'lead' : 'text',
    ]),
  );
}

const isParagraph = (block: TextBlock): boolean =>
  isRunning(block) && !isHeading(block.scope) && !isDateline(block.text) && !isItemWithLink(block);

/** An item that holds a link tells less than a paragraph where the text ends. */
const isItemWithLink = ({ scope, linkedShare }: TextBlock): boolean => linkedShare > 0 && scope.node.nodeName === 'LI';

/**
 * The blocks beside a picture: the first behind it, and the last before it. What a page says of a picture stands there.
 *
 * @param page all blocks of the page in their order, among them captions that are left out
 * @param article those of the article
 */
export function besidePictures(page: readonly TextBlock[], article: ReadonlySet<TextBlock>): ReadonlySet<TextBlock> {
  const beside = new Set<TextBlock>();
  let [isAfterPicture, before]: [boolean, TextBlock | undefined] = [false, undefined];
  for (const block of page) {
    isAfterPicture ||= block.isAfterPicture;
    if (!article.has(block)) continue;
    if (isAfterPicture) {
      beside.add(block);
      if (before !== undefined) beside.add(before);
    }
    [isAfterPicture, before] = [false, block];
  }
  return beside;
}

const STRUCTURES = /^(?:LI|TD|TH|DT|DD|BLOCKQUOTE|PRE|TABLE|DL|UL|OL)$/;
/** Max distance from a block up to the list or table it is in, in elements. */
const MAX_DISTANCE = 5;

/** Whether a block is an item, a cell, a term, a quotation or the like: part of something that the article shows. */
export const isInStructure = ({ scope }: TextBlock): boolean => structureAround(scope) !== undefined;

/** The list, table or quotation around a block: the outermost of those that lie in each other. */
function structureAround(scope: Scope): Scope | undefined {
  let structure: Scope | undefined;
  let at: Scope | undefined = scope;
  for (let distance = 0; at !== undefined && distance < MAX_DISTANCE; distance++, at = at.parent)
    if (STRUCTURES.test(at.node.nodeName)) [structure, distance] = [at, 0];
  return structure;
}

/**
 * Whether a list, a table or a quotation stands among the paragraphs: in the element that holds them, or in a box of its own
 * there.
 *
 * @param bodies the elements that hold the article's paragraphs
 */
export function isAmongParagraphs({ scope }: TextBlock, bodies: ReadonlySet<Scope | undefined>): boolean {
  const structure = structureAround(scope);
  return structure !== undefined && (bodies.has(structure.parent) || bodies.has(structure.parent?.parent));
}
