/** The text of HTML that feeds and JSON-LD carry, without a page around it. */

import { soundText } from '../../words.ts';
import { parseFragment } from '../page/page-document.ts';
import { escapeHtml } from './article-html.ts';
import { type MainText, mainText } from './main-text.ts';
import { textBlocks } from './text-blocks.ts';

/** Returns all of the text, a line a block; empty if the HTML breaks the parser. @param baseUrl for relative links */
export function fragmentText(html: string, baseUrl: string): MainText {
  try {
    return mainText(textBlocks(parseFragment(html)), baseUrl);
  } catch {
    return { text: '', html: '' };
  }
}

/** The same for plain text with a paragraph a line. */
export const plainMainText = (text: string): MainText => ({
  text: soundText(text),
  html: text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join(''),
});
