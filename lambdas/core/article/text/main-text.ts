/** The main text of a page. */

import { articleHtml } from './article-html.ts';
import { type KnownOfArticle, normalizedText, withoutBoilerplate } from './boilerplate-filter.ts';
import { isIndexPage, withoutIndex } from './index-page.ts';
import { type MainContainer, mainContainer } from './main-container.ts';
import { labelsOfLinks } from './promo-boxes.ts';
import { isRunning, isWithin, type TextBlock, textBlocks } from './text-blocks.ts';

export interface MainText {
  /** Plain text, a line a block. */
  readonly text: string;
  /** The same as HTML of a few harmless elements. */
  readonly html: string;
}

export interface MainPart {
  /** The blocks of the article. None: the page has no running text. */
  readonly blocks: readonly TextBlock[];
  /** Whether the page is a list of articles. */
  readonly isIndex: boolean;
}

export function mainPart(document: Document, known: KnownOfArticle): MainPart {
  const blocks = textBlocks(document);
  const container = mainContainer(blocks);
  if (container === undefined) return { blocks: [], isIndex: false };
  const start = blocks.findIndex((block) => isWithin(block, container.scope));
  const within = blocks.slice(start).filter((block) => isWithin(block, container.scope));
  const labels = labelsOfLinks(within);
  const inside = within.filter((block) => !container.isBoilerplateBlock(block) && !labels.has(block));
  const article = withStandfirst(blocks.slice(0, start), withoutIndex(inside), container, known);
  return { blocks: withoutBoilerplate(article, known), isIndex: isIndexPage(inside) };
}

/** @param baseUrl the address that relative links are resolved against. */
export const mainText = (blocks: readonly TextBlock[], baseUrl: string): MainText => ({
  text: blocks.map(({ text }) => text).join('\n'),
  html: articleHtml(blocks, baseUrl),
});

/** How many paragraphs a standfirst may have. */
const MAX_STANDFIRST_BLOCKS = 2;
/** Two texts are taken for the same when they begin with the same characters, so many. */
const SAME_START = 60;
/** Words in the classes of a standfirst, in the languages of our feeds. */
const STANDFIRST =
  /(?:^|[\s_-])(?:lead(?:text)?|einleitung|vorspann|preface|standfirst|ingress|chap[eo]au?|teaser|entradilla|sommario|dek|summary|description|first-paragraph)(?=$|[\s_-])/;

/**
 * Running text between the headline and the article's container belongs to the article, and so does its first paragraph,
 * unless the page gives it as its description too: then it is the excerpt, and written to be read in its stead. A first
 * paragraph in the container must be marked as a standfirst, for many pages describe themselves by how they begin.
 */
function withStandfirst(
  before: readonly TextBlock[],
  inside: readonly TextBlock[],
  { isBoilerplateBlock }: MainContainer,
  { description = '' }: KnownOfArticle,
): TextBlock[] {
  const excerpt = normalizedText(description);
  const isExcerpt = (block: TextBlock): boolean => {
    const text = normalizedText(block.text);
    return (
      excerpt.length > SAME_START / 2 &&
      (excerpt.startsWith(text.slice(0, SAME_START)) || text.startsWith(excerpt.slice(0, SAME_START)))
    );
  };
  const headline = before.findLastIndex(({ scope }) => scope.node.nodeName === 'H1');
  const outside = headline === -1 ? [] : before.slice(headline + 1);
  const standfirst = outside
    .filter((block) => isRunning(block) && block.linked < 0.2 && !isBoilerplateBlock(block))
    .slice(0, MAX_STANDFIRST_BLOCKS)
    .filter((block) => !isExcerpt(block));
  const [first] = inside;
  const isMarked = first !== undefined && STANDFIRST.test(classOf(first));
  return [...standfirst, ...(isMarked && isExcerpt(first) ? inside.slice(1) : inside)];
}

/** `articleLeadText lead_text` → `article-lead-text lead_text` */
const classOf = ({ scope: { node } }: TextBlock): string =>
  ((node as Element).getAttribute?.('class') ?? '').replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
