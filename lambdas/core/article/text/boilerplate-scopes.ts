/** Which elements of a page are boilerplate: each is judged by the hint of its markup and by how much text it holds. */
import { runningLengthOf, type Scope, type TextBlock } from './text-blocks.ts';

/**
 * From this share of the page's running text on, an element is no boilerplate, whatever a weak word in its class says.
 */
const MIN_LARGE_SHARE = 0.4;
/** A strong word isn't believed from this share on: a page that is all comments has nothing else. */
const NEARLY_ALL = 0.9;
/** An element whose class says `teaser` leads away if a larger share of its text than this is linked. */
const MAX_TEASER_LINKS = 0.15;
/** Max size of a caption, in blocks and in characters. */
const MAX_CAPTION_BLOCKS = 3;
const MAX_CAPTION_LENGTH = 300;
/** Classes of paragraphs for subscribers, and of offers to subscribe. An article may be in several `paywall`s. */
const BEHIND_WALL = /paywall|subscri|premium|abo-?only/i;

/** Returns each element that is boilerplate, or lies in boilerplate. */
export function boilerplateScopes(blocks: readonly TextBlock[]): ReadonlySet<Scope> {
  const pageLength = runningLengthOf(blocks);
  const scopes = outermostFirst(blocks);
  const walledLength = walledLengths(scopes);
  const boilerplate = new Set<Scope>();
  for (const scope of scopes) {
    const isInBoilerplate = scope.parent !== undefined && boilerplate.has(scope.parent);
    const weakLength = walledLength.get(classOf(scope)) ?? scope.runningLength;
    if (isInBoilerplate || isBoilerplateScope(scope, pageLength, weakLength)) boilerplate.add(scope);
  }
  return boilerplate;
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

/** Returns the running text of all elements behind a paywall, by their classes. */
function walledLengths(scopes: Iterable<Scope>): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const scope of scopes) {
    const classes = classOf(scope);
    if (scope.hint === 'weak' && BEHIND_WALL.test(classes))
      lengths.set(classes, (lengths.get(classes) ?? 0) + scope.runningLength);
  }
  return lengths;
}

const classOf = ({ node }: Scope): string => (node as Element).getAttribute?.('class') ?? '';

/**
 * @param pageLength the page's running text
 * @param weakLength the running text that speaks against a weak hint
 */
function isBoilerplateScope(scope: Scope, pageLength: number, weakLength: number): boolean {
  switch (scope.hint) {
    case 'none':
      return false;
    case 'weak':
      return weakLength < pageLength * MIN_LARGE_SHARE;
    case 'picture':
      return scope.blockCount <= MAX_CAPTION_BLOCKS && scope.textLength < MAX_CAPTION_LENGTH;
    case 'strong':
      return scope.runningLength < pageLength * NEARLY_ALL;
    case 'linked':
      return scope.runningLength < pageLength * NEARLY_ALL && scope.linkedLength > scope.textLength * MAX_TEASER_LINKS;
  }
}
