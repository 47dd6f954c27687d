/**
 * Which parts of a page are its article's text. Each step takes what the step before it gives:
 *
 * 1. text-blocks.ts: DOM → text blocks (paragraphs, headings, items), each with the elements around it;
 *    shown-elements.ts knows what a browser shows as a block, within a line, or not at all;
 *    boilerplate-hint.ts reads from an element's markup whether it may be boilerplate;
 *    verse.ts finds articles that have only short lines.
 * 2. other-articles.ts: which elements are further articles below the page's own.
 * 3. main-container.ts: blocks → the element that holds the article;
 *    boilerplate-scopes.ts says which elements are boilerplate.
 * 4. `mainPart` keeps the blocks in that element. It leaves out those in boilerplate.
 * 5. index-page.ts: leaves out a list of other articles below the article, and says whether the page is such a list.
 *    Then promo-boxes.ts leaves out labels such as `Read more` right before a link.
 * 6. standfirst.ts: adds the standfirst above the element, and leaves out one that is the page's description.
 * 7. boilerplate-filter.ts: leaves out single blocks, by named rules, each in its place (place.ts). boilerplate-lines.ts
 *    knows the words of the lines that templates print, links.ts which links lead away, promo-boxes.ts the boxes that do,
 *    sign-off.ts the article's last lines, sentence-end.ts the ends of sentences in all scripts.
 * 8. repeated-blocks.ts: leaves out blocks that stood in three other articles of the host (called by read-page.ts).
 * 9. `mainText`: blocks → plain text and, by article-html.ts, HTML.
 *
 * A paragraph that is missing from the text was left out by one of these steps, or cut before them (../page/page-document.ts).
 * `wireroom explain URL` prints which step, and why.
 * fragment-text.ts has steps 1 and 9 only: feeds and JSON-LD carry the text without a page around it.
 */
import { soundText } from '../../words.ts';
import { articleHtml } from './article-html.ts';
import { type KnownOfArticle, withoutBoilerplate } from './boilerplate-filter.ts';
import { isIndexPage, withoutIndex } from './index-page.ts';
import { type Note, noteLeftOut } from './left-out.ts';
import { mainContainer } from './main-container.ts';
import { otherArticles } from './other-articles.ts';
import { labelsOfLinks } from './promo-boxes.ts';
import { withStandfirst } from './standfirst.ts';
import { isWithin, runningLengthOf, type TextBlock, textBlocks } from './text-blocks.ts';
import { markVerse } from './verse.ts';

export interface MainText {
  /** Plain text, a line a block. */
  readonly text: string;
  /** The same as HTML of a few harmless elements. */
  readonly html: string;
}

export interface MainPart {
  /** The element that holds the article; absent if the page has no running text. */
  readonly container?: Node;
  /** The blocks of the article. None: the page has no running text. */
  readonly blocks: readonly TextBlock[];
  /** Whether the page is a list of articles. */
  readonly isIndex: boolean;
  /** The share of the article's running text that filters left out, 0 to 1. */
  readonly filteredShare: number;
}

/** @param note is told of each block that a step leaves out */
export function mainPart(document: Document, known: KnownOfArticle, note?: Note): MainPart {
  const blocks = textBlocks(document);
  markVerse(blocks);
  const others = otherArticles(blocks, known.title);
  const container = mainContainer(blocks, others);
  if (container === undefined) return { blocks: [], isIndex: false, filteredShare: 0 };
  const { scope, isBoilerplateBlock } = container;
  const start = blocks.findIndex((block) => isWithin(block, scope));
  const within = blocks.filter((block) => isWithin(block, scope));
  const labels = labelsOfLinks(within);
  const inside = within.filter((block) => !isBoilerplateBlock(block));
  // The heading of a list may be a label.
  const withoutOthers = withoutIndex(inside).filter((block) => !labels.has(block));
  const article = withStandfirst(withoutOthers, blocks.slice(0, start), isBoilerplateBlock, known.description);
  if (note !== undefined)
    noteLeftOut({ blocks, within: new Set(within), labels, others, isBoilerplateBlock, withoutOthers, article }, note);
  const kept = withoutBoilerplate(article, known, blocks, note);
  const filteredShare = 1 - runningLengthOf(kept) / Math.max(1, runningLengthOf(article));
  return { container: scope.node, blocks: kept, isIndex: isIndexPage(inside), filteredShare };
}

/** @param baseUrl the address that relative links are resolved against. */
export const mainText = (blocks: readonly TextBlock[], baseUrl: string): MainText => ({
  text: soundText(blocks.map(({ text }) => text).join('\n')),
  html: articleHtml(blocks, baseUrl),
});
