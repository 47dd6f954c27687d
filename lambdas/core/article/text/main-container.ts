/** Which element of a page is the article, and which parts of the page are boilerplate, by where the running text is. */
import { isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** A part with this share of the page's running text is no boilerplate, whatever a weak word in its class says. */
const LARGE = 0.4;
/** What a strong word says is believed up to here: a page that is all comments has nothing else. */
const NEARLY_ALL = 0.9;
/** From this share of linked text on, a part whose class says `teaser` leads away. */
const MIN_PROMO_LINKS = 0.15;
/** The longest caption, in blocks and characters. */
const CAPTION = { blocks: 3, characters: 300 };
/** An element that is marked as the article is believed from this share of the running text on. */
const MARKED_SHARE = 0.4;
/** The article's element is the smallest with this share of the text of the one around it. */
const MAIN_SHARE = 0.75;

export interface MainContainer {
  readonly scope: Scope;
  /** Whether a block lies in boilerplate. */
  readonly isBoilerplateBlock: (block: TextBlock) => boolean;
}

/** Undefined: the page has no running text outside its boilerplate. */
export function mainContainer(blocks: readonly TextBlock[]): MainContainer | undefined {
  const boilerplate = boilerplateScopes(blocks);
  const isBoilerplateBlock = ({ scope }: TextBlock): boolean => boilerplate.get(scope) === true;
  const { textLength, children } = textLengths(
    blocks.filter((block) => isRunning(block) && !isBoilerplateBlock(block)),
  );
  const of = (scope: Scope): number => textLength.get(scope) ?? 0;
  const heaviest = (scopes: Iterable<Scope>): Scope | undefined =>
    [...scopes].reduce<Scope | undefined>(
      (best, each) => (best === undefined || of(each) > of(best) ? each : best),
      undefined,
    );

  const root = [...textLength.keys()].find(({ parent }) => parent === undefined);
  if (root === undefined) return undefined;
  const marked = heaviest([...textLength.keys()].filter(({ isMarkedArticle }) => isMarkedArticle));
  let scope = marked !== undefined && of(marked) > of(root) * MARKED_SHARE ? marked : root;
  for (;;) {
    const child = heaviest(children.get(scope) ?? []);
    if (child === undefined || child.node.nodeName === 'P' || of(child) < of(scope) * MAIN_SHARE) break;
    scope = child;
  }
  return { scope, isBoilerplateBlock };
}

/** For each scope whether it, or one around it, is boilerplate. */
function boilerplateScopes(blocks: readonly TextBlock[]): Map<Scope, boolean> {
  const total = blocks.reduce((sum, block) => sum + (isRunning(block) ? block.length : 0), 0);
  const scopes = outermostFirst(blocks);
  const alike = new Map<string, number>();
  for (const scope of scopes) {
    const label = classOf(scope);
    if (scope.marking === 'weak' && BEHIND_WALL.test(label)) alike.set(label, (alike.get(label) ?? 0) + scope.running);
  }
  const known = new Map<Scope, boolean>();
  for (const scope of scopes) {
    const isInside = scope.parent !== undefined && known.get(scope.parent) === true;
    known.set(scope, isInside || isBoilerplateScope(scope, total, alike.get(classOf(scope)) ?? scope.running));
  }
  return known;
}

function outermostFirst(blocks: readonly TextBlock[]): ReadonlySet<Scope> {
  const scopes = new Set<Scope>();
  for (const { scope } of blocks) {
    const unknown: Scope[] = [];
    for (let at: Scope | undefined = scope; at !== undefined && !scopes.has(at); at = at.parent) unknown.push(at);
    for (const each of unknown.reverse()) scopes.add(each);
  }
  return scopes;
}

/** Classes of paragraphs that are for subscribers, and of offers to become one. */
const BEHIND_WALL = /paywall|subscri|premium|abo-?only/i;

const classOf = ({ node }: Scope): string => (node as Element).getAttribute?.('class') ?? '';

/** @param alike the running text of all scopes with the same classes, if they are walled: an article may be in several `paywall`s */
function isBoilerplateScope(
  { marking, running, blocks, characters, linked }: Scope,
  total: number,
  alike: number,
): boolean {
  if (marking === 'none') return false;
  if (marking === 'weak') return alike < total * LARGE;
  if (marking === 'picture') return blocks <= CAPTION.blocks && characters < CAPTION.characters;
  return running < total * NEARLY_ALL && (marking === 'strong' || linked > characters * MIN_PROMO_LINKS);
}

/** The characters of the blocks below each scope, and the scopes between them. */
function textLengths(blocks: readonly TextBlock[]) {
  const textLength = new Map<Scope, number>();
  const children = new Map<Scope, Set<Scope>>();
  for (const block of blocks) {
    for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) {
      textLength.set(scope, (textLength.get(scope) ?? 0) + block.length);
      if (scope.parent === undefined) continue;
      const siblings = children.get(scope.parent);
      if (siblings === undefined) children.set(scope.parent, new Set([scope]));
      else siblings.add(scope);
    }
  }
  return { textLength, children };
}
