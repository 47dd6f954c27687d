/** Pages that show further articles below their own, each under a headline like its own. */
import { normalizedText } from './normalized-text.ts';
import { isHeading, isLink, isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** Min running text of an article under its headline, in characters: a standfirst alone is no article. */
const MIN_LENGTH = 250;
/** Max blocks before the headline of a further article: its kicker, its date. */
const MAX_BLOCKS_BEFORE = 3;

/**
 * Returns the elements of other articles: they stand beside the element with this article's headline and text, have its
 * name and class, and begin with a headline. Boxes within one `<article>` are its parts.
 *
 * @param title of the page's article; without it nothing is told apart
 */
export function otherArticles(blocks: readonly TextBlock[], title = ''): ReadonlySet<Scope> {
  const headline = headlineBlock(blocks, normalizedText(title));
  const others = new Set<Scope>();
  let own: Scope | undefined = headline?.scope;
  while (own?.parent !== undefined && own.runningLength < MIN_LENGTH) own = own.parent;
  if (headline === undefined || own === headline.scope) return others;
  const around = new Map<Scope, Scope>();
  for (; own?.parent !== undefined; own = own.parent) around.set(own.parent, own);
  for (const [sibling, within] of siblingsBeside(around, blocks)) {
    const beside = sibling.parent && around.get(sibling.parent);
    if (beside !== undefined && isAlike(sibling, beside) && beginsArticle(sibling, within, headline))
      others.add(sibling);
  }
  return others;
}

/** The heading that is the page's title: the first of the highest level. */
function headlineBlock(blocks: readonly TextBlock[], title: string): TextBlock | undefined {
  if (title === '') return undefined;
  const headlines = blocks.filter(({ scope, text }) => isHeading(scope) && normalizedText(text) === title);
  return headlines.sort((one, other) => levelOf(one) - levelOf(other))[0];
}

const levelOf = ({ scope }: TextBlock): number => Number(scope.node.nodeName.slice(1));

/**
 * Returns the children of some elements, each with its blocks. Each element is asked once: a page may be deep, and have many
 * blocks.
 */
function siblingsBeside(
  elements: { has(scope: Scope): boolean },
  blocks: readonly TextBlock[],
): ReadonlyMap<Scope, readonly TextBlock[]> {
  const known = new Map<Scope, Scope>();
  const siblings = new Map<Scope, TextBlock[]>();
  for (const block of blocks) {
    const path: Scope[] = [];
    let at = block.scope;
    for (; !known.has(at) && at.parent !== undefined && !elements.has(at.parent); at = at.parent) path.push(at);
    const sibling = known.get(at) ?? at;
    for (const each of [...path, at]) known.set(each, sibling);
    const within = siblings.get(sibling);
    if (within === undefined) siblings.set(sibling, [block]);
    else within.push(block);
  }
  return siblings;
}

function isAlike(scope: Scope, own: Scope): boolean {
  const [element, article] = [scope.node, own.node] as [Element, Element];
  if (scope === own || element.nodeName !== article.nodeName) return false;
  const className = article.getAttribute('class') ?? '';
  if (article.nodeName === 'ARTICLE') return true;
  return className !== '' && element.getAttribute('class') === className && !isInArticle(scope);
}

function isInArticle({ parent }: Scope): boolean {
  let at = parent;
  while (at !== undefined && at.node.nodeName !== 'ARTICLE') at = at.parent;
  return at !== undefined;
}

/**
 * Whether blocks begin with the headline of an article: an `<h1>`, a link, or in an `<article>` a heading of the headline's
 * level. In other elements that is the heading of a section.
 */
function beginsArticle(element: Scope, within: readonly TextBlock[], headline: TextBlock): boolean {
  const first = within.slice(0, MAX_BLOCKS_BEFORE + 1).find(({ scope }) => isHeading(scope));
  if (first === undefined || !within.some(isRunning)) return false;
  const maxLevel = element.node.nodeName === 'ARTICLE' ? levelOf(headline) : 1;
  return levelOf(first) <= maxLevel || isLink(first);
}
