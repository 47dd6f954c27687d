/**
 * Which parts of a page are its article's text. Each step takes what the step before it gives:
 *
 * 1. text-blocks.ts: DOM → text blocks (paragraphs, headings, items), each with the elements around it;
 *    boilerplate-hint.ts reads from an element's markup whether it may be boilerplate.
 * 2. main-container.ts: blocks → the element that holds the article;
 *    boilerplate-scopes.ts says which elements are boilerplate.
 * 3. `mainPart` keeps the blocks in that element. It leaves out those in boilerplate,
 *    and labels such as `Read more` right before a link (promo-boxes.ts).
 * 4. index-page.ts: leaves out a list of other articles below the article, and says whether the page is such a list.
 * 5. standfirst.ts: adds the standfirst above the element, and leaves out one that is the page's description.
 * 6. boilerplate-filter.ts: leaves out single blocks, by named rules; boilerplate-lines.ts knows their words,
 *    promo-boxes.ts the boxes that lead to other pages, sign-off.ts the article's last lines.
 * 7. repeated-blocks.ts: leaves out blocks that stood in three other articles of the host (called by read-page.ts).
 * 8. `mainText`: blocks → plain text and, by article-html.ts, HTML.
 *
 * A paragraph that is missing from the text was left out by one of these steps, or cut before them (../page/page-document.ts).
 * fragment-text.ts has steps 1 and 8 only: feeds and JSON-LD carry the text without a page around it.
 */
import { soundText } from '../../words.ts';
import { articleHtml } from './article-html.ts';
import { type KnownOfArticle, withoutBoilerplate } from './boilerplate-filter.ts';
import { isIndexPage, withoutIndex } from './index-page.ts';
import { mainContainer } from './main-container.ts';
import { otherArticles } from './other-articles.ts';
import { labelsOfLinks } from './promo-boxes.ts';
import { withStandfirst } from './standfirst.ts';
import { isWithin, type TextBlock, textBlocks } from './text-blocks.ts';
import { markVerse } from './verse.ts';

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
  markVerse(blocks);
  const container = mainContainer(blocks, otherArticles(blocks, known.title));
  if (container === undefined) return { blocks: [], isIndex: false };
  const { scope, isBoilerplateBlock } = container;
  const start = blocks.findIndex((block) => isWithin(block, scope));
  const within = blocks.filter((block) => isWithin(block, scope));
  const labels = labelsOfLinks(within);
  const inside = within.filter((block) => !isBoilerplateBlock(block) && !labels.has(block));
  const article = withStandfirst(withoutIndex(inside), blocks.slice(0, start), isBoilerplateBlock, known.description);
  return { blocks: withoutBoilerplate(article, known, blocks), isIndex: isIndexPage(inside) };
}

/** @param baseUrl the address that relative links are resolved against. */
export const mainText = (blocks: readonly TextBlock[], baseUrl: string): MainText => ({
  text: soundText(blocks.map(({ text }) => text).join('\n')),
  html: articleHtml(blocks, baseUrl),
});
