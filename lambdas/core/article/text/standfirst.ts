/**
 * The standfirst: the paragraph or two between a headline and the text that says in short what the article is about.
 */
import { normalizedText } from './normalized-text.ts';
import { isRunning, type TextBlock } from './text-blocks.ts';

/** Max paragraphs of a standfirst. */
const MAX_STANDFIRST_BLOCKS = 2;
/** Two texts are taken for the same if they begin with the same characters, this many. */
const SAME_START = 60;
/** A description of no more characters than this may begin like a paragraph by chance. */
const MAX_MEANINGLESS_DESCRIPTION = 30;
/** Words in the classes of a standfirst, in the languages of our feeds. */
const STANDFIRST =
  /(?:^|[\s_-])(?:lead(?:text)?|einleitung|vorspann|preface|standfirst|ingress|chap[eo]au?|teaser|entradilla|sommario|dek|summary|description|first-paragraph)(?=$|[\s_-])/;

/**
 * Adds the running text between the headline and the article's element, unless that text is the page's description:
 * then the text is the article's excerpt already. The first block in the element is left out for the same reason, but
 * only if its class calls the block a standfirst, because many pages take their description from their first paragraph.
 *
 * @param inside the article's blocks
 * @param before the blocks before the article's element
 */
export function withStandfirst(
  inside: readonly TextBlock[],
  before: readonly TextBlock[],
  isBoilerplateBlock: (block: TextBlock) => boolean,
  description = '',
): TextBlock[] {
  const excerpt = normalizedText(description);
  const headline = before.findLastIndex(({ scope }) => scope.node.nodeName === 'H1');
  const outside = headline === -1 ? [] : before.slice(headline + 1);
  const standfirst = outside
    .filter((block) => isRunning(block) && block.linkedShare < 0.2 && !isBoilerplateBlock(block))
    .slice(0, MAX_STANDFIRST_BLOCKS)
    .filter((block) => !isExcerpt(block, excerpt));
  const [first] = inside;
  const isFirstLeftOut = first !== undefined && STANDFIRST.test(classOf(first)) && isExcerpt(first, excerpt);
  return [...standfirst, ...(isFirstLeftOut ? inside.slice(1) : inside)];
}

/** Whether a block begins like the page's description. @param excerpt the description, normalized */
function isExcerpt(block: TextBlock, excerpt: string): boolean {
  if (excerpt.length <= MAX_MEANINGLESS_DESCRIPTION) return false;
  const text = normalizedText(block.text);
  return excerpt.startsWith(text.slice(0, SAME_START)) || text.startsWith(excerpt.slice(0, SAME_START));
}

/** `articleLeadText lead_text` → `article-lead-text lead_text` */
const classOf = ({ scope: { node } }: TextBlock): string =>
  ((node as Element).getAttribute?.('class') ?? '').replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
