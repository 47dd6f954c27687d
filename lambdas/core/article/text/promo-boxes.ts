/**
 * Blocks among the paragraphs of an article that lead to other pages: appeals, offers, teasers of other articles,
 * labels of links.
 */
import { isLinkedStatement } from './links.ts';
import { endsSentence, lacksEndSigns } from './sentence-end.ts';
import { isHeading, isLink, isRunning, runningLengthOf, type Scope, type TextBlock } from './text-blocks.ts';

/** Max length of a button's text, in characters. */
const MAX_BUTTON_LENGTH = 40;
/** A box with this share of the running text, or a larger one, is the article. */
const MIN_ARTICLE_SHARE = 0.35;
/** Max length of a label, in characters. */
const MAX_LABEL_LENGTH = 40;

/** The blocks in promo boxes. None where the paragraphs lie in boxes too: nothing tells the boxes apart then. */
export function promoBoxes(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const totalLength = runningLengthOf(blocks);
  const body = bodyOf(blocks, totalLength);
  if (body === undefined) return new Set();
  const boxes = Map.groupBy(blocks, ({ scope }) => enclosingBox(scope, body));
  boxes.delete(undefined);
  return new Set([...boxes.values()].filter((box) => isTeaser(box) || isCallToAction(box, totalLength)).flat());
}

/** Returns the element whose children hold at least half of the running text. */
function bodyOf(blocks: readonly TextBlock[], totalLength: number): Scope | undefined {
  const lengths = new Map<Scope | undefined, number>();
  for (const { scope, length } of blocks.filter(isRunning))
    lengths.set(scope.parent, (lengths.get(scope.parent) ?? 0) + length);
  const [body, bodyLength] = [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best), [undefined, 0]);
  return bodyLength < totalLength / 2 ? undefined : body;
}

/** A link, and nothing that reads like text: a headline, its picture's credit, its author. */
const isTeaser = (box: readonly TextBlock[]): boolean =>
  box.some(isLink) && !box.some((block) => isRunning(block) || isLinkedStatement(block));

/** Appeals, subscription offers and the like end with a link in the place of a button. */
function isCallToAction(box: readonly TextBlock[], totalLength: number): boolean {
  const last = box.at(-1);
  const isSmall = runningLengthOf(box) < totalLength * MIN_ARTICLE_SHARE;
  return isSmall && box.length > 1 && last !== undefined && isLink(last) && last.length <= MAX_BUTTON_LENGTH;
}

/** Returns the child of `body` that a block lies in, if the child is a box. */
function enclosingBox(scope: Scope, body: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at !== undefined && at.parent !== body) at = at.parent;
  return at !== undefined && /^(?:DIV|SECTION)$/.test(at.node.nodeName) ? at : undefined;
}

/** Labels like `Read more`: short lines that aren't sentences, each right before a block that is a link. */
export const labelsOfLinks = (blocks: readonly TextBlock[]): ReadonlySet<TextBlock> =>
  new Set(
    blocks.filter((block, index) => {
      const next = blocks[index + 1];
      return next !== undefined && isLink(next) && !isLink(block) && isLabel(block);
    }),
  );

function isLabel({ text, length, scope, nodes }: TextBlock): boolean {
  if (length > MAX_LABEL_LENGTH) return false;
  if (/\.\.\.$/.test(text)) return true;
  if (endsSentence(text) || /[;,]$/.test(text)) return false;
  return !lacksEndSigns(text) || isHeading(scope) || nodes.every(isEmphasised);
}

const isEmphasised = ({ parentNode }: Node): boolean => /^(?:B|STRONG|EM|I)$/.test(parentNode?.nodeName ?? '');
