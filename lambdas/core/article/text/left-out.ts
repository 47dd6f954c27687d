/** Why a block of a page isn't part of the article's text: the step of main-text.ts that left it out, and its reason. */
import { hintedBy } from './boilerplate-hint.ts';
import type { Scope, TextBlock } from './text-blocks.ts';

/**
 * - `boilerplate`: the block lies in an element that is boilerplate
 * - `container`: it lies outside the element that holds the article
 * - `list`: it belongs to a list of other articles, or is the label of a link
 * - `standfirst`: the text is the page's description already
 * - `filter`: a rule left it out in its place
 * - `end`: it stands behind the text
 * - `repetition`: it stood in three other articles of the host
 */
export type Step = 'boilerplate' | 'container' | 'list' | 'standfirst' | 'filter' | 'end' | 'repetition';

/** Takes note of a block that a step leaves out. */
export type Note = (block: TextBlock, step: Step, reason: string) => void;

/** What the steps before the filter have made of a page. */
interface Selection {
  readonly blocks: readonly TextBlock[];
  /** The blocks in the element that holds the article. */
  readonly within: ReadonlySet<TextBlock>;
  readonly labels: ReadonlySet<TextBlock>;
  /** The elements of other articles. */
  readonly others: ReadonlySet<Scope>;
  readonly isBoilerplateBlock: (block: Pick<TextBlock, 'scope'>) => boolean;
  /** The blocks within, without boilerplate, a list of other articles, and labels. */
  readonly withoutOthers: readonly TextBlock[];
  /** The same with the standfirst. */
  readonly article: readonly TextBlock[];
}

/** Tells of each block of a page that the steps before the filter left out. */
export function noteLeftOut(selection: Selection, note: Note): void {
  const { blocks, within, labels, isBoilerplateBlock, article } = selection;
  const kept = new Set(article);
  const beforeStandfirst = new Set(selection.withoutOthers);
  for (const block of blocks) {
    if (kept.has(block)) continue;
    if (isBoilerplateBlock(block)) note(block, 'boilerplate', boilerplateReason(block, selection));
    else if (!within.has(block)) note(block, 'container', 'outside the element that holds the article');
    else if (labels.has(block)) note(block, 'list', 'the label of a link');
    else if (beforeStandfirst.has(block)) note(block, 'standfirst', 'repeats the page’s description');
    else note(block, 'list', 'in a list of other articles below the article');
  }
}

/** The reason of the outermost element that is boilerplate: what lies in it was not judged. */
function boilerplateReason({ scope }: TextBlock, { others, isBoilerplateBlock }: Selection): string {
  let cause = scope;
  while (cause.parent !== undefined && isBoilerplateBlock({ scope: cause.parent })) cause = cause.parent;
  if (others.has(cause)) return 'in another article of the page';
  return `in <${cause.node.nodeName.toLowerCase()}>: ${hintedBy(cause.node as Element).because}`;
}
