/** Which element of a page holds the article: the smallest that holds most of the running text outside boilerplate. */
import { boilerplateScopes } from './boilerplate-scopes.ts';
import { isRunning, type Scope, type TextBlock } from './text-blocks.ts';

/** An element that is marked as the article is believed if it holds a larger share of the page's running text. */
const MARKED_SHARE = 0.4;
/** Min share of an element's running text that a child must hold to take the element's place. */
const MIN_CHILD_SHARE = 0.75;

export interface MainContainer {
  readonly scope: Scope;
  /** Whether a block lies in boilerplate. */
  readonly isBoilerplateBlock: (block: Pick<TextBlock, 'scope'>) => boolean;
}

/**
 * Undefined: the page has no running text outside its boilerplate.
 *
 * @param others elements of other articles
 */
export function mainContainer(
  blocks: readonly TextBlock[],
  others: ReadonlySet<Scope> = new Set(),
): MainContainer | undefined {
  const boilerplate = boilerplateScopes(blocks, others);
  const isBoilerplateBlock = ({ scope }: Pick<TextBlock, 'scope'>): boolean => boilerplate.has(scope);
  const containers = containersOf(blocks.filter((block) => isRunning(block) && !isBoilerplateBlock(block)));
  const page = containers.find(({ scope }) => scope.parent === undefined);
  if (page === undefined) return undefined;
  const marked = longest(containers.filter(({ scope }) => scope.isMarkedArticle));
  const isBelieved = marked !== undefined && marked.textLength > page.textLength * MARKED_SHARE;
  return { scope: smallestWithin(isBelieved ? marked : page).scope, isBoilerplateBlock };
}

/** An element with the length of its blocks. */
interface Container {
  readonly scope: Scope;
  textLength: number;
  readonly children: Set<Container>;
}

/** Returns the elements around some blocks, each before the element around it. */
function containersOf(blocks: readonly TextBlock[]): Container[] {
  const containers = new Map<Scope, Container>();
  const containerOf = (scope: Scope): Container => {
    const container = containers.get(scope) ?? { scope, textLength: 0, children: new Set() };
    containers.set(scope, container);
    return container;
  };
  for (const block of blocks) {
    for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) {
      const container = containerOf(scope);
      container.textLength += block.length;
      if (scope.parent !== undefined) containerOf(scope.parent).children.add(container);
    }
  }
  return [...containers.values()];
}

/** Goes down as long as one child holds most of the text. A single paragraph is no container. */
function smallestWithin(start: Container): Container {
  let container = start;
  for (;;) {
    const child = longest(container.children);
    if (child === undefined || child.scope.node.nodeName === 'P') return container;
    if (child.textLength < container.textLength * MIN_CHILD_SHARE) return container;
    container = child;
  }
}

/** Returns the container with the most text; the first of several. */
const longest = (containers: Iterable<Container>): Container | undefined =>
  [...containers].reduce<Container | undefined>(
    (best, each) => (best === undefined || each.textLength > best.textLength ? each : best),
    undefined,
  );
