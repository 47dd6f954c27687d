/** A page with a story of three paragraphs, for asking which of its blocks are the article's text. */
import { parseFragment, parsePage } from '../../lambdas/core/article/page/page-document.ts';
import type { KnownOfArticle } from '../../lambdas/core/article/text/boilerplate-filter.ts';
import { type MainText, mainPart, mainText } from '../../lambdas/core/article/text/main-text.ts';
import { type TextBlock, textBlocks } from '../../lambdas/core/article/text/text-blocks.ts';

export const BASE = 'https://harbour.example/news/1';
export const ONE =
  'The ferry that carries the island’s post came back to its old pier on Monday, after three weeks in dry dock.';
export const TWO =
  'Its captain, who has sailed the strait for thirty years, said that the engine had never run so quietly before.';
export const THREE =
  'The harbour office expects the night service to begin in May, if the second crew has been trained by then.';
export const STORY = `<p>${ONE}</p><p>${TWO}</p><p>${THREE}</p>`;
/** The story's text. */
export const story = [ONE, TWO, THREE].join('\n');

/** A paragraph that could be the article's, were it not for its place. */
export const OTHER =
  'Readers who like the sea also like our weekly letter about boats, harbours and the people who work there.';

/** The story as an article, with something behind its first paragraph. */
export const inArticle = (between: string): string =>
  `<main><article><h1>The ferry is back</h1><p>${ONE}</p>${between}<p>${TWO}</p><p>${THREE}</p></article></main>`;

export const readPageText = (page: string, known: KnownOfArticle = {}): MainText =>
  mainText(mainPart(parsePage(Buffer.from(page), 'text/html'), known).blocks, BASE);

/** The main text of a page with this body. */
export const textOf = (body: string, known: KnownOfArticle = {}): string =>
  readPageText(`<!doctype html><html><body>${body}</body></html>`, known).text;

/** The blocks of a page with this body. */
export const blocksOf = (body: string): TextBlock[] => textBlocks(parseFragment(body));
export const textsOf = (blocks: Iterable<TextBlock>): string[] => [...blocks].map(({ text }) => text);

/** A running text of just so many characters, which ends a sentence. */
export const sentence = (length: number, word = 'ferry'): string =>
  `${`${word} `
    .repeat(length)
    .slice(0, length - 1)
    .replace(/ $/, 'y')}.`;
