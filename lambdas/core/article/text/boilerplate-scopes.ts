/** Which elements of a page are boilerplate: each is judged by the hint of its markup and by how much text it holds. */
import { isRunning, runningLengthOf, type Scope, type TextBlock } from './text-blocks.ts';

/**
 * From this share of the page's running text on, an element is no boilerplate, whatever a weak word in its class says.
 */
const MIN_LARGE_SHARE = 0.4;
/** If a hidden element has more running text than this share of what is shown, a script is to show the element. */
const MAX_HIDDEN_SHARE = 2;
/** A strong word isn't believed from this share on: a page that is all comments has nothing else. */
const NEARLY_ALL = 0.9;
/** An element whose class says `teaser` leads away if a larger share of its text than this is linked. */
const MAX_TEASER_LINKS = 0.15;
/** Max size of a caption, in blocks and in characters. */
const MAX_CAPTION_BLOCKS = 3;
const MAX_CAPTION_LENGTH = 300;
/** Classes of paragraphs for subscribers, and of offers to subscribe. An article may be in several `paywall`s. */
const BEHIND_WALL = /paywall|subscri|premium|abo-?only/i;

/**
 * Returns each element that is boilerplate, or lies in boilerplate.
 *
 * @param others elements of other articles
 */
export function boilerplateScopes(
  blocks: readonly TextBlock[],
  others: ReadonlySet<Scope> = new Set(),
): ReadonlySet<Scope> {
  const pageLength = runningLengthOf(blocks);
  const scopes = outermostFirst(blocks);
  const walledLength = walledLengths(scopes);
  const shownLength = pageLength - hiddenLength(scopes);
  const textBegins = blocks.findIndex((block) => isRunning(block) && isUnmarked(block));
  const paragraphs = scopesAround(
    blocks.filter((block, index) => isParagraph(block) && !(index < textBegins && isBesidePicture(block))),
  );
  const afterPictures = scopesAround(blocks.filter(({ isAfterPicture }) => isAfterPicture));
  const boilerplate = new Set<Scope>();
  for (const scope of scopes) {
    const isInBoilerplate = scope.parent !== undefined && boilerplate.has(scope.parent);
    const weakLength = walledLength.get(classOf(scope)) ?? scope.runningLength;
    if (
      isInBoilerplate ||
      others.has(scope) ||
      isBoilerplateScope(scope, { pageLength, shownLength, weakLength, paragraphs, afterPictures })
    )
      boilerplate.add(scope);
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

/** Returns the running text in hidden elements. */
const hiddenLength = (scopes: ReadonlySet<Scope>): number =>
  [...scopes].reduce(
    (sum, scope) => sum + (scope.hint === 'hidden' && !isInHidden(scope) ? scope.runningLength : 0),
    0,
  );

function isInHidden({ parent }: Scope): boolean {
  let at = parent;
  while (at !== undefined && at.hint !== 'hidden') at = at.parent;
  return at !== undefined;
}

const isParagraph = (block: TextBlock): boolean => isRunning(block) && block.scope.node.nodeName === 'P';

/** Whether no element around a block hints at boilerplate. */
function isUnmarked({ scope }: TextBlock): boolean {
  let at: Scope | undefined = scope;
  while (at !== undefined && at.hint === 'none') at = at.parent;
  return at === undefined;
}

/** Whether a picture is in the very element that holds the block: a text beside a picture has a box of its own. */
const isBesidePicture = ({ scope }: TextBlock): boolean => (scope.parent?.pictureCount ?? 0) > 0;

/** Returns the elements around some blocks. */
function scopesAround(blocks: readonly TextBlock[]): ReadonlySet<Scope> {
  const around = new Set<Scope>();
  for (const { scope } of blocks)
    for (let at: Scope | undefined = scope; at !== undefined && !around.has(at); at = at.parent) around.add(at);
  return around;
}

interface Page {
  /** The page's running text. */
  readonly pageLength: number;
  /** The running text that isn't hidden. */
  readonly shownLength: number;
  /** The running text that speaks against a weak hint. */
  readonly weakLength: number;
  /** The elements with a paragraph of running text. */
  readonly paragraphs: ReadonlySet<Scope>;
  /** The elements with a block behind a picture. */
  readonly afterPictures: ReadonlySet<Scope>;
}

function isBoilerplateScope(scope: Scope, page: Page): boolean {
  const { pageLength, shownLength, weakLength } = page;
  switch (scope.hint) {
    case 'none':
      return false;
    case 'hidden':
      return scope.runningLength <= shownLength * MAX_HIDDEN_SHARE;
    case 'weak':
      return weakLength < pageLength * MIN_LARGE_SHARE;
    case 'picture':
      return isCaption(scope, page);
    case 'strong':
      return scope.runningLength < pageLength * NEARLY_ALL;
    case 'linked':
      return scope.runningLength < pageLength * NEARLY_ALL && scope.linkedLength > scope.textLength * MAX_TEASER_LINKS;
  }
}

/**
 * Whether a box that is named for a picture holds what is said of the picture: a few lines, none of them a paragraph, and no
 * running text far from pictures.
 */
function isCaption(scope: Scope, { paragraphs, afterPictures }: Page): boolean {
  if (scope.blockCount > MAX_CAPTION_BLOCKS || scope.textLength >= MAX_CAPTION_LENGTH || paragraphs.has(scope))
    return false;
  return scope.runningLength === 0 || scope.pictureCount > 0 || afterPictures.has(scope);
}
