/** What stands among the paragraphs of an article and leads away from it: appeals, offers, teasers of other articles. */
import { isLink, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** The longest text of a button, in characters. */
const MAX_BUTTON_LENGTH = 40;
/** A box with a larger share of the running text is the article. */
const MAX_CALL_SHARE = 0.35;

/** The blocks of boxes that lead away. Where the paragraphs themselves are in boxes, none can be told. */
export function promoBoxes(blocks: readonly TextBlock[]): ReadonlySet<TextBlock> {
  const mass = new Map<Scope | undefined, number>();
  let total = 0;
  for (const block of blocks.filter(isRunning)) {
    total += block.length;
    mass.set(block.scope.parent, (mass.get(block.scope.parent) ?? 0) + block.length);
  }
  const [body, most] = [...mass].reduce((best, each) => (each[1] > best[1] ? each : best), [undefined, 0]);
  if (body === undefined || most < total / 2) return new Set();
  const boxes = Map.groupBy(blocks, ({ scope }) => enclosingBox(scope, body));
  boxes.delete(undefined);
  return new Set([...boxes.values()].filter((box) => isTeaser(box) || isCallToAction(box, total)).flat());
}

/** A link, and nothing that reads like text: a headline, its picture's credit, its author. */
const isTeaser = (box: readonly TextBlock[]): boolean => box.some(isLink) && !box.some(isRunning);

/** Appeals, subscription offers and the like end with a link of its own, in the place of a button. */
function isCallToAction(box: readonly TextBlock[], total: number): boolean {
  const last = box.at(-1);
  const running = box.reduce((sum, block) => sum + (isRunning(block) ? block.length : 0), 0);
  const isSmall = running < total * MAX_CALL_SHARE;
  return isSmall && box.length > 1 && last !== undefined && isLink(last) && last.length <= MAX_BUTTON_LENGTH;
}

/** The element around a block that lies among the paragraphs of `body`, if it is a box. */
function enclosingBox(scope: Scope, body: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at !== undefined && at.parent !== body) at = at.parent;
  return at !== undefined && /^(?:DIV|SECTION)$/.test(at.node.nodeName) ? at : undefined;
}

const MAX_LABEL_LENGTH = 40;

/** Labels like `Read more`: short lines that are no sentences, right before a link of its own. */
export const labelsOfLinks = (blocks: readonly TextBlock[]): ReadonlySet<TextBlock> =>
  new Set(
    blocks.filter((block, index) => {
      const next = blocks[index + 1];
      return next !== undefined && isLink(next) && isLabel(block);
    }),
  );

const isLabel = ({ text, length }: TextBlock): boolean =>
  length <= MAX_LABEL_LENGTH && (/\.\.\.$/.test(text) || !/[.!?…:;,”"»)]$/u.test(text));
