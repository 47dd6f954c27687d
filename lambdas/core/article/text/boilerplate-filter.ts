/**
 * Which blocks within the article's element are its text. A block is left out:
 *
 * - by one of the RULES below, each named for its reason;
 * - at the end of the article, if no sentence, list item or paragraph follows it (`endOfText`);
 * - at the end of the article, as a sign-off (sign-off.ts).
 */
import { isAdLabel, isCredit, isDateline, isReadingTime } from './boilerplate-lines.ts';
import { normalizedText } from './normalized-text.ts';
import { promoBoxes } from './promo-boxes.ts';
import { endBeforeSignOff } from './sign-off.ts';
import { isHeading, isLink, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** The article's metadata, which its text needn't repeat. */
export interface KnownOfArticle {
  readonly title?: string;
  readonly description?: string;
  readonly authors?: readonly string[];
}

export function withoutBoilerplate(blocks: readonly TextBlock[], known: KnownOfArticle): TextBlock[] {
  const context: Context = {
    promoted: promoBoxes(blocks),
    blocksByList: Map.groupBy(blocks, listAround),
    title: normalizedText(known.title ?? ''),
    authors: known.authors ?? [],
  };
  const rules = Object.values(RULES);
  const kept = blocks.filter((block) => !rules.some((leavesOut) => leavesOut(block, context)));
  const article = kept.slice(0, endOfText(kept));
  return article.slice(0, endBeforeSignOff(article.map(({ text }) => text)));
}

/** What the rules know beside the block. */
interface Context {
  /** The blocks of promo boxes. */
  readonly promoted: ReadonlySet<TextBlock>;
  readonly blocksByList: ReadonlyMap<Scope | undefined, readonly TextBlock[]>;
  /** The article's title, normalized. */
  readonly title: string;
  readonly authors: readonly string[];
}

const RULES: Readonly<Record<string, (block: TextBlock, context: Context) => boolean>> = {
  pageHeadline: ({ scope }) => scope.node.nodeName === 'H1',
  promoBox: (block, { promoted }) => promoted.has(block),
  link: isLink,
  labelledLink: isLabelledLink,
  linkList: isInLinkList,
  credit: ({ text }) => isCredit(text),
  dateline: ({ text }) => isDateline(text),
  readingTime: ({ text }) => isReadingTime(text),
  adLabel: ({ text }) => isAdLabel(text),
  byline: isByline,
  headlineAgain: isHeadlineAgain,
};

/** `Read more: a headline`, in any language: a short label, and a link that is the rest. */
function isLabelledLink({ linkedShare, text }: TextBlock): boolean {
  return linkedShare > 0.5 && text.length * (1 - linkedShare) < 35 && /^[^:]{2,30}:/.test(text);
}

/** An item of a list with a link in each item. */
function isInLinkList(block: TextBlock, { blocksByList }: Context): boolean {
  const list = listAround(block);
  const items = list === undefined ? [] : (blocksByList.get(list) ?? []);
  return items.length > 1 && items.every(({ linkedShare }) => linkedShare > 0.25);
}

/** A short line that is little more than the names of the authors. */
function isByline(block: TextBlock, { authors }: Context): boolean {
  if (block.text.length > 100 || isRunning(block)) return false;
  const names = authors.filter((name) => name.length > 3 && block.text.includes(name));
  const rest = names.reduce((text, name) => text.replace(name, ''), block.text);
  return names.length > 0 && rest.length < 30;
}

/** The headline again, perhaps behind its kicker. */
function isHeadlineAgain(block: TextBlock, { title }: Context): boolean {
  if (title === '') return false;
  const text = normalizedText(block.text);
  const isBehindKicker = title.length > 20 && text.endsWith(` ${title}`) && text.length < 2 * title.length;
  return text === title || isBehindKicker;
}

/** Max distance from a block up to its list, in elements: an item may hold a paragraph in a box. */
const MAX_LIST_DISTANCE = 4;

function listAround({ scope }: TextBlock): Scope | undefined {
  let at: Scope | undefined = scope;
  for (let distance = 0; at !== undefined && distance < MAX_LIST_DISTANCE; distance++, at = at.parent)
    if (at.node.nodeName === 'UL' || at.node.nodeName === 'OL') return at;
  return undefined;
}

/**
 * Returns the index behind the last sentence, list item or paragraph: headings, tags and calls to action may follow.
 */
function endOfText(blocks: readonly TextBlock[]): number {
  const last = blocks.findLastIndex(
    (block) =>
      isRunning(block) ||
      (block.linkedShare < 0.2 && /[.!?…。！？:»”"“)\]’']$/u.test(block.text) && !isHeading(block.scope)) ||
      listAround(block) !== undefined,
  );
  return last + 1;
}
